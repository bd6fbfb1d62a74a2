"""The texts of units as numbers: folded characters, what each is, and where it stands.

A character is looked up in tables of a million entries, which are filled as characters are met: a fold of one character
to one is then a single step for all texts. Texts with others take the long way.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from site_builder.indexing.folding import FOLDING, GLUED, MARK, SPACE, UNSPACED, WALL, WORD, is_letter, kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_END, _SEAM = "\x1e", "\x1f"  # of a text, and between its segments
_ALL = 0x110000
_UNKNOWN = 0xFFFFFFFF  # not met yet
_LONG = 0xFFFFFFFE  # folded to none or several
_APOSTROPHE, _BLANK = 0x27, 0x20


class _Tables(NamedTuple):
    folds: "NDArray[np.uint32]"
    kinds: "NDArray[np.uint8]"
    letters: "NDArray[np.bool_]"  # of characters as they are before folding


class Read(NamedTuple):
    """Folded characters, the kind of each, and the number of the unit that it stands in."""

    characters: "NDArray[np.uint32]"
    kinds: "NDArray[np.uint8]"
    units: "NDArray[np.uint64]"

    def runs(self) -> "tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint64]]":
        """The characters that are found by any part of a text, each with the next one, or 0 where a run ends, and the
        unit of each. White space does not end a run."""
        import numpy as np

        there = np.flatnonzero((self.kinds == UNSPACED) | (self.kinds == GLUED))
        solid = np.cumsum(self.kinds != SPACE, dtype=np.int32)[there]
        first = self.characters[there].astype(np.uint64)
        second = np.zeros_like(first)
        second[:-1] = first[1:] * (np.diff(solid) == 1)
        return first, second, self.units[there]

    def marks(self) -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
        """The characters that are neither space nor letter nor digit, and the unit of each."""
        import numpy as np

        there = np.flatnonzero(self.kinds == MARK)
        return self.characters[there].astype(np.uint64), self.units[there]

    def pieces(self) -> "tuple[list[str], NDArray[np.uint64]]":
        """The pieces that words are made of, letters and apostrophes without anything between, and the unit of each."""
        import numpy as np

        inside = (self.kinds == WORD) | (self.kinds == GLUED) | (self.characters == _APOSTROPHE)
        kept = np.where(inside, self.characters, _BLANK).astype("<u4")
        begins = np.flatnonzero(inside & ~np.append(False, inside[:-1]))
        return kept.tobytes().decode("utf-32-le").split(), self.units[begins]


def read(texts: Iterable[Sequence[str]], units: "NDArray[np.uint64]") -> Read:
    """The texts, each of some segments, joined as js/search-match.js does and folded. `units` has the unit of each."""
    import numpy as np

    joined = "".join(f"{_joined(segments)}{_END}" for segments in texts)
    numbers = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    tables = _tables()
    _learn_new(tables, numbers)
    numbers = _walled(tables, numbers)
    characters = tables.folds[numbers]
    if (characters == _LONG).any():
        whole = numbers.tobytes().decode("utf-32-le", "surrogatepass").translate(FOLDING)
        characters = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
        _learn_kinds(tables, characters)
    ends = np.flatnonzero(characters == ord(_END))
    return Read(characters, tables.kinds[characters], np.repeat(units, np.diff(ends, prepend=-1)))


def _joined(segments: Sequence[str]) -> str:
    text = _SEAM.join(segments)
    if _END in text or text.count(_SEAM) >= len(segments):
        return _SEAM.join(segment.replace(_END, WALL).replace(_SEAM, WALL) for segment in segments)
    return text


def _walled(tables: _Tables, numbers: "NDArray[np.uint32]") -> "NDArray[np.uint32]":
    """The characters with a wall for each seam that lies between two letters, and none for the others."""
    import numpy as np

    seams = np.flatnonzero(numbers == ord(_SEAM))
    if not len(seams):
        return numbers
    solid = numbers[numbers != ord(_SEAM)]
    before = np.unique(seams - np.arange(1, 1 + len(seams)))  # the place in `solid` of what a seam comes after
    before = before[before >= 0]
    touching = before[tables.letters[solid[before]] & tables.letters[solid[before + 1]]]
    return np.insert(solid, touching + 1, ord(WALL)) if len(touching) else solid


@cache
def _tables() -> _Tables:
    import numpy as np

    tables = _Tables(np.full(_ALL, _UNKNOWN, np.uint32), np.full(_ALL, 0xFF, np.uint8), np.zeros(_ALL, np.bool_))
    _learn_new(tables, np.array([ord(WALL)], np.uint32))  # which is put in afterwards
    return tables


def _learn_new(tables: _Tables, numbers: "NDArray[np.uint32]") -> None:
    import numpy as np

    unknown = numbers[tables.folds[numbers] == _UNKNOWN]
    for number in np.unique(unknown).tolist():
        folded = FOLDING[number]
        tables.folds[number] = ord(folded) if len(folded) == 1 else _LONG
        tables.letters[number] = is_letter(chr(number))
        _learn(tables, map(ord, folded))


def _learn_kinds(tables: _Tables, characters: "NDArray[np.uint32]") -> None:
    import numpy as np

    unknown = characters[tables.kinds[characters] == 0xFF]
    _learn(tables, np.unique(unknown).tolist())


def _learn(tables: _Tables, numbers: Iterable[int]) -> None:
    for number in numbers:
        tables.kinds[number] = kind(number)
