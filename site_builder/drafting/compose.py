"""Make the draft of a text whose languages take turns in one file."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from site_builder.draft import Block, Draft, Reading
from site_builder.drafting import headings, title_block
from site_builder.drafting.blocks import Pen
from site_builder.drafting.blocks import title_block as block_of_title
from site_builder.drafting.body import body
from site_builder.drafting.note_bodies import notes as notes_of
from site_builder.drafting.notes import take as take_notes
from site_builder.drafting.partners import missing, one_language, with_second
from site_builder.drafting.pieces import Cut, Piece
from site_builder.drafting.sides import NEITHER, tell_apart
from site_builder.drafting.splitting import lone_headings
from site_builder.drafting.titles import by_language, heading_as_title
from site_builder.problems import Problem


class Given(NamedTuple):
    """What is known of a text besides its pieces: its path and what its front matter says."""

    path: str
    languages: tuple[str, ...] = ()
    title: Mapping[str, str] = MappingProxyType({})
    meta: Mapping[str, str] = MappingProxyType({})


def compose(cut: Cut, given: Given) -> Reading:
    """The draft, with problems for what has no partner."""
    found = take_notes(cut.pieces)
    pieces = list(lone_headings(found.pieces))
    languages, sides = tell_apart(pieces, given.languages)
    if len(languages) < 2:
        languages = with_second(languages, given.languages)
        sides = [0 if piece.script else NEITHER for piece in pieces]
    used = set(sides) - {NEITHER}
    pen = Pen({given.path: cut.ink}, found.labels)
    title = by_language(given.title, languages)
    blocks, unlike = _blocks(pieces, sides, pen, len(languages), title)
    notes, twice = notes_of(found.bodies, languages, pen)
    lacking = [one_language(languages, used, given.path)] if len(used) < 2 else missing(blocks, languages)
    draft = Draft(languages, tuple(blocks), (), notes, title, dict(given.meta))
    return Reading(draft, (*cut.problems, *lacking, *unlike, *twice))


def _blocks(
    pieces: Sequence[Piece], sides: Sequence[int], pen: Pen, languages: int, title: tuple[str, ...]
) -> tuple[list[Block], list[Problem]]:
    if pieces and pieces[0].kind == "heading":
        blocks, problems = body(pieces, sides, pen, languages)
        return headings.levelled(heading_as_title(blocks, title)), problems
    opening = title_block.take(pieces, sides)
    if opening is None:
        blocks, problems = body(pieces, sides, pen, languages)
        return headings.levelled(blocks), problems
    blocks, problems = body(opening.rest, opening.rest_sides, pen, languages)
    return [block_of_title(opening, pen, languages), *headings.levelled(blocks)], problems
