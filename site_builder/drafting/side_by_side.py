"""Make the draft of a document whose languages stand in files of their own."""

from collections.abc import Mapping, Sequence
from itertools import chain, takewhile
from types import MappingProxyType
from typing import NamedTuple

from site_builder.draft import Block, Draft, Reading
from site_builder.drafting import headings, title_block
from site_builder.drafting.alternation import Group, alike, couple
from site_builder.drafting.blocks import Pen
from site_builder.drafting.blocks import title_block as block_of_title
from site_builder.drafting.body import of_groups
from site_builder.drafting.note_bodies import notes as notes_of
from site_builder.drafting.notes import Found, take
from site_builder.drafting.pieces import Cut, Piece
from site_builder.drafting.titles import heading_as_title
from site_builder.note_marks import Labels
from site_builder.problems import Place, Problem

_MOST_TITLES = 4  # lines above the text; more are the text itself: verse, a list


class Edition(NamedTuple):
    """The document in one language: what its file was cut into, and what its front matter says."""

    language: str
    path: str
    cut: Cut
    title: str = ""
    meta: Mapping[str, str] = MappingProxyType({})


def side_by_side(editions: Sequence[Edition]) -> Reading:
    """The draft, its languages in the order of `editions`, with a problem where their shapes part."""
    found = [take(edition.cut.pieces) for edition in editions]
    pen = Pen({edition.path: edition.cut.ink for edition in editions}, _labels(found))
    title = tuple(edition.title for edition in editions)
    blocks, problems = _blocks([each.pieces for each in found], pen, title)
    bodies = [
        body._replace(piece=body.piece._replace(language=edition.language))
        for edition, each in zip(editions, found, strict=True)
        for body in each.bodies
    ]
    languages = tuple(edition.language for edition in editions)
    notes, twice = notes_of(bodies, languages, pen)
    draft = Draft(languages, tuple(blocks), (), notes, title if any(title) else (), meta_of(editions))
    return Reading(draft, (*chain.from_iterable(edition.cut.problems for edition in editions), *problems, *twice))


def _blocks(streams: Sequence[list[Piece]], pen: Pen, title: tuple[str, ...]) -> tuple[list[Block], list[Problem]]:
    opening: list[Block] = []
    tops = [_top(stream) for stream in streams]
    if len(streams) == 2 and all(tops):
        sides = [side for side, top in enumerate(tops) for _ in range(top)]
        rows = [piece for stream, top in zip(streams, tops, strict=True) for piece in stream[:top]]
        if found := title_block.take(rows, sides):
            opening = [block_of_title(found, pen, len(streams))]
            streams = [stream[top:] for stream, top in zip(streams, tops, strict=True)]
    groups, differs = _groups(streams)
    blocks, problems = of_groups(groups, pen)
    if not opening and all(stream and stream[0].kind == "heading" for stream in streams):
        blocks = heading_as_title(blocks, title)
    return [*opening, *headings.levelled(blocks)], [*differs, *problems]


def _top(stream: Sequence[Piece]) -> int:
    """How many pieces at the top are lines of a title block."""
    count = sum(1 for _ in takewhile(title_block.may_open, stream))
    return count if count <= _MOST_TITLES and count < len(stream) else 0


def _groups(streams: Sequence[Sequence[Piece]]) -> tuple[list[Group], list[Problem]]:
    """The pieces in order, as long as their shapes agree; from there on as well as can be."""
    same = 0
    for row in zip(*streams, strict=False):
        if not all(alike(row[0], piece) for piece in row[1:]):
            break
        same += 1
    groups: list[Group] = [tuple(stream[at] for stream in streams) for at in range(same)]
    rest = [stream[same:] for stream in streams]
    if not any(rest):
        return groups, []
    sides = [side for side, pieces in enumerate(rest) for _ in pieces]
    groups += couple(list(chain.from_iterable(rest)), sides, len(streams))
    return groups, [_differs(streams, same)]


def _differs(streams: Sequence[Sequence[Piece]], at: int) -> Problem:
    """The first place where one file has another kind of block than the others, or none."""
    here = [_told(stream, at) for stream in streams]
    place = next(Place(stream[at].path, stream[at].line) for stream in streams if at < len(stream))
    hint = (
        "give every language the same headings, paragraphs and lists in the same order; what follows is paired by guess"
    )
    return Problem("shape-differs", f"the files part here: {' but '.join(here)}", place, hint=hint)


def _told(stream: Sequence[Piece], at: int) -> str:
    if at >= len(stream):
        return f"the end of {stream[-1].path}" if stream else "an empty file"
    piece = stream[at]
    level = f" {piece.level}" if piece.kind in ("heading", "item") else ""
    return f"{piece.kind}{level} at {piece.path}:{piece.line}"


def _labels(found: Sequence[Found]) -> Labels:
    """A mark may lead to a note that only another edition has."""
    return Labels(
        frozenset(chain.from_iterable(each.labels.all for each in found)),
        frozenset(chain.from_iterable(each.labels.circled for each in found)),
    )


def meta_of(editions: Sequence[Edition]) -> dict[str, str]:
    """What front matter says, values that differ between editions one after the other."""
    values: dict[str, list[str]] = {}
    for edition in editions:
        for key, value in edition.meta.items():
            if value not in values.setdefault(key, []):
                values[key].append(value)
    return {key: " / ".join(texts) for key, texts in values.items()}
