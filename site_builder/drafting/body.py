"""Make the blocks of a text from its pieces: what is said in each language side by side, the rest once."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from site_builder.draft import Block
from site_builder.drafting.alternation import Group, couple
from site_builder.drafting.blocks import Pen, block, shared_block
from site_builder.drafting.partners import table_shape
from site_builder.drafting.pieces import Piece
from site_builder.drafting.sides import NEITHER
from site_builder.problems import Problem

_ONCE = ("code", "picture", "rule")  # stand once for all languages


def body(pieces: Sequence[Piece], sides: Sequence[int], pen: Pen, languages: int) -> tuple[list[Block], list[Problem]]:
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
        problems += table_shape(group)
        if after:
            blocks += _once([after.get(id(member), []) for member in group if member], pen, languages)
    return blocks, problems


def of_groups(groups: Sequence[Group], pen: Pen) -> tuple[list[Block], list[Problem]]:
    """The blocks of groups that are made already."""
    blocks: list[Block] = []
    for group in groups:
        present = [piece for piece in group if piece]
        if present[0].kind in _ONCE:
            blocks += _once([[piece] for piece in present], pen, len(group))
        else:
            blocks.append(block(group, pen))
    return blocks, [problem for group in groups for problem in table_shape(group)]


def _once(lists: Sequence[list[Piece]], pen: Pen, languages: int) -> Iterator[Block]:
    """Blocks for pieces that stand once. `lists` has those that follow each language of a pair; what comes in each of
    them, in the same order, is the same thing."""
    filled = [pieces for pieces in lists if pieces]
    if len(filled) > 1 and len({tuple(piece.kind for piece in pieces) for pieces in filled}) == 1:
        together = [list(same) for same in zip(*filled, strict=True)]
    else:
        together = [list(same) for _, same in groupby(chain.from_iterable(filled), key=_content)]
    for same in together:
        if same[0].kind == "code" or len(set(map(_content, same))) == 1:
            yield shared_block(same[:languages], pen, languages)
        else:
            yield from (shared_block([piece], pen, languages) for piece in same)


def _content(piece: Piece) -> tuple[str, str]:
    text = "\n".join(piece.lines)
    return piece.kind, text.rpartition("](")[2] if piece.kind == "picture" else text
