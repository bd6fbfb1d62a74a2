"""Cut plain text into pieces: a line is a paragraph, unless blank lines part paragraphs of several lines."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from site_builder.drafting import headings
from site_builder.drafting.pieces import Cut, Piece
from site_builder.model import Line, PairKind
from site_builder.scripts import script

_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|[—─＊※◎○●*\s]{3,})\s*")
_ENDS_SENTENCE = re.compile(r"[。！？；.!?;：:][”’」』\"')）\]]*\d*\s*$")
# Shares of lines that end inside a sentence: in wrapped text most do; less will do where blank lines part languages.
_MOST, _SOME = 0.5, 0.2


class _Row(NamedTuple):
    path: str
    number: int
    text: str
    script: str


def cut(text: str, path: str, first_line: int = 1) -> Cut:
    """The pieces of a text whose first line has the number `first_line`. Nothing is wrong with plain text."""
    return Cut(_pieces(text, path, first_line), Line)


def _pieces(text: str, path: str, first_line: int) -> list[Piece]:
    rows = [_Row(path, number, line.strip(), script(line)) for number, line in enumerate(text.split("\n"), first_line)]
    blocks = [list(block) for filled, block in groupby(rows, key=lambda row: bool(row.text)) if filled]
    together = _wrapped(blocks)
    return [
        piece
        for unit, block in enumerate(blocks)
        for piece in (_runs(block, unit) if together or _line_block(block) else _singles(block, unit))
    ]


def _wrapped(blocks: list[list[_Row]]) -> bool:
    """Whether the lines of a block belong together: blank lines part most blocks by language, or most lines that have
    a neighbour of their language end inside a sentence. Where nearly all lines end sentences, they are paragraphs."""
    long = [block for block in blocks[1:] if len(block) > 1]
    if not long:
        return False
    inside = [
        _ENDS_SENTENCE.search(a.text) is None
        for block in long
        for a, b in pairwise(block)
        if a.script == b.script and not headings.rank(a.text)
    ]
    parted = sum(len({row.script for row in block if row.script}) == 1 for block in long)
    return sum(inside) > (_SOME if 2 * parted > len(long) else _MOST) * len(inside)


def _line_block(block: list[_Row]) -> bool:
    return all(row.text == "|" or row.text.startswith("| ") for row in block)


def _runs(block: list[_Row], unit: int) -> Iterator[Piece]:
    """A piece for each run of lines in one script; lines without letters go with the run they stand in."""
    kind = "verse" if _line_block(block) else "paragraph"
    strip = 2 if kind == "verse" else 0
    run: list[_Row] = []
    for row in block:
        changes = row.script and row.script != _script(run)
        if run and (changes or headings.rank(run[0].text)):
            yield _piece(run, unit, strip)
            run = []
        run.append(row)
    yield _piece(run, unit, strip)


def _singles(block: list[_Row], unit: int) -> Iterator[Piece]:
    return (_piece([row], unit, 0) for row in block)


def _piece(rows: list[_Row], unit: int, strip: int) -> Piece:
    first = rows[0]
    kind: PairKind = "verse" if strip else "paragraph"
    if len(rows) == 1 and not first.script and _RULE.fullmatch(first.text):
        kind = "rule"
    return Piece(kind, tuple(row.text[strip:] for row in rows), first.number, first.path, _script(rows), unit)


def _script(rows: Iterable[_Row]) -> str:
    return next((row.script for row in rows if row.script), "")
