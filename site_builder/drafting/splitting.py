"""Split what holds two languages: a heading `中文 | English`, a paragraph whose lines change script."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.drafting import headings
from site_builder.drafting.letters import is_han
from site_builder.drafting.pieces import Piece
from site_builder.scripts import script

_BAR = re.compile(r"\s*[|｜]\s*|\s+[/／]\s+|\s*／\s*")
_SPACE = re.compile(r"\s+")
_LATIN_WORD = re.compile("[A-Za-z]{2}")
_LONGEST = 300  # letters; what is longer is no heading in two languages
_ENDS_SENTENCE = re.compile(r"[。！？；.!?;：:][”’」』\"')）\]*_]*\s*$")


def lone_headings(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, headings without a partner beside them split where they change script."""
    marks = [piece.level if piece.kind == "heading" else _rank(piece) for piece in pieces]
    for at, piece in enumerate(pieces):
        halves = None
        if marks[at] and marks[at] not in (*marks[max(0, at - 1) : at], *marks[at + 1 : at + 2]):
            halves = at_change(piece.lines[0])
        for half in halves or ():
            yield piece._replace(lines=(half,), script=script(half))
        if not halves:
            yield piece


def at_bar(text: str) -> tuple[str, str] | None:
    """The two languages of a heading that sets a bar or a stroke between them."""
    return next(_halves(text, _BAR), None)


def at_change(text: str) -> tuple[str, str] | None:
    """The two languages of a heading that only changes script: `第1页 Page 1`."""
    for left, right in _halves(text, _SPACE):
        han = any(map(is_han, left)), any(map(is_han, right))
        if han[0] != han[1]:
            latin = right if han[0] else left
            other = left if latin is right else right
            if _LATIN_WORD.search(latin) and not _LATIN_WORD.search(other):
                return left, right
    return None


def runs(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The stretches of lines in one script, as (start, end, script). A line without letters goes with what is before
    it; one line of another script inside a sentence does not count as a change."""
    scripts = [script(line) for line in lines]
    for at in range(1, len(lines) - 1):
        before, here, after = scripts[at - 1 : at + 2]
        if here != before == after and not any(map(_ENDS_SENTENCE.search, lines[at - 1 : at + 1])):
            scripts[at] = before
    edges = [0]
    current = scripts[0]
    for at, code in enumerate(scripts):
        if code and current and code != current:
            edges.append(at)
        current = code or current
    for start, end in pairwise([*edges, len(lines)]):
        yield start, end, next(filter(None, scripts[start:end]), "")


def _rank(piece: Piece) -> int:
    return headings.rank(piece.lines[0]) if piece.kind == "paragraph" and len(piece.lines) == 1 else 0


def _halves(text: str, gap: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    if len(text) > _LONGEST:
        return
    for match in gap.finditer(text):
        left, right = text[: match.start()].strip(), text[match.end() :].strip()
        codes = script(left), script(right)
        if all(codes) and codes[0] != codes[1]:
            yield left, right
