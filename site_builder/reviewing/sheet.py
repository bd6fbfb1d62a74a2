"""A document as the review page takes it apart: each pair's text a language, and the segments as ranges in it.

It is read from the document's open data (outputs/bitext.py). Because segments are ranges, a page can only ever say
where the author's text is to be cut; no text comes back from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, TypeAlias, cast

from site_builder.languages import language
from site_builder.model import Status
from site_builder.outputs.bitext import key_of
from site_builder.rendering.endonyms import endonyms

UNCERTAIN = 0.8  # a segment that nobody looked at and that is less sure than this asks for a look
_CUTTABLE = frozenset(["heading", "lead", "paragraph", "item"])  # others have the segments that their form gave them
_LOOSE = _CUTTABLE - {"heading"}  # what may face each other, whichever of these it is

Range: TypeAlias = tuple[int, int]  # code points of the pair's text, the last one not included


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment: a range a language, None where it has no text."""

    id: str
    status: Status
    confidence: float
    ranges: tuple[Range | None, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A pair: its whole text a language, and its segments. `fixed` ones cannot be cut otherwise; a `loose` one is a
    paragraph of some languages that may be joined to one of the others."""

    id: str
    texts: tuple[str, ...]
    pieces: tuple[Piece, ...]
    fixed: bool = False
    loose: bool = False

    def sides(self) -> frozenset[int]:
        """The places of the languages that it has."""
        return frozenset(at for at, text in enumerate(self.texts) if text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole document."""

    id: str
    languages: tuple[str, ...]
    titles: tuple[str, ...]
    passages: tuple[Passage, ...]

    def open_questions(self) -> int:
        """How many segments are uncertain and not looked at."""
        pieces = (piece for passage in self.passages for piece in passage.pieces)
        return sum(piece.status == "auto" and piece.confidence < UNCERTAIN for piece in pieces)


def sheet(data: Mapping[str, Any], aligned: bool = False, apart: bool = False) -> Sheet:
    """The sheet of a document's data; `aligned` tells that its own file says what belongs together, `apart` that each
    language has a file of its own."""
    languages = tuple(data["languages"])
    keys = [key_of(tag) for tag in languages]
    pairs = (pair for section in data["sections"] for pair in section["pairs"] if pair["segments"])
    titles = tuple(data["title"][key] or "" for key in keys)
    return Sheet(data["id"], languages, titles, tuple(_passage(pair, keys, aligned, apart) for pair in pairs))


def together(one: Passage, other: Passage) -> Passage | None:
    """Two passages as one, under the id of the first; None where they may not be joined: one of them has to have the
    first language, with which all others are aligned."""
    if not one.loose or not other.loose or one.sides() & other.sides() or 0 not in one.sides() | other.sides():
        return None
    texts = tuple(own or theirs for own, theirs in zip(one.texts, other.texts, strict=True))
    return Passage(one.id, texts, (*one.pieces, *other.pieces))


def shown(sheet: Sheet) -> dict[str, object]:
    """The sheet as the page gets it, with the places where sentences and clauses end."""
    return {
        "id": sheet.id,
        "uncertain": UNCERTAIN,
        "titles": sheet.titles,
        "languages": [
            {"tag": tag, "name": name, "rtl": language(tag).rtl}
            for tag, name in zip(sheet.languages, endonyms(sheet.languages), strict=True)
        ],
        "pairs": [_shown(passage, sheet.languages) for passage in sheet.passages],
    }


def _shown(passage: Passage, languages: Sequence[str]) -> dict[str, object]:
    return {
        "id": passage.id,
        "fixed": passage.fixed,
        "loose": passage.loose,
        "texts": passage.texts,
        "cuts": [_cuts(text, tag) for text, tag in zip(passage.texts, languages, strict=True)],
        "rows": [(piece.id, piece.status, piece.confidence, piece.ranges) for piece in passage.pieces],
    }


def _cuts(text: str, tag: str) -> list[int]:
    """Where a clause ends, or a sentence where the language has no rule for clauses; the end of the text left out."""
    ends = language(tag).clause_ends or language(tag).sentence_ends
    return ends(text)[:-1]


def _passage(pair: Mapping[str, Any], keys: Sequence[str], aligned: bool, apart: bool) -> Passage:
    segments = pair["segments"]
    sides = [[segment[key] or "" for segment in segments] for key in keys]
    orders = [pair.get("order", {}).get(key) or range(len(segments)) for key in keys]
    texts = tuple("".join(side[at] for at in order) for side, order in zip(sides, orders, strict=True))
    ranges = zip(*map(_ranges, sides, orders), strict=True)
    pieces = tuple(
        Piece(segment["id"], cast(Status, segment["status"]), segment["confidence"], places)
        for segment, places in zip(segments, ranges, strict=True)
    )
    fixed = aligned or pair["kind"] not in _CUTTABLE
    loose = apart and not fixed and pair["kind"] in _LOOSE and not all(texts)
    return Passage(pair["id"], texts, pieces, fixed, loose)


def _ranges(texts: Sequence[str], order: Sequence[int]) -> list[Range | None]:
    """Where the text of each segment stands in that of the pair, which has them in `order`."""
    found: list[Range | None] = [None] * len(texts)
    for at, (start, end) in zip(order, pairwise(accumulate((len(texts[at]) for at in order), initial=0)), strict=True):
        found[at] = (start, end) if start < end else None
    return found
