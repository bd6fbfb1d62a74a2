"""Find the tables that have a language in each column."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from site_builder.drafting.sides import script_of
from site_builder.edition_names import known_tag, position, tag_named
from site_builder.hypertext.inking import cell_line
from site_builder.hypertext.parts import Cell, Passage, texts
from site_builder.scripts import language_tag, script

_MOSTLY = 0.8  # of the cells of a column are in its script: others are names, figures, quotations
_FILLED = 3  # a column with fewer cells than one in three rows is beside the text
_NUMBER = re.compile(r"[(（]?\d{1,5}[.)）、]?")


class Columns(NamedTuple):
    """The columns of a table that hold a language, by its tag in the order of the columns; whether the first row names
    them; and columns of nothing but row numbers."""

    tags: dict[int, str]
    headed: bool
    numbers: tuple[int, ...] = ()


class Tables(NamedTuple):
    """The languages of a document that stands in tables, and the columns of its tables by their place in it."""

    languages: tuple[str, ...]
    columns: dict[int, Columns]


def in_columns(passages: Sequence[Passage], asked: tuple[str, ...]) -> Tables | None:
    """The tables that a document stands in, None unless they hold most of its letters: a glossary among paragraphs is a
    table as any other."""
    found = {at: columns for at, passage in enumerate(passages) if (columns := _columns(passage, asked))}
    if not found or 2 * sum(_letters(passages[at]) for at in found) < sum(map(_letters, passages)):
        return None
    order = list(next(iter(found.values())).tags.values())
    same = {at: columns for at, columns in found.items() if set(columns.tags.values()) == set(order)}
    languages = sorted(order, key=lambda tag: position(tag, asked)) if asked else order
    return Tables(tuple(languages), same)


def _columns(table: Passage, asked: tuple[str, ...]) -> Columns | None:
    if not table.cells:
        return None
    width = range(len(table.cells[0]))
    named = {column: tag_named(cell_line(table.cells[0][column]).text) for column in width}
    headed = len({tag for tag in named.values() if tag}) > 1
    rows = table.cells[headed:]
    single = [[row[column] for row in rows if row[column].columns == 1] for column in width]
    sides = [[cell for cell in cells if cell.passages] for cells in single]
    sides = [cells if _FILLED * len(cells) >= len(rows) else [] for cells in sides]
    tags = {column: _language(sides[column], named[column] if headed else "", asked) for column in width}
    if not headed and len({tag for tag in tags.values() if tag}) < 2:
        tags = _of_one_script(sides, asked)
    kept: dict[int, str] = {}
    for column, tag in tags.items():
        if tag and tag not in kept.values():
            kept[column] = tag
    numbers = tuple(column for column in width if sides[column] and all(map(_is_number, sides[column])))
    return Columns(kept, headed, numbers) if len(kept) > 1 else None


def _language(cells: Sequence[Cell], named: str, asked: tuple[str, ...]) -> str:
    """The language of a column: as its head names it, as most of its cells say, or as its script suggests."""
    text = "\n".join(cell_line(cell).text for cell in cells)
    said = Counter(_said(cell) for cell in cells).most_common(1)
    if named:
        return known_tag(named, text, asked)
    if said and said[0][0] and script_of(said[0][0]) == script(text):
        return known_tag(said[0][0], text, asked)
    scripts = Counter(filter(None, (script(cell_line(cell).text) for cell in cells)))
    if not scripts or scripts.most_common(1)[0][1] < _MOSTLY * scripts.total():
        return ""
    code = scripts.most_common(1)[0][0]
    of_script = [tag for tag in asked if script_of(tag) == code]
    return of_script[0] if len(of_script) == 1 else language_tag(text)


def _of_one_script(sides: Sequence[Sequence[Cell]], asked: tuple[str, ...]) -> dict[int, str]:
    """Two columns in one script are the two languages that site.toml asks for, if those are written in it."""
    filled = [column for column, cells in enumerate(sides) if any(script(cell_line(cell).text) for cell in cells)]
    codes = [script("\n".join(cell_line(cell).text for cell in sides[column])) for column in filled]
    if len(filled) == len(asked) == 2 and codes == [script_of(tag) for tag in asked]:
        return dict(zip(filled, asked, strict=True))
    return {}


def _said(cell: Cell) -> str:
    return next((passage.language for passage in cell.passages if passage.language), cell.language)


def _is_number(cell: Cell) -> bool:
    return bool(_NUMBER.fullmatch(cell_line(cell).text))


def _letters(passage: Passage) -> int:
    return sum(letter.isalpha() for text in texts([passage]) for letter in text)
