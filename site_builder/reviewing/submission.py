"""What a review page sends back, checked: the rows of the file of corrections, or why they are refused.

    {"digest": "…", "pairs": [{"id": "p3", "rows": [{"id": "p3-1", "status": "checked", "ranges": [[0, 12], null]}]}]}

Only the pairs that a person changed are sent. `"with": "p4"` in one says that p4, a paragraph of the languages that p3
does not have, was joined to it; then the ranges are those of the two together. Nothing is believed: the ranges of each
language have to cover the text of their pair, every character once, and a segment that is new or was cut otherwise is
locked, whatever was said of it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast, get_args

from site_builder.interchange.corrections import Row, digest
from site_builder.model import Status
from site_builder.reviewing.sheet import Passage, Piece, Range, Sheet, together

Refused: TypeAlias = str  # a plain sentence

_BROKEN = "this is not what a review page sends"
_LOST = "the segments do not hold the text of paragraph {}, all of it once; nothing was saved"


def rows(sheet: Sheet, said: object) -> tuple[Row, ...] | Refused:
    """All rows of the document, those of the pairs in `said` as it has them."""
    pairs = said.get("pairs") if isinstance(said, dict) else None
    if not isinstance(pairs, list):
        return _BROKEN
    changed: dict[str, list[tuple[Passage, Piece]]] = {}
    for pair in pairs:
        names = _names(pair)
        passage = _passage(sheet, names)
        if passage is None or not changed.keys().isdisjoint(names):
            return _BROKEN
        found = _pieces(passage, pair.get("rows"))
        if isinstance(found, str):
            return found
        changed.update({name: [] for name in names[1:]})
        changed[passage.id] = [(passage, piece) for piece in found]
    pieces = [each for own in sheet.passages for each in changed.get(own.id, [(own, piece) for piece in own.pieces])]
    named = [piece.id for _, piece in pieces if piece.id]
    if len(named) != len(set(named)):
        return _BROKEN
    return tuple(_row(passage, piece) for passage, piece in pieces)


def _names(pair: object) -> list[str]:
    """The id of a pair, and of the one that was joined to it; empty for nonsense."""
    if not isinstance(pair, dict):
        return []
    names = [pair.get("id"), *([pair["with"]] if "with" in pair else [])]
    return [name for name in names if isinstance(name, str)] if all(map(_is_text, names)) else []


def _passage(sheet: Sheet, names: Sequence[str]) -> Passage | None:
    """What stands under these names: a passage of the sheet, or two of them joined."""
    known = {passage.id: passage for passage in sheet.passages}
    found = [known[name] for name in names if name in known]
    if len(found) != len(names) or not found:
        return None
    return found[0] if len(found) == 1 else together(*found)


def _pieces(passage: Passage, said: object) -> Sequence[Piece] | Refused:
    if not isinstance(said, list) or not said:
        return _BROKEN
    pieces = [_piece(passage, row) for row in said]
    good = [piece for piece in pieces if piece]
    if len(good) != len(pieces):
        return _BROKEN
    sides = range(len(passage.texts))
    whole = all(_covers([piece.ranges[side] for piece in good], len(passage.texts[side])) for side in sides)
    kept = [piece for piece in passage.pieces if not any(piece.ranges)]  # a picture without words
    if not whole or [piece.id for piece in good if not any(piece.ranges)] != [piece.id for piece in kept]:
        return _LOST.format(passage.id)
    if passage.fixed and [_cut(piece) for piece in good] != [_cut(piece) for piece in passage.pieces]:
        return f"paragraph {passage.id} cannot be cut otherwise here"
    return good


def _piece(passage: Passage, said: object) -> Piece | None:
    """A segment as it was said, None when it makes no sense."""
    if not isinstance(said, dict):
        return None
    name, status, ranges = said.get("id"), said.get("status"), _ranges(said.get("ranges"), passage)
    if not _is_text(name) or status not in get_args(Status) or ranges is None:
        return None
    was = next((piece for piece in passage.pieces if piece.id == name), None)
    if was and was.ranges == ranges:
        return Piece(was.id, cast(Status, status), was.confidence, ranges)
    if name and not was and not re.fullmatch(re.escape(passage.id) + r"-[1-9]\d{0,6}", str(name)):
        return None
    return Piece(str(name), "locked", 1.0, ranges)


def _ranges(said: object, passage: Passage) -> tuple[Range | None, ...] | None:
    if not isinstance(said, list) or len(said) != len(passage.texts):
        return None
    found = [_range(one, len(text)) for one, text in zip(said, passage.texts, strict=True)]
    return None if any(one == () for one in found) else tuple(cast(Range | None, one) for one in found)


def _range(said: object, length: int) -> Range | tuple[()] | None:
    """A range or None, as said; () for nonsense."""
    if said is None:
        return None
    if not isinstance(said, list) or len(said) != 2 or not all(type(one) is int for one in said):
        return ()
    start, end = said
    return (start, end) if 0 <= start < end <= length else ()


def _covers(ranges: Sequence[Range | None], length: int) -> bool:
    """Whether the ranges, in whatever order, cover a text of this length, every character once."""
    at = 0
    for start, end in sorted(one for one in ranges if one):
        if start != at:
            return False
        at = end
    return at == length


def _cut(piece: Piece) -> tuple[str, tuple[Range | None, ...]]:
    return piece.id, piece.ranges


def _row(passage: Passage, piece: Piece) -> Row:
    texts = tuple(text[slice(*place)] if place else "" for text, place in zip(passage.texts, piece.ranges, strict=True))
    return Row(piece.id, piece.status, piece.confidence, texts, tuple(map(digest, texts)))


def _is_text(said: object) -> bool:
    return isinstance(said, str)


def digest_said(said: object) -> str:
    """The digest of what the page had before it, "" without one."""
    found = said.get("digest") if isinstance(said, Mapping) else None
    return found if isinstance(found, str) else ""
