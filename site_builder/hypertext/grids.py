"""Tables of hypertext as rows of cells, spans over columns and rows laid out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from site_builder.hypertext.elements import attribute, name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Spot(NamedTuple):
    """A place in a grid: the cell whose upper left corner it is (None: empty, or covered by another), and over how many
    columns that goes."""

    element: "Element | None"
    columns: int = 1


def rows_of(table: "Element") -> "list[Element]":
    """The rows of a table, not those of tables inside it."""
    return list(_rows(table))


def cells_of(row: "Element") -> "list[Element]":
    """The cells of a row."""
    return [cell for cell in row if name(cell) in ("td", "th")]


def grid(table: "Element") -> list[tuple[Spot, ...]]:
    """The table as rows of equally many places. A cell spans no more columns than the longest row has cells, and no
    more rows than follow, so that a number typed by somebody cannot fill the memory."""
    rows = [cells_of(row) for row in rows_of(table)]
    width = max(map(len, rows), default=0)
    covered = [0] * width  # how many more rows each column is covered for
    laid: list[tuple[Spot, ...]] = []
    for at, cells in enumerate(rows):
        places, covered = _laid(cells, covered, len(rows) - at)
        laid.append(places)
    return laid


def _laid(cells: "Sequence[Element]", covered: list[int], left: int) -> tuple[tuple[Spot, ...], list[int]]:
    places: list[Spot] = []
    after = [max(0, count - 1) for count in covered]
    for index, cell in enumerate(cells):
        while len(places) < len(covered) and covered[len(places)]:
            places.append(Spot(None))
        room = max(1, len(covered) - len(places) - (len(cells) - index - 1))
        columns = min(_number(cell, "colspan"), room)
        for column in range(len(places), min(len(places) + columns, len(after))):
            after[column] = min(_number(cell, "rowspan"), left) - 1
        places += [Spot(cell, columns), *[Spot(None)] * (columns - 1)]
    return (*places, *[Spot(None)] * (len(covered) - len(places))), after


def _number(cell: "Element", key: str) -> int:
    value = attribute(cell, key)
    return max(1, int(value)) if value.isdecimal() and len(value) < 6 else 1


def _rows(element: "Element") -> "Iterator[Element]":
    for child in element:
        if name(child) == "tr":
            yield child
        elif name(child) in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
