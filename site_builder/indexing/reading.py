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
    units: "NDArray[np.uint32]"

    def runs(self) -> "tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint64]]":
        """The characters that are found by any part of a text, each with the next one, or 0 where a run ends, and the
        unit of each. White space does not end a run."""
        import numpy as np

        there = np.flatnonzero((self.kinds == UNSPACED) | (self.kinds == GLUED))
        steps = np.diff(there)
        apart = np.flatnonzero(steps > 1)
        spaces = np.flatnonzero(self.kinds == SPACE)
        before, after = np.searchsorted(spaces, (there[apart], there[apart + 1]))
        steps[apart] -= after - before
        first = self.characters.take(there).astype(np.uint64)
        second = np.zeros_like(first)
        second[:-1] = first[1:] * (steps == 1)
        return first, second, self.units.take(there).astype(np.uint64)

    def marks(self) -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
        """The characters that are neither space nor letter nor digit, and the unit of each."""
        import numpy as np

        there = np.flatnonzero(self.kinds == MARK)
        return self.characters.take(there).astype(np.uint64), self.units.take(there).astype(np.uint64)

    def pieces(self) -> "tuple[list[str], NDArray[np.uint64]]":
        """The pieces that words are made of, letters and apostrophes without anything between, and the unit of each."""
        import numpy as np

        inside = (self.kinds == WORD) | (self.kinds == GLUED) | (self.characters == _APOSTROPHE)
        kept = self.characters.astype("<u4")
        kept[~inside] = _BLANK
        begins = np.flatnonzero(inside & ~np.append(False, inside[:-1]))
        return kept.tobytes().decode("utf-32-le").split(), self.units.take(begins).astype(np.uint64)


def read(texts: Sequence[Sequence[str]], units: "NDArray[np.uint32]") -> Read:
    """The texts, each of some segments, joined as js/search-match.js does and folded. `units` has the unit of each."""
    import numpy as np

    numbers = _numbers(_joined(texts))
    tables = _tables()
    characters = _folded(tables, numbers)
    if (characters == _LONG).any():
        whole = _walled(tables, numbers, numbers).tobytes().decode("utf-32-le", "surrogatepass")
        characters = _numbers(whole.translate(FOLDING))
        _learn_kinds(tables, characters)
    else:
        characters = _walled(tables, numbers, characters)
    ends = np.flatnonzero(characters == ord(_END))
    return Read(characters, tables.kinds.take(characters), np.repeat(units, np.diff(ends, prepend=-1)))


def _numbers(text: str) -> "NDArray[np.uint32]":
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _joined(texts: Sequence[Sequence[str]]) -> str:
    """The texts, an end after each and a seam between two segments. Where a text has such a character of its own, which
    their number shows, that is a wall."""
    joined = "".join([f"{_SEAM.join(segments)}{_END}" for segments in texts])
    if joined.count(_END) == len(texts) and joined.count(_SEAM) == sum(map(len, texts)) - len(texts):
        return joined
    ours = ((segment.replace(_END, WALL).replace(_SEAM, WALL) for segment in segments) for segments in texts)
    return "".join([f"{_SEAM.join(segments)}{_END}" for segments in ours])


def _folded(tables: _Tables, numbers: "NDArray[np.uint32]") -> "NDArray[np.uint32]":
    """Each character folded, _LONG for one that becomes none or several."""
    characters = tables.folds.take(numbers)
    if characters.max(initial=0) == _UNKNOWN:
        _learn_new(tables, numbers)
        characters = tables.folds.take(numbers)
    return characters


def _walled(tables: _Tables, numbers: "NDArray[np.uint32]", characters: "NDArray[np.uint32]") -> "NDArray[np.uint32]":
    """The characters, folded or not, with a wall for each seam that lies between two letters, and none for the others.
    `numbers` has them as they were typed."""
    import numpy as np

    seams = np.flatnonzero(numbers == ord(_SEAM))
    if not len(seams):
        return characters
    inside = numbers != ord(_SEAM)
    solid, typed = characters[inside], numbers[inside]
    before = np.unique(seams - np.arange(1, 1 + len(seams)))  # the place in `solid` of what a seam comes after
    before = before[before >= 0]
    touching = before[tables.letters[typed[before]] & tables.letters[typed[before + 1]]]
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
