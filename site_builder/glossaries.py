"""The Chinese-English dictionary for learners, `data/glossary.txt`: readings, senses and frequency of words."""

from collections.abc import Mapping, Sequence
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from site_builder.lexicons import places

_KEPT = 100_000  # words that are remembered once looked up
_DATA = Path(__file__).parent / "data"


class Meaning(NamedTuple):
    """One reading of a word: its form in Traditional characters, the reading as the dictionary types it (fa1 zhan3;
    names begin with capitals), and its senses, at most four."""

    traditional: str
    reading: str
    senses: tuple[str, ...]


class Word(NamedTuple):
    """A word: how common it is, in bands of 0 (hardly ever seen) to 7, and its meanings."""

    band: int
    meanings: Sequence[Meaning]


class Glossary:
    """Words in Simplified form. `data` is laid out as data/compile_glossary.py says; only what is asked for is read."""

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._places = places(data)
        self._lines: dict[str, str] = {}
        self._words: dict[str, Word | None] = {}

    def __contains__(self, word: str) -> bool:
        return self.look_up(word) is not None

    def look_up(self, word: str) -> Word | None:
        """What the dictionary says of a word, None when it is not there."""
        if word not in self._words:
            if len(self._words) >= _KEPT:
                self._words.clear()
            self._words[word] = self._found(word)
        return self._words[word]

    def _found(self, word: str) -> Word | None:
        line = self._line(word[:1])
        at = line.find(f"\t{word[1:]}¦")
        if at < 0:
            return None
        _, band, *told = line[at + 1 : line.index("\t", at + 1)].split("¦")
        meanings = zip(told[::3], told[1::3], told[2::3], strict=True)
        return Word(
            int(band), [Meaning(form or word, reading, tuple(senses.split("/"))) for form, reading, senses in meanings]
        )

    def band(self, word: str) -> int:
        """How common a word is, 0 when the dictionary lacks it."""
        found = self.look_up(word)
        return found.band if found else 0

    def _line(self, first: str) -> str:
        line = self._lines.get(first)
        if line is None:
            start, length = self._places.get(first, (0, 0))
            line = self._lines[first] = self._data[start : start + length].decode("utf-8")
        return line


@cache
def polyphones() -> Mapping[str, tuple[str, ...]]:
    """Simplified characters that often have several readings → these, as the dictionary types them (chang2, zhang3)."""
    lines = (_DATA / "polyphones.txt").read_text(encoding="utf-8").splitlines()
    return {character: tuple(readings) for character, *readings in map(str.split, lines)}


@cache
def chinese_glossary() -> Glossary:
    """The glossary made from CC-CEDICT, mapped into memory."""
    with (_DATA / "glossary.txt").open("rb") as file:
        return Glossary(mmap(file.fileno(), 0, access=ACCESS_READ))
