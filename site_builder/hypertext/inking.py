"""Passages of hypertext as the pieces that texts are composed of.

Pieces hold plain text, so that titles, headings and notes are told by the same rules as in a text file; the ink gives
each text the spans that stood on it.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from site_builder.drafting import splitting
from site_builder.drafting.pieces import Cut, Ink, Piece
from site_builder.hypertext.parts import Cell, Passage, joined_by
from site_builder.model import Line
from site_builder.problems import Problem
from site_builder.scripts import script

_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")


def cut(passages: Sequence[Passage], problems: tuple[Problem, ...] = ()) -> Cut:
    """The pieces of passages, and their ink."""
    return Cut([piece for passage in passages for piece in pieces(passage)], ink(passages), problems)


def pieces(passage: Passage) -> Iterator[Piece]:
    """A passage as pieces, cut where its lines change script, or where a heading sets a bar between two languages."""
    whole = piece(passage)
    if whole.kind == "heading" and (halves := splitting.at_bar(whole.lines[0])):
        yield from (whole._replace(lines=(half,), script=script(half)) for half in halves)
    elif whole.kind in ("paragraph", "item", "verse") and len(whole.lines) > 1:
        for start, end, code in splitting.runs([line.text for line in passage.lines]):
            kind = "paragraph" if whole.kind == "verse" and end - start == 1 else whole.kind
            yield whole._replace(
                kind=kind, lines=whole.lines[start:end], script=code, marker=whole.marker * (not start)
            )
    else:
        yield whole


def piece(passage: Passage) -> Piece:
    """A passage as a piece. A line that the author broke in a paragraph ends in a newline."""
    rows = tuple(tuple(cell_line(cell).text for cell in row) for row in passage.cells)
    lines = _typed(passage) if not rows else tuple(" ".join(row) for row in rows)
    return Piece(
        passage.kind,
        lines,
        passage.line,
        passage.path,
        script(_MARK.sub("", "\n".join(lines))),
        passage.unit,
        passage.level,
        passage.quoted,
        passage.marker,
        "l" * max(map(len, rows), default=0) or passage.info,
        passage.own_id,
        passage.language,
        passage.label,
        rows,
    )


def cell_line(cell: Cell) -> Line:
    """All that stands in a cell, a paragraph a line."""
    whole = Line()
    for line in _lines(cell.passages):
        whole = joined_by("\n", whole, line) if whole else line
    return whole


def ink(passages: Iterable[Passage]) -> Ink:
    """The ink of passages. Texts that are alike get their spans in the order they stand in."""
    known: dict[str, deque[Line]] = {}
    for text, line in _inked(passages):
        lines = known.setdefault(text, deque())
        if not lines or lines[-1] != line:
            lines.append(line)
    spanned = [lines[0] for lines in known.values() if lines[0].spans]

    def inked(text: str) -> Line:
        whole = Line()
        for number, part in enumerate(text.split("\n")):
            bare = part.strip()
            lines = known.get(bare)
            line = lines[0] if lines else _part(bare, spanned)
            if lines and len(lines) > 1:
                lines.popleft()
            whole = joined_by("\n", whole, line) if number else line
        return whole

    return inked


def _typed(passage: Passage) -> tuple[str, ...]:
    if passage.kind == "picture":
        return tuple(map(_picture, passage.lines))
    texts = [line.text for line in passage.lines]
    if passage.kind in ("verse", "code"):
        return tuple(texts)
    return tuple(text + "\n" * (at < len(texts)) for at, text in enumerate(texts, 1))


def _picture(line: Line) -> str:
    """A picture as Markdown writes it: pictures without a text in their place would all look alike."""
    return f"![{line.text}]({line.spans[0].value})"


def _inked(passages: Iterable[Passage]) -> Iterator[tuple[str, Line]]:
    for passage in passages:
        for line in passage.lines:
            yield _picture(line) if passage.kind == "picture" else line.text.strip(), line
        for row in passage.cells:
            for cell in row:
                yield from _inked(cell.passages)


def _lines(passages: Iterable[Passage]) -> Iterator[Line]:
    for passage in passages:
        yield from passage.lines
        for row in passage.cells:
            yield from (cell_line(cell) for cell in row)


def _part(text: str, spanned: Sequence[Line]) -> Line:
    """A text that was cut out of a longer one: half of a heading in two languages, a note without its label."""
    for line in spanned:
        at = line.text.find(text) if text else -1
        if at >= 0:
            part = line[at : at + len(text)]
            return Line(part.text, tuple(span for span in part.spans if span.start < span.end or span.kind == "image"))
    return Line(text)
