"""How wide the column of each language is, so that a paragraph and its translation are about as long as each other, and
which paragraphs are short enough to stand on one page."""

import unicodedata
from collections.abc import Sequence

from site_builder.model import Document, Pair

_WIDE, _NARROW = 1.1, 0.5  # of the size of type: a character of Chinese with what its rows are wider, a letter
_EVEN = 0.72  # the narrowest column as a part of an even one
_SHEET = 0.5  # em in one per cent of the width of a page's text
_WHOLE = 14  # rows that are not parted: a third of a page may stay empty, no more


def widths(document: Document) -> tuple[int, ...]:
    """The columns in per cent of the page, in the order of the languages."""
    count = len(document.languages)
    lengths = [sum(_length(segment.lines[side].text) for segment in document.segments()) for side in range(count)]
    whole = sum(lengths) or 1.0
    free = 1.0 - _EVEN
    shares = [(_EVEN + free * count * length / whole) / count for length in lengths]
    return tuple(round(100 * share) for share in shares)


def whole(pair: Pair, columns: Sequence[int]) -> bool:
    """Whether the pair is so short in all languages that it should not go on overleaf."""
    rows = (_length(pair.text(side)) / (width * _SHEET) for side, width in enumerate(columns))
    return pair.kind != "table" and max(rows, default=0.0) <= _WHOLE


def _length(text: str) -> float:
    """Of a text on one row, in em."""
    return sum(_WIDE if unicodedata.east_asian_width(character) in "WF" else _NARROW for character in text)
