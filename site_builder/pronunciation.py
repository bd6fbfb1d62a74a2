"""How Chinese characters and phrases are read: the tables of pypinyin, compiled (`data/pinyin.txt`)."""

from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from site_builder.lexicons import places

_DATA = Path(__file__).parent / "data"


class Beginning(NamedTuple):
    """What begins with one character: syllables by what follows it ("" is the character itself), and how many
    characters the longest phrase has."""

    phrases: dict[str, str]
    longest: int


class Pronunciation:
    """Characters and phrases in Simplified form. `data` is laid out as data/compile_pinyin.py says; only what is asked
    for is read."""

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._places = places(data)
        self._read: dict[str, Beginning] = {}

    def longest(self, run: str, start: int) -> tuple[int, list[str]]:
        """Where the longest phrase that begins at `start` ends, and its syllables; a character that nobody knows is a
        phrase by itself whose syllable is ""."""
        phrases, longest = self._beginning(run[start])
        for end in range(min(len(run), start + longest), start + 1, -1):
            if (found := phrases.get(run[start + 1 : end])) is not None:
                return end, found.split()
        return start + 1, [phrases.get("", "")]

    def _beginning(self, first: str) -> Beginning:
        found = self._read.get(first)
        if found is None:
            start, length = self._places.get(first, (0, 0))
            cells = self._data[start : start + length].decode("utf-8").split("\t")[1:-1]
            phrases = dict(cell.split("¦") for cell in cells)
            found = self._read[first] = Beginning(phrases, 1 + max(map(len, phrases), default=0))
        return found


@cache
def mandarin() -> Pronunciation:
    """Pinyin, mapped into memory."""
    with (_DATA / "pinyin.txt").open("rb") as file:
        return Pronunciation(mmap(file.fileno(), 0, access=ACCESS_READ))
