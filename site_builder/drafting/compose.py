"""Make the draft of a text whose languages take turns in one file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from site_builder.draft import Block, Draft, Reading
from site_builder.drafting import headings, title_block
from site_builder.drafting.alternation import couple
from site_builder.drafting.blocks import Pen, block, shared_block
from site_builder.drafting.blocks import title_block as block_of_title
from site_builder.drafting.note_bodies import notes as notes_of
from site_builder.drafting.notes import take as take_notes
from site_builder.drafting.partners import missing, one_language, table_shape, with_second
from site_builder.drafting.pieces import Cut, Piece
from site_builder.drafting.sides import NEITHER, tell_apart
from site_builder.drafting.splitting import lone_headings
from site_builder.drafting.titles import by_language, heading_as_title
from site_builder.problems import Problem

_ONCE = ("code", "picture", "rule")  # stand once for all languages
_IN_LISTS = 4  # from this rank on, headings one after the other are a list
_FEWEST = 3  # so many of them


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a text besides its pieces: its path and what its front matter says."""

    path: str
    languages: tuple[str, ...] = ()
    title: Mapping[str, str] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)


def compose(cut: Cut, given: Given) -> Reading:
    """The draft, with problems for what has no partner."""
    found = take_notes(cut.pieces)
    pieces = list(lone_headings(found.pieces))
    languages, sides = tell_apart(pieces, given.languages)
    alone = len(languages) < 2
    if alone:
        languages = with_second(languages, given.languages)
        sides = [0 if piece.script else NEITHER for piece in pieces]
    pen = Pen(given.path, cut.ink, found.labels)
    title = by_language(given.title, languages)
    blocks, unlike = _blocks(pieces, sides, pen, len(languages), title)
    notes, twice = notes_of(found.bodies, languages, pen)
    lacking = [one_language(languages, given.path)] if alone else missing(blocks, languages)
    draft = Draft(languages, tuple(blocks), (), notes, title, given.meta)
    return Reading(draft, (*cut.problems, *lacking, *unlike, *twice))


def _blocks(
    pieces: Sequence[Piece], sides: Sequence[int], pen: Pen, languages: int, title: tuple[str, ...]
) -> tuple[list[Block], list[Problem]]:
    if pieces and pieces[0].kind == "heading":
        blocks, problems = _body(pieces, sides, pen, languages)
        return _levelled(heading_as_title(blocks, title)), problems
    opening = title_block.take(pieces, sides)
    if opening is None:
        blocks, problems = _body(pieces, sides, pen, languages)
        return _levelled(blocks), problems
    blocks, problems = _body(opening.rest, opening.rest_sides, pen, languages)
    return [block_of_title(opening, pen, languages), *_levelled(blocks)], problems


def _body(pieces: Sequence[Piece], sides: Sequence[int], pen: Pen, languages: int) -> tuple[list[Block], list[Problem]]:
    """Pair the text; what stands once for all languages follows the pair that it came after."""
    spoken: list[Piece] = []
    spoken_sides: list[int] = []
    before: list[Piece] = []
    after: dict[int, list[Piece]] = {}
    for piece, side in zip(pieces, sides, strict=True):
        if side == NEITHER or piece.kind in _ONCE:
            (after.setdefault(id(spoken[-1]), []) if spoken else before).append(piece)
        else:
            spoken.append(piece)
            spoken_sides.append(side)
    blocks = list(_once([before], pen, languages))
    problems: list[Problem] = []
    for group in couple(spoken, spoken_sides, languages):
        blocks.append(block(group, pen))
        problems += table_shape(group, pen.path)
        if after:
            blocks += _once([after.get(id(member), []) for member in group if member], pen, languages)
    return blocks, problems


def _once(lists: Sequence[list[Piece]], pen: Pen, languages: int) -> Iterator[Block]:
    """Blocks for pieces that stand once. `lists` has those that follow each language of a pair; what comes in each of
    them, in the same order, is the same thing."""
    filled = [pieces for pieces in lists if pieces]
    if len(filled) > 1 and len({tuple(piece.kind for piece in pieces) for pieces in filled}) == 1:
        together = [list(same) for same in zip(*filled, strict=True)]
    else:
        together = [list(same) for _, same in groupby(chain.from_iterable(filled), key=_content)]
    for same in together:
        if (same[0].kind in _ONCE and len({_content(piece) for piece in same}) == 1) or same[0].kind == "code":
            yield shared_block(same[:languages], pen, languages)
        else:
            yield from (shared_block([piece], pen, languages) for piece in same)


def _content(piece: Piece) -> tuple[str, str]:
    text = "\n".join(piece.lines)
    return piece.kind, text.rpartition("](")[2] if piece.kind == "picture" else text


def _levelled(blocks: list[Block]) -> list[Block]:
    """The blocks with levels of headings, from 1, in place of ranks; numbered lines in a row are a list."""
    listed = set(_in_lists(blocks))
    level = headings.levels(
        block.level for at, block in enumerate(blocks) if block.kind == "heading" and at not in listed
    )
    return [
        (replace(block, kind="item", level=1) if at in listed else replace(block, level=level[block.level]))
        if block.kind == "heading"
        else block
        for at, block in enumerate(blocks)
    ]


def _in_lists(blocks: list[Block]) -> Iterator[int]:
    at = 0
    for (kind, rank), run in groupby(blocks, key=lambda block: (block.kind, block.level)):
        length = len(list(run))
        if kind == "heading" and rank >= _IN_LISTS and length >= _FEWEST:
            yield from range(at, at + length)
        at += length
