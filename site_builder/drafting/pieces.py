"""What a file is cut into before its languages are told apart."""

from collections.abc import Callable
from typing import NamedTuple

from site_builder.model import Line, PairKind
from site_builder.problems import Problem

Ink = Callable[[str], Line]  # the text of a piece as typed → the text as read, with its spans


class Piece(NamedTuple):
    """A block of one language: its `lines` as typed, in a paragraph to be joined, the number of the first one in the
    file, and the file's path.

    `script` is the main script of its letters ("" when it has none), `language` what a fence around it says. `unit`
    counts the blocks at the outermost level, so that the items of one list share a number. `cells` holds the rows of a
    table; a note's `label` makes the piece a part of that note. The other fields mean what they mean on `model.Pair`.
    """

    kind: PairKind
    lines: tuple[str, ...]
    line: int
    path: str
    script: str
    unit: int = 0
    level: int = 0
    quoted: int = 0
    marker: str = ""
    info: str = ""
    own_id: str = ""
    language: str = ""
    label: str = ""
    cells: tuple[tuple[str, ...], ...] = ()


class Cut(NamedTuple):
    """The pieces of a text, how to read the text of one, and what was wrong with its markup."""

    pieces: list[Piece]
    ink: Ink
    problems: tuple[Problem, ...] = ()
