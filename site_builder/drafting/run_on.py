"""Set sentences that stood apart in a file (a row, an element, a value each) as the running text of a paragraph."""

from collections.abc import Sequence

from site_builder.languages import language
from site_builder.model import Line

Rows = tuple[tuple[Line, ...], ...]


def run_on(rows: Rows, languages: Sequence[str]) -> Rows:
    """The rows of a paragraph, a line a language. Where a language sets words apart, a sentence that another follows
    gets the space between them; white space after a sentence belongs to its line (`model.Line`)."""
    sides = [_spaced([row[side] for row in rows], tag) for side, tag in enumerate(languages)]
    return tuple(zip(*sides, strict=True))


def _spaced(lines: list[Line], tag: str) -> list[Line]:
    if not language(tag).spaced:
        return lines
    last = max((at for at, line in enumerate(lines) if line.text), default=0)
    return [
        Line(f"{line.text} ", line.spans) if line.text and at < last and not line.text[-1].isspace() else line
        for at, line in enumerate(lines)
    ]
