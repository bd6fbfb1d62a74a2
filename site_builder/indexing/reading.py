"""The texts of a document's units as numbers: folded characters, what each is, and where it stands.

A character is looked up in two tables of a million entries, which are filled as characters are met: a fold of one
character to one is then a single step for a whole document. Texts with others take the long way.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from site_builder.indexing.folding import FOLDING, GLUED, MARK, SPACE, UNSPACED, WALL, WORD, kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_END = "\x1e"  # of a text
_ALL = 0x110000
_UNKNOWN = 0xFFFFFFFF  # not met yet
_LONG = 0xFFFFFFFE  # folded to none or several
_APOSTROPHE, _BLANK = 0x27, 0x20


class _Tables(NamedTuple):
    folds: "NDArray[np.uint32]"
    kinds: "NDArray[np.uint8]"


class Read(NamedTuple):
    """Folded characters, the kind of each, and the number of the text that it stands in."""

    characters: "NDArray[np.uint32]"
    kinds: "NDArray[np.uint8]"
    texts: "NDArray[np.uint64]"

    def runs(self) -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
        """The characters that are found by any part of a text, with 0 where a run breaks, and the text of each. White
        space does not break a run."""
        import numpy as np

        solid = self.kinds != SPACE
        kinds = self.kinds[solid]
        kept = np.where((kinds == UNSPACED) | (kinds == GLUED), self.characters[solid], 0)
        return kept.astype(np.uint64), self.texts[solid]

    def marks(self) -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
        """The characters that are neither space nor letter nor digit, and the text of each."""
        there = self.kinds == MARK
        return self.characters[there].astype("u8"), self.texts[there]

    def pieces(self) -> "tuple[list[str], NDArray[np.uint64]]":
        """The pieces that words are made of, letters and apostrophes without anything between, and the text of each."""
        import numpy as np

        inside = (self.kinds == WORD) | (self.kinds == GLUED) | (self.characters == _APOSTROPHE)
        kept = np.where(inside, self.characters, _BLANK).astype("<u4")
        begins = inside & ~np.append(False, inside[:-1])
        return kept.tobytes().decode("utf-32-le").split(), self.texts[begins]


def read(texts: Sequence[str]) -> Read:
    """The texts, folded."""
    import numpy as np

    joined = "".join(f"{text.replace(_END, WALL)}{_END}" for text in texts)
    numbers = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    tables = _tables()
    characters = _looked_up(tables, numbers)
    if (characters == _LONG).any():
        whole = joined.translate(FOLDING).encode("utf-32-le", "surrogatepass")
        characters = np.frombuffer(whole, np.uint32)
        _learn_kinds(tables, characters)
    texts_before = np.cumsum(characters == ord(_END), dtype=np.uint64)
    return Read(characters, tables.kinds[characters], texts_before)


@cache
def _tables() -> _Tables:
    import numpy as np

    return _Tables(np.full(_ALL, _UNKNOWN, np.uint32), np.full(_ALL, 0xFF, np.uint8))


def _looked_up(tables: _Tables, numbers: "NDArray[np.uint32]") -> "NDArray[np.uint32]":
    import numpy as np

    found = tables.folds[numbers]
    unknown = found == _UNKNOWN
    if unknown.any():
        for number in np.unique(numbers[unknown]).tolist():
            folded = FOLDING[number]
            tables.folds[number] = ord(folded) if len(folded) == 1 else _LONG
            _learn(tables, map(ord, folded))
        found = tables.folds[numbers]
    return found


def _learn_kinds(tables: _Tables, characters: "NDArray[np.uint32]") -> None:
    import numpy as np

    unknown = characters[tables.kinds[characters] == 0xFF]
    _learn(tables, np.unique(unknown).tolist())


def _learn(tables: _Tables, numbers: Iterable[int]) -> None:
    for number in numbers:
        tables.kinds[number] = kind(number)
