"""The read-only tables in `data/`: which characters are one and the same, and what words mean in another language."""

from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

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


class Lexicon:
    """English roots (see pairing/roots.py) of Chinese words of two to six characters, in Simplified form.

    `data` is laid out as data/compile_lexicon.py says; only the lines of characters that occur are taken apart.
    """

    def __init__(self, data: bytes | mmap) -> None:
        first = data.find(b"\n")
        second = data.find(b"\n", first + 1)
        lengths = list(map(int, data[first + 1 : second].split()))
        starts = accumulate((length + 1 for length in lengths), initial=second + 1)
        self._data = data
        self._places = dict(zip(data[:first].decode("utf-8"), zip(starts, lengths, strict=False), strict=True))
        self._blocks: dict[str, Mapping[str, str]] = {}
        self._glosses: dict[str, Mapping[str, float]] = {}

    def words(self, first: str) -> Mapping[str, str]:
        """The words that begin with a character: what follows it → its roots as they stand in the file."""
        block = self._blocks.get(first)
        if block is None:
            start, length = self._places.get(first, (0, 0))
            parts = self._data[start : start + length].decode("utf-8").split(" ")
            block = self._blocks[first] = dict(zip(parts[::2], parts[1::2], strict=False))
        return block

    def glosses(self, roots: str) -> Mapping[str, float]:
        """Roots as they stand in the file → each root's weight, above 0 and below 1."""
        glosses = self._glosses.get(roots)
        if glosses is None:
            glosses = self._glosses[roots] = {one[:-1]: int(one[-1]) / 10 for one in roots.split(",")}
        return glosses


@cache
def chinese_english() -> Lexicon:
    """The lexicon made from CC-CEDICT, mapped into memory."""
    with (_DATA / "cedict.txt").open("rb") as file:
        return Lexicon(mmap(file.fileno(), 0, access=ACCESS_READ))
