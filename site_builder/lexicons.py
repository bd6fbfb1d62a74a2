"""The read-only tables in `data/`: which characters are one and the same, and what words mean in another language."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

Glosses = Mapping[str, float]  # English roots, each with its weight, above 0 and below 1

_DATA = Path(__file__).parent / "data"

# What the digits of translations.txt stand for: how likely a root is to translate a word, before normalising.
LONGEST_WORD = 8
SCALE = (0.0, 0.02, 0.035, 0.06, 0.1, 0.18, 0.3, 0.5, 0.8, 1.25)


@cache
def variants() -> Mapping[str, str]:
    """Traditional character → the Simplified one it is written as, one to one, all in the Basic Multilingual Plane."""
    lines = (_DATA / "variants.txt").read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if line[:1] != "#")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


@cache
def folding() -> dict[int, int]:
    """`variants` as a table for `str.translate`: Traditional to Simplified, length kept."""
    return _Folding((ord(character), ord(simplified)) for character, simplified in variants().items())


class _Folding(dict[int, int]):
    """Keeps what is not in it as it is; without this, `translate` is twice as slow."""

    def __missing__(self, character: int) -> int:
        self[character] = character
        return character


class Begun(NamedTuple):
    """The words that begin with two characters: what these mean by themselves, and by the third character the longer
    ones, each as what follows the two, and what it means."""

    glosses: Glosses
    longer: Mapping[str, Sequence[tuple[str, Glosses]]]


class Lexicon(dict[str, "Begun | None"]):
    """English roots (see pairing/roots.py) of Chinese words of two to six characters, in Simplified form.

    `lexicon[two_characters]` has the words that begin with them, None when there are none. `data` is laid out as
    data/compile_lexicon.py says. Only what is asked for is taken apart, and kept.
    """

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._places = places(data)
        self._lines: dict[str, str] = {}

    def __missing__(self, begin: str) -> "Begun | None":
        words = list(self._words(self._line(begin[0]), begin[1]))
        longer: dict[str, list[tuple[str, Glosses]]] = {}
        for rest, glosses in words:
            if rest:
                longer.setdefault(rest[0], []).append((rest, glosses))
        begun = Begun(dict(words).get("", {}), longer) if words else None
        self[begin] = begun
        return begun

    def _line(self, first: str) -> str:
        line = self._lines.get(first)
        if line is None:
            start, length = self._places.get(first, (0, 0))
            line = self._lines[first] = f" {self._data[start : start + length].decode('utf-8')} "
        return line

    def _words(self, line: str, second: str) -> Iterator[tuple[str, Glosses]]:
        """Words by their second character. It stands after a space, as roots do, but those begin with Latin ones."""
        at = -1 if second.isascii() else line.find(" " + second)
        while at >= 0:
            middle = line.index(" ", at + 1)
            end = line.index(" ", middle + 1)
            yield line[at + 2 : middle], _weights(line[middle + 1 : end])
            at = line.find(" " + second, end)


def places(data: bytes | mmap) -> dict[str, tuple[int, int]]:
    """By first character, where the line of the words that begin with it starts, and how long it is. The first two
    lines of a table say so (see data/compile_lexicon.py)."""
    first = data.find(b"\n")
    second = data.find(b"\n", first + 1)
    lengths = list(map(int, data[first + 1 : second].split()))
    starts = accumulate((length + 1 for length in lengths), initial=second + 1)
    return dict(zip(data[:first].decode("utf-8"), zip(starts, lengths, strict=False), strict=True))


@cache
def chinese_english() -> Lexicon:
    """The lexicon made from CC-CEDICT, mapped into memory."""
    with (_DATA / "cedict.txt").open("rb") as file:
        return Lexicon(mmap(file.fileno(), 0, access=ACCESS_READ))


def _weights(roots: str) -> Glosses:
    return {one[:-1]: int(one[-1]) / 10 for one in roots.split(",")}


class Translations:
    """What each Chinese word of CC-CEDICT may mean: English roots with weights, in Simplified form, one to eight
    characters a word. The table is laid out as data/compile_translations.py says; lines are taken apart when a word
    with their first character is asked for."""

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._places = places(data)
        self._words: dict[str, dict[str, str]] = {}

    def longest(self, text: str, start: int, end: int) -> int:
        """How many characters of `text` from `start` the longest word has that begins there, 1 when there is none."""
        words = self._beginning(text[start])
        for stop in range(min(end, start + LONGEST_WORD), start + 1, -1):
            if text[start + 1 : stop] in words:
                return stop - start
        return 1

    def roots(self, word: str) -> dict[str, float]:
        """The roots of a word and how likely they are, before normalising; empty for a word that is not known."""
        told = self._beginning(word[0]).get(word[1:], "") if word else ""
        return {one[:-1]: SCALE[int(one[-1])] for one in told.split(",")} if told else {}

    def _beginning(self, first: str) -> dict[str, str]:
        words = self._words.get(first)
        if words is None:
            start, length = self._places.get(first, (0, 0))
            parts = self._data[start : start + length].decode("utf-8").split(" ") if length else []
            words = self._words[first] = {
                "" if rest == "-" else rest: told for rest, told in zip(parts[::2], parts[1::2], strict=True)
            }
        return words


@cache
def translations() -> Translations:
    """The table made from CC-CEDICT, mapped into memory."""
    with (_DATA / "translations.txt").open("rb") as file:
        return Translations(mmap(file.fileno(), 0, access=ACCESS_READ))


@cache
def syllables() -> Mapping[str, frozenset[str]]:
    """Mandarin syllable without its tone → the characters that may be read so, in Simplified form."""
    lines = (_DATA / "syllables.txt").read_text(encoding="utf-8").splitlines()
    return {syllable: frozenset(characters) for syllable, characters in map(str.split, lines)}
