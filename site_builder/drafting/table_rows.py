"""Cut a table that is a text file into rows: which character parts the cells, and whether quotes hold them together."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from site_builder.problems import Place, Problem

_DELIMITERS = {"tsv": "\t,;|", "csv": ",;\t|"}
_OURS = re.compile(r'"?id"?([\t,;|])"?kind')
_SAMPLE = 200  # lines
_LOOKED_AT = 50  # cells with quotation marks


class Row(NamedTuple):
    """The cells of a row that has any text, and the line of the file on which it begins, from 1."""

    line: int
    cells: list[str]


class Table(NamedTuple):
    """The rows of a table, and how many cells most of them have."""

    rows: list[Row]
    width: int
    delimiter: str
    problems: tuple[Problem, ...] = ()


def table(text: str, path: str) -> Table:
    """The table in a text; a quotation mark that is not closed is told, and all are then read as text."""
    delimiter = _delimiter(text, path)
    quoted, problems = _quoted(text, delimiter, path)
    rows = [row for row in (quoted or _split(text, delimiter)) if any(cell.strip() for cell in row.cells)]
    widths = Counter(len(row.cells) for row in rows)
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    return Table(rows, width, delimiter, problems)


def _delimiter(text: str, path: str) -> str:
    if ours := _OURS.match(text):
        return ours[1]
    sample = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])
    order = _DELIMITERS[path.rpartition(".")[2].lower()]
    if path.lower().endswith(".tsv") and "\t" in sample:
        return "\t"
    return max(order, key=lambda delimiter: (_agreement(sample, delimiter), -order.index(delimiter)))


def _agreement(sample: str, delimiter: str) -> float:
    """How many of the rows have as many cells as most have; 0 when these have one."""
    try:
        widths = Counter(len(cells) for cells in csv.reader(StringIO(sample), delimiter=delimiter) if cells)
    except csv.Error:
        return 0.0
    width, times = widths.most_common(1)[0] if widths else (1, 0)
    return times / widths.total() if width > 1 else 0.0


def _quoted(text: str, delimiter: str, path: str) -> tuple[list[Row], tuple[Problem, ...]]:
    """The rows if quotes hold cells together, none if they are part of the text. In a table parted by tabs they mostly
    are text; there they count only where they are needed, or stand around every cell."""
    if '"' not in text:
        return [], ()
    rows: list[Row] = []
    reader = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
    try:
        line = 1
        for cells in reader:
            rows.append(Row(line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return [], () if delimiter == "\t" else (_open_quote(Place(path, line)),)
    if delimiter != "\t" or _needed(rows, text) or _all_in_quotes(text, delimiter):
        return rows, ()
    return [], ()


def _needed(rows: list[Row], text: str) -> bool:
    """Whether cells in quotes hold tabs or line breaks, or quotes that are doubled."""
    cells = [cell for row in rows for cell in row.cells]
    if any("\t" in cell or "\n" in cell for cell in cells):
        return True
    inside = [cell.replace('"', '""') for cell in cells if '"' in cell]
    return any(f'"{cell}"' in text for cell in inside[:_LOOKED_AT])


def _all_in_quotes(text: str, delimiter: str) -> bool:
    cells = [cell for line in text.split("\n") for cell in line.split(delimiter) if cell]
    return all(cell[0] == cell[-1] == '"' and len(cell) > 1 for cell in cells)


def _split(text: str, delimiter: str) -> Iterator[Row]:
    return (Row(number, line.split(delimiter)) for number, line in enumerate(text.split("\n"), 1))


def _open_quote(place: Place) -> Problem:
    hint = 'double the quotes inside a cell and close each one ("He said ""yes"", then left."), or part cells by tabs'
    return Problem("open-quote", "a quotation mark is not closed, so quotes are read as text", place, hint=hint)
