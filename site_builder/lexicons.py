"""The read-only tables in `data/`: which characters are one and the same, and what words mean in another language."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

Entry = tuple[str, Mapping[str, float]]

_DATA = Path(__file__).parent / "data"


@cache
def variants() -> Mapping[str, str]:
    """Traditional character → the Simplified one it is written as, one to one, all in the Basic Multilingual Plane."""
    lines = (_DATA / "variants.txt").read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if line[:1] != "#")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


@cache
def folding() -> Mapping[int, str]:
    """`variants` as a table for `str.translate`: Traditional to Simplified, length kept."""
    return str.maketrans(dict(variants()))


class Lexicon(dict[str, "tuple[Entry, ...]"]):
    """English roots (see pairing/roots.py) of Chinese words of two to six characters, in Simplified form.

    `lexicon[two_characters]` has every word that begins with them: what follows the two, and each root's weight, above
    0 and below 1. `data` is laid out as data/compile_lexicon.py says. Only what is asked for is taken apart, and kept.
    """

    def __init__(self, data: bytes | mmap) -> None:
        first = data.find(b"\n")
        second = data.find(b"\n", first + 1)
        lengths = list(map(int, data[first + 1 : second].split()))
        starts = accumulate((length + 1 for length in lengths), initial=second + 1)
        self._data = data
        self._places = dict(zip(data[:first].decode("utf-8"), zip(starts, lengths, strict=False), strict=True))
        self._lines: dict[str, str] = {}

    def __missing__(self, begin: str) -> tuple[Entry, ...]:
        entries = self[begin] = tuple(self._words(self._line(begin[0]), begin[1]))
        return entries

    def _line(self, first: str) -> str:
        line = self._lines.get(first)
        if line is None:
            start, length = self._places.get(first, (0, 0))
            line = self._lines[first] = f" {self._data[start : start + length].decode('utf-8')} "
        return line

    def _words(self, line: str, second: str) -> Iterator[Entry]:
        """Words by their second character. It stands after a space, as roots do, but those begin with Latin ones."""
        at = -1 if second.isascii() else line.find(" " + second)
        while at >= 0:
            middle = line.index(" ", at + 1)
            end = line.index(" ", middle + 1)
            yield line[at + 2 : middle], _weights(line[middle + 1 : end])
            at = line.find(" " + second, end)


@cache
def chinese_english() -> Lexicon:
    """The lexicon made from CC-CEDICT, mapped into memory."""
    with (_DATA / "cedict.txt").open("rb") as file:
        return Lexicon(mmap(file.fileno(), 0, access=ACCESS_READ))


def _weights(roots: str) -> Mapping[str, float]:
    return {one[:-1]: int(one[-1]) / 10 for one in roots.split(",")}
