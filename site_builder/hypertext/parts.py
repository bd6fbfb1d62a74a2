"""What hypertext is made of, once it is read: passages, and cells of tables that hold passages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.model import Line, PairKind, Span


class Cell(NamedTuple):
    """A cell of a table: its passages, the language it says it is in, and over how many columns it goes."""

    passages: "tuple[Passage, ...]" = ()
    language: str = ""
    columns: int = 1


class Passage(NamedTuple):
    """A block of text: its lines, broken where the author broke them, and the line of the file it begins on. `cells`
    has the rows of a table; `label` makes it a part of that note. The other fields are those of `Piece`."""

    kind: PairKind
    lines: tuple[Line, ...]
    line: int
    path: str
    level: int = 0
    quoted: int = 0
    marker: str = ""
    info: str = ""
    own_id: str = ""
    language: str = ""
    label: str = ""
    cells: tuple[tuple[Cell, ...], ...] = ()
    unit: int = 0


def joined_by(gap: str, one: Line, other: Line) -> Line:
    """Two lines as one, `gap` between them."""
    at = len(one.text) + len(gap)
    moved = (Span(span.start + at, span.end + at, span.kind, span.value) for span in other.spans)
    return Line(one.text + gap + other.text, (*one.spans, *moved))


def texts(passages: Sequence[Passage]) -> Iterator[str]:
    """All texts of passages, those of cells too."""
    for passage in passages:
        yield from (line.text for line in passage.lines)
        for row in passage.cells:
            for cell in row:
                yield from texts(cell.passages)
