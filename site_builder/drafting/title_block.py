"""Find the title block that opens a plain text: a run of lines in one language, then a run in the next.

    政 府 工 作 報 告                        REPORT ON THE WORK OF THE GOVERNMENT
    ——2024年1月21日在北京市第十六屆         Delivered at the Second Session of the Sixteenth Beijing Municipal
    人民代表大會第二次會議上                 People's Congress on January 21, 2024
    北京市市長 殷 勇                         Yin Yong, Mayor of Beijing

The first line is the title, the last of three or more the speaker, what stands between them the occasion. A line goes
on with the one before it when that one fills the measure and no line is empty between them.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from site_builder.drafting import headings
from site_builder.drafting.letters import is_han, width
from site_builder.drafting.pieces import Piece
from site_builder.drafting.wrapping import joined
from site_builder.model import Line, Span

_FULL = 0.8  # of the longest line: a line this long was broken by the measure
_NARROWEST = 28  # columns; nobody wraps shorter lines
_MOST_LINES = 8
_SENTENCE = re.compile(r"[,，。:：;；].*[?？!！][”’」』\"')）]*$")  # a question may be a title, but not a longer one
_FRESH = re.compile(r"[—–\-（(〔\[【]")  # what opens a line of its own
_TORN = re.compile(
    r"(?:\b(?:a|an|and|at|by|de|des|du|for|from|in|la|le|of|on|or|the|to|und|von|with)|[,&-])$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


class TitleLine(NamedTuple):
    """A line of the block, unwrapped: its text as typed, the number of its first line, and its file."""

    text: str
    line: int
    path: str


class TitleBlock(NamedTuple):
    """The lines of the two runs, the side of each run, and the pieces that follow with theirs."""

    runs: tuple[tuple[TitleLine, ...], ...]
    sides: tuple[int, ...]
    rest: list[Piece]
    rest_sides: list[int]


def take(pieces: Sequence[Piece], sides: Sequence[int]) -> TitleBlock | None:
    """The title block of a text, or None when it opens with something else. `sides` says which language each piece is
    in."""
    opening, rest, rest_sides = _opening(pieces, sides)
    runs = [[row for row, _ in run] for _, run in groupby(opening, key=lambda row: row[1])]
    if len(runs) < 2:
        return None
    chosen = _same_length(*map(_unwrap_options, runs))
    return TitleBlock(chosen, (opening[0][1], opening[-1][1]), rest, rest_sides)


def may_open(piece: Piece) -> bool:
    """Whether all lines of a piece may belong to a title block."""
    return all(_may_be_title(piece, text) for text in piece.lines)


def without_spread(line: Line) -> Line:
    """The line with the spaces of letters set apart by hand marked as omitted: 政 府 工 作 報 告, 殷 勇."""
    lone = [word.start() for word in _WORD.finditer(line.text) if len(word[0]) == 1 and is_han(word[0])]
    gaps = ((one + 1, other) for one, other in pairwise(lone))
    spans = [Span(start, end, "omit") for start, end in gaps if line.text[start:end].isspace()]
    return Line(line.text, tuple(sorted((*line.spans, *spans), key=lambda span: span.start))) if spans else line


def _opening(pieces: Sequence[Piece], sides: Sequence[int]) -> tuple[list[tuple[Piece, int]], list[Piece], list[int]]:
    """The leading lines that may belong to a title block, a piece each, with their sides; then what follows them.

    The block ends where a third run would begin: that is the text.
    """
    rows: list[tuple[Piece, int]] = []
    changes = 0
    for index, (piece, side) in enumerate(zip(pieces, sides, strict=True)):
        changes += bool(rows) and side != rows[-1][1]
        for at, text in enumerate(piece.lines):
            if changes > 1 or len(rows) > 2 * _MOST_LINES or side < 0 or not _may_be_title(piece, text):
                left = piece._replace(lines=piece.lines[at:], line=piece.line + at)
                return rows, [left, *pieces[index + 1 :]], list(sides[index:])
            rows.append((piece._replace(lines=(text,), line=piece.line + at), side))
    return rows, [], []


def _may_be_title(piece: Piece, text: str) -> bool:
    if piece.kind != "paragraph" or not piece.script:
        return False
    return headings.short(text) and not headings.rank(text) and not _SENTENCE.search(text)


def _unwrap_options(run: list[Piece]) -> list[tuple[TitleLine, ...]]:
    """The ways to read a run, the likeliest first. A title seldom wraps, so that it is the last to be joined."""
    longest = max(width(row.lines[0]) for row in run)
    full = [longest >= _NARROWEST and width(row.lines[0]) >= _FULL * longest for row in run]
    full = [
        wide and not (after and (_FRESH.match(after.lines[0]) or after.line > row.line + 1))
        for wide, row, after in zip(full, run, [*run[1:], None], strict=True)
    ]
    torn = bool(full[0] and _TORN.search(run[0].lines[0]))
    cautious = [torn, *full[1:]]
    choices = [cautious, full] if torn else [cautious, full, [False] * len(run)]
    return list(dict.fromkeys(_joined(run, choice) for choice in choices))


def _joined(run: list[Piece], goes_on: list[bool]) -> tuple[TitleLine, ...]:
    """The run with every row joined to the next where `goes_on` says so."""
    groups: list[list[Piece]] = []
    for at, row in enumerate(run):
        if at and goes_on[at - 1]:
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(
        TitleLine(joined([row.lines[0] for row in group], group[0].script), group[0].line, group[0].path)
        for group in groups
    )


def _same_length(
    first: list[tuple[TitleLine, ...]], second: list[tuple[TitleLine, ...]]
) -> tuple[tuple[TitleLine, ...], tuple[TitleLine, ...]]:
    """The likeliest readings that give both runs as many lines; the likeliest of each when none do."""
    both = [(a, b) for a in first for b in second if len(a) == len(b)]
    return min(both, key=lambda pair: first.index(pair[0]) + second.index(pair[1])) if both else (first[0], second[0])
