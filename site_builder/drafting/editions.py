"""A document in one language, as its file says it, and what the editions of a document say together."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from site_builder.drafting import title_block
from site_builder.drafting.pieces import Cut, Piece
from site_builder.drafting.title_block import TitleBlock

_MOST_TITLES = 4  # lines above the text; more are the text itself: verse, a list


class Edition(NamedTuple):
    """The document in one language: what its file was cut into, and what its front matter says."""

    language: str
    path: str
    cut: Cut
    title: str = ""
    meta: Mapping[str, str] = MappingProxyType({})


def opening(streams: Sequence[list[Piece]]) -> tuple[TitleBlock | None, Sequence[list[Piece]]]:
    """The title block of two editions that both begin with the lines of one, and what is left of both."""
    tops = [_top(stream) for stream in streams]
    if len(streams) != 2 or not 0 < min(tops) <= _MOST_TITLES or max(tops) > _MOST_TITLES + 2:
        return None, streams
    tops = [min(top, _MOST_TITLES) for top in tops]  # a heading may look like one line more in one language
    sides = [side for side, top in enumerate(tops) for _ in range(top)]
    rows = [piece for stream, top in zip(streams, tops, strict=True) for piece in stream[:top]]
    found = title_block.take(rows, sides)
    if found is None:
        return None, streams
    rest = [
        [piece for piece, of in zip(found.rest, found.rest_sides, strict=True) if of == side] + stream[tops[side] :]
        for side, stream in enumerate(streams)
    ]
    return found, rest


def meta_of(editions: Sequence[Edition]) -> dict[str, str]:
    """What front matter says, values that differ between editions one after the other."""
    values: dict[str, list[str]] = {}
    for edition in editions:
        for key, value in edition.meta.items():
            if value not in values.setdefault(key, []):
                values[key].append(value)
    return {key: " / ".join(texts) for key, texts in values.items()}


def _top(stream: Sequence[Piece]) -> int:
    """How many pieces at the top look like lines of a title block; 0 when all do."""
    count = sum(1 for _ in takewhile(title_block.may_open, stream))
    return count if count < len(stream) else 0
