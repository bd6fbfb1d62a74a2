"""Make the blocks of a draft from pieces that belong together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from site_builder.draft import Block
from site_builder.drafting import headings
from site_builder.drafting.alternation import Group
from site_builder.drafting.pieces import Ink, Piece
from site_builder.drafting.title_block import TitleBlock, without_spread
from site_builder.drafting.wrapping import joined
from site_builder.model import Line
from site_builder.note_marks import Labels, marked
from site_builder.problems import Place
from site_builder.scripts import script

_EMPTY = Line()


class Pen(NamedTuple):
    """How the text of pieces is read: `inks` for the inline markup of each file, by its path, `labels` for what may be
    a note mark."""

    inks: Mapping[str, Ink]
    labels: Labels

    def line(self, text: str, path: str) -> Line:
        """A text of a file with its spans."""
        return marked(self.inks[path](text), self.labels)

    def whole(self, piece: Piece | None) -> Line:
        """The text of a piece, its wrapped lines joined."""
        if not piece:
            return _EMPTY
        lines = piece.lines
        text = lines[0].strip() if len(lines) == 1 else joined(lines, piece.script)
        return marked(self.inks[piece.path](text), self.labels)


def place(piece: Piece) -> Place:
    """Where a piece stands."""
    return Place(piece.path, piece.line)


def title_block(found: TitleBlock, pen: Pen, languages: int) -> Block:
    """The title block: a row for the title, one for each line of the occasion, one for the speaker."""
    by_side = dict(zip(found.sides, found.runs, strict=True))
    columns = [
        [without_spread(pen.line(row.text, row.path)) for row in by_side.get(side, ())] for side in range(languages)
    ]
    rows = tuple(zip_longest(*columns, fillvalue=_EMPTY))
    return Block("title", rows, Place(found.runs[0][0].path, found.runs[0][0].line), final=True)


def block(group: Group, pen: Pen) -> Block:
    """The block of pieces that say the same in each language."""
    present = [piece for piece in group if piece]
    first = present[0]
    if first.kind == "table":
        return _table(group, first, pen)
    if first.kind == "verse":
        return _verse(group, first, pen)
    lines = tuple(pen.whole(piece) for piece in group)
    if first.kind == "heading":
        lines = tuple(map(without_spread, lines))
    elif first.kind == "paragraph" and not first.quoted and (rank := _heading_rank(present)):
        return Block("heading", (tuple(map(without_spread, lines)),), place(first), level=rank, own_id=_own_id(present))
    return Block(
        first.kind,
        (lines,),
        place(first),
        first.level,
        first.quoted,
        _marker(present),
        first.info,
        own_id=_own_id(present),
    )


def shared_block(pieces: Sequence[Piece], pen: Pen, languages: int) -> Block:
    """The block of what stands once for all languages: code, a picture, a rule, a line without letters. Only code that
    differs between languages is not shared."""
    first = pieces[0]
    if first.kind == "rule":
        return Block("rule", (), place(first), quoted=first.quoted, shared=True)
    if first.kind == "code":
        lines = [Line("\n".join(text)) for text in dict.fromkeys(piece.lines for piece in pieces)]
    else:
        lines = [pen.whole(piece) for piece in pieces]
    row = (*lines, *[_EMPTY] * languages)[:languages]
    same = len(lines) == 1 or first.kind != "code"
    return Block(
        first.kind,
        (row,),
        place(first),
        first.level,
        first.quoted,
        first.marker,
        first.info,
        same,
        _own_id(pieces),
        True,
    )


def _heading_rank(pieces: Sequence[Piece]) -> int:
    """The rank of a heading in plain text, 0 for a paragraph."""
    if any(len(piece.lines) > 1 for piece in pieces):
        return 0
    return headings.common_rank([piece.lines[0] for piece in pieces])


def _verse(group: Group, first: Piece, pen: Pen) -> Block:
    counts = {len(piece.lines) for piece in group if piece}
    if len(counts) == 1:
        rows = tuple(
            tuple(
                pen.line(piece.lines[at] + "\n" * (at + 1 < len(piece.lines)), piece.path) if piece else _EMPTY
                for piece in group
            )
            for at in range(counts.pop())
        )
    else:
        rows = (tuple(pen.line("\n".join(piece.lines), piece.path) if piece else _EMPTY for piece in group),)
    present = [piece for piece in group if piece]
    return Block(
        "verse",
        rows,
        place(first),
        quoted=first.quoted,
        own_id=_own_id(present),
        final=len(rows) > 1 or len(counts) < 2,
    )


def _table(group: Group, first: Piece, pen: Pen) -> Block:
    """Cell beside cell. Tables of different shapes are laid over each other, so that no cell is lost."""
    present = [piece for piece in group if piece]
    height = max(len(piece.cells) for piece in present)
    width = max(len(row) for piece in present for row in piece.cells)
    rows = tuple(
        tuple(pen.line(_cell(piece, y, x), piece.path) if piece else _EMPTY for piece in group)
        for y in range(height)
        for x in range(width)
    )
    info = max((piece.info for piece in present), key=len)
    if len(present) == 1 and _mixed(first):
        rows = tuple((pen.line(cell, first.path), *[_EMPTY] * (len(group) - 1)) for row in first.cells for cell in row)
        return Block("table", rows, place(first), quoted=first.quoted, info=info, shared=True, final=True)
    return Block("table", rows, place(first), quoted=first.quoted, info=info, own_id=_own_id(present), final=True)


def _mixed(table: Piece) -> bool:
    """Whether a table holds two languages itself: a word list."""
    scripts = Counter(filter(None, (script(cell) for row in table.cells for cell in row)))
    return len(scripts) > 1 and 4 * min(scripts.values()) >= scripts.total()


def _cell(piece: Piece, y: int, x: int) -> str:
    return piece.cells[y][x] if y < len(piece.cells) and x < len(piece.cells[y]) else ""


def _own_id(pieces: Sequence[Piece]) -> str:
    return next((piece.own_id for piece in pieces if piece.own_id), "")


def _marker(pieces: Sequence[Piece]) -> str:
    return next((piece.marker for piece in pieces if piece.marker), "")
