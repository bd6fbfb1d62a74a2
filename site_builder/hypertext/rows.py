"""Make the draft of a document that stands in tables with a language in each column."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import NamedTuple

from site_builder.draft import Block, Draft, Reading
from site_builder.drafting import headings, title_block
from site_builder.drafting.alternation import Group, alike
from site_builder.drafting.blocks import Pen, block
from site_builder.drafting.blocks import title_block as block_of_title
from site_builder.drafting.body import body
from site_builder.drafting.compose import Given
from site_builder.drafting.note_bodies import notes as notes_of
from site_builder.drafting.notes import Body, take
from site_builder.drafting.partners import missing
from site_builder.drafting.pieces import Piece
from site_builder.drafting.run_on import run_on
from site_builder.drafting.sides import NEITHER, script_of
from site_builder.drafting.splitting import lone_headings
from site_builder.drafting.titles import by_language, heading_as_title
from site_builder.hypertext.columns import Columns, Tables
from site_builder.hypertext.inking import ink, piece, pieces
from site_builder.hypertext.parts import Cell, Passage
from site_builder.languages import language
from site_builder.note_marks import Labels
from site_builder.problems import Place, Problem, Severity

_MOSTLY = 0.9  # of the rows hold no more than a sentence in each language


class _Row(NamedTuple):
    """A row of a table: its cells in the order of the document's languages, empty in an empty row, and what stands in
    columns of no language."""

    cells: tuple[Cell, ...]
    beside: tuple[Passage, ...] = ()


class _Stretch(NamedTuple):
    """A part of the document: paragraphs outside of tables, or rows of a table."""

    pieces: list[Piece]
    rows: tuple[_Row, ...] = ()


def compose(passages: Sequence[Passage], tables: Tables, given: Given) -> Reading:
    """The draft: each row a pair; where every row is a sentence and empty rows part paragraphs, a segment."""
    languages = tables.languages
    bodies: list[Body] = []
    labels = Labels(frozenset())
    stretches: list[_Stretch] = []
    for stretch in _stretches(passages, tables):
        found = take(stretch.pieces)
        bodies += found.bodies
        labels = Labels(labels.all | found.labels.all, labels.circled | found.labels.circled)
        stretches.append(stretch._replace(pieces=list(lone_headings(found.pieces))))
    pen = Pen({given.path: ink(passages)}, labels)
    title = by_language(given.title, languages)
    blocks, problems = _blocks(stretches, pen, languages)
    if blocks and blocks[0].kind == "heading":
        blocks = heading_as_title(blocks, title)
    notes, twice = notes_of(bodies, languages, pen)
    draft = Draft(languages, tuple(headings.levelled(blocks)), (), notes, title, dict(given.meta))
    told = (*problems, *missing(draft.blocks, languages), *_numbers(passages, tables), *twice)
    return Reading(draft, told)


def _stretches(passages: Sequence[Passage], tables: Tables) -> Iterator[_Stretch]:
    outside: list[Piece] = []
    for at, passage in enumerate(passages):
        if at not in tables.columns:
            outside += pieces(passage)
            continue
        rows: list[_Row] = []
        for cells in passage.cells[tables.columns[at].headed :]:
            if across := _across(cells):
                yield _Stretch(outside, tuple(rows))
                outside, rows = [part for inner in across for part in pieces(inner)], []
            else:
                if outside:
                    yield _Stretch(outside)
                    outside = []
                rows.append(_row(cells, tables.columns[at], tables.languages))
        if rows:
            yield _Stretch(outside, tuple(rows))
            outside = []
    if outside:
        yield _Stretch(outside)


def _across(cells: Sequence[Cell]) -> tuple[Passage, ...]:
    """What stands in the only cell of a row that goes over several columns: a heading, mostly."""
    filled = [cell for cell in cells if cell.passages]
    return filled[0].passages if len(filled) == 1 and filled[0].columns > 1 else ()


def _row(cells: Sequence[Cell], columns: Columns, languages: Sequence[str]) -> _Row:
    by_tag = {tag: cells[column] for column, tag in columns.tags.items()}
    others = (cell for at, cell in enumerate(cells) if at not in columns.tags and at not in columns.numbers)
    return _Row(tuple(by_tag[tag] for tag in languages), tuple(chain.from_iterable(cell.passages for cell in others)))


def _blocks(stretches: Sequence[_Stretch], pen: Pen, languages: Sequence[str]) -> tuple[list[Block], list[Problem]]:
    blocks: list[Block] = []
    problems: list[Problem] = []
    for stretch in stretches:
        sides = [_side(piece, languages) for piece in stretch.pieces]
        opening = None if blocks else title_block.take(stretch.pieces, sides)
        if opening:
            blocks.append(block_of_title(opening, pen, len(languages)))
        left = (opening.rest, opening.rest_sides) if opening else (stretch.pieces, sides)
        made, found = body(*left, pen, len(languages))
        blocks += made
        problems += found
        blocks += _of_rows(stretch.rows, pen, languages)
    return blocks, problems


def _side(piece: Piece, languages: Sequence[str]) -> int:
    if piece.language in languages:
        return languages.index(piece.language)
    return next((at for at, tag in enumerate(languages) if script_of(tag) == piece.script), NEITHER)


def _of_rows(rows: Sequence[_Row], pen: Pen, languages: Sequence[str]) -> Iterator[Block]:
    filled = [bool(row.beside or any(cell.passages for cell in row.cells)) for row in rows]
    by_row = [[block(group, pen) for group in _groups(row, languages)] for row in rows]
    if all(filled) or not _sentences(by_row, languages):
        yield from chain.from_iterable(by_row)
        return
    for _, run in groupby(by_row, key=bool):
        yield from _paragraphs(list(chain.from_iterable(run)), languages)


def _groups(row: _Row, languages: Sequence[str]) -> Iterator[Group]:
    """The pieces of a row: passage beside passage where its cells have the same, else each cell as one paragraph."""
    columns = [
        [part._replace(language=tag) for part in map(piece, cell.passages)]
        for cell, tag in zip(row.cells, languages, strict=True)
    ]
    filled = [column for column in columns if column]
    same = len({len(column) for column in filled}) == 1
    if same and all(all(alike(parts[0], part) for part in parts[1:]) for parts in zip(*filled, strict=True)):
        for at in range(len(filled[0])):
            yield tuple(column[at] if column else None for column in columns)
    elif filled:
        yield tuple(_whole(column) if column else None for column in columns)
    for passage in row.beside:
        part = piece(passage)
        side = max(0, _side(part, languages))
        yield tuple(part if at == side else None for at in range(len(languages)))


def _whole(column: Sequence[Piece]) -> Piece:
    """All that a cell holds as one paragraph, its parts on lines of their own."""
    lines = list(chain.from_iterable(part.lines for part in column))
    broken = tuple(line.removesuffix("\n") + "\n" * (at < len(lines)) for at, line in enumerate(lines, 1))
    scripts = [part.script for part in column if part.script]
    return column[0]._replace(kind="paragraph", level=0, lines=broken, script=next(iter(scripts), ""), cells=())


def _sentences(by_row: Sequence[Sequence[Block]], languages: Sequence[str]) -> bool:
    """Whether rows are sentences: hardly any holds more than one in a language."""
    plain = [blocks[0].rows[0] for blocks in by_row if len(blocks) == 1 and blocks[0].kind == "paragraph"]
    single = sum(
        all(len(language(tag).sentence_ends(line.text)) <= 1 for line, tag in zip(row, languages, strict=True))
        for row in plain
    )
    return single >= _MOSTLY * sum(map(bool, by_row))


def _paragraphs(blocks: Sequence[Block], languages: Sequence[str]) -> Iterator[Block]:
    """The rows between two empty ones: paragraphs in a row are the segments of one."""
    for plain, run in groupby(blocks, key=lambda each: each.kind == "paragraph"):
        if plain:
            members = list(run)
            rows = run_on(tuple(chain.from_iterable(member.rows for member in members)), languages)
            yield replace(members[0], rows=rows, final=True)
        else:
            yield from run


def _numbers(passages: Sequence[Passage], tables: Tables) -> Iterator[Problem]:
    for at, columns in tables.columns.items():
        if columns.numbers:
            place = Place(passages[at].path, passages[at].line)
            message = "a column of row numbers is left out"
            hint = "nothing to do: paragraphs have numbers of their own on the page"
            yield Problem("numbers-left-out", message, place, Severity.INFO, hint)
