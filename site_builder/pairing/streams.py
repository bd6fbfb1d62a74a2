"""Pair the blocks of a document whose languages stand by themselves, each language with the first one.

Headings meet headings, tables tables and code code, one to one; paragraphs and list items may meet in any number. Where
the blocks of two files are of the same kinds all along and no pair has an unlikely length, nothing is left to find out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from math import log
from statistics import median
from typing import TypeAlias

from site_builder.draft import Block
from site_builder.model import Line
from site_builder.pairing.joining import joined
from site_builder.pairing.limits import PROSE, Kind
from site_builder.pairing.manner import PLAIN, Manner
from site_builder.problems import Problem

_PROSE = ("paragraph", "item", "lead", "verse")
_UNLIKELY = 0.9  # how far the logarithm of a ratio of lengths may lie from the usual one
_SHORT = 40  # characters; shorter texts say little by their length

Range: TypeAlias = tuple[int, int]
Links: TypeAlias = Sequence[tuple[int, int]]  # blocks of the first language and of another that belong to one row
Stretch: TypeAlias = tuple[Range, Range]  # blocks of the first language, and of another, that face each other


def match(
    streams: tuple[tuple[Block, ...], ...],
    languages: tuple[str, ...],
    links: Sequence[Links] = (),
    manner: Manner = PLAIN,
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of all languages side by side. `links`, one a language after the first, were fixed by a person.

    A block without a partner stands with an empty side, so nothing is lost; the first such place is reported.
    """
    first, *others = streams
    stretches = [
        _stretches(first, stream, (languages[0], languages[at]), links[at - 1] if links else (), manner)
        for at, stream in enumerate(others, 1)
    ]
    rows = list(_rows(len(first), stretches))
    blocks = tuple(_joined([stream[slice(*part)] for stream, part in zip(streams, row, strict=True)]) for row in rows)
    lonely = next((row for row in rows if any(start == stop for start, stop in row)), None)
    return blocks, (_unpaired(streams, lonely, languages),) if lonely else ()


def _stretches(
    first: Sequence[Block], other: Sequence[Block], tags: tuple[str, str], links: Links, manner: Manner
) -> list[Stretch]:
    if not links and _alike(first, other):
        return [((at, at + 1), (at, at + 1)) for at in range(len(first))]
    from site_builder.pairing.fixed import Units
    from site_builder.pairing.sequences import align_sequences

    source, target = (Units(list(map(_text, side)), list(map(_kind, side))) for side in (first, other))
    return [(bead.source, bead.target) for bead in align_sequences(source, target, tags, links=links, manner=manner)]


def _alike(first: Sequence[Block], other: Sequence[Block]) -> bool:
    """Whether the blocks are of the same kinds, and none is much longer or shorter than usual beside its partner."""
    if [(block.kind, block.level) for block in first] != [(block.kind, block.level) for block in other]:
        return False
    sizes = [(len(_text(one)), len(_text(two))) for one, two in zip(first, other, strict=True)]
    ratios = [log((two + 1) / (one + 1)) for one, two in sizes if max(one, two) >= _SHORT]
    usual = median(ratios) if ratios else 0.0
    return all(abs(ratio - usual) < _UNLIKELY for ratio in ratios)


def _kind(block: Block) -> Kind:
    if block.kind in _PROSE:
        return PROSE, 0
    return ("shared" if block.shared else block.kind), block.level if block.kind == "heading" else 0


def _text(block: Block) -> str:
    return "\n".join(line.text for row in block.rows for line in row)


def _rows(count: int, stretches: Sequence[list[Stretch]]) -> Iterator[list[Range]]:
    """The blocks of every language in each row: as few as all languages agree on. A block that only one language has
    is a row of its own."""
    ends = [{0, *(source[1] for source, _ in each)} for each in stretches]
    common = sorted(set.intersection(*ends))
    starting = [_by_start(each) for each in stretches]
    yield from _alone(starting, 0)
    for start, stop in pairwise(common):
        yield [(start, stop), *(_facing(each, start, stop) for each in starting)]
        yield from _alone(starting, stop)


def _by_start(stretches: list[Stretch]) -> dict[int, list[Stretch]]:
    found: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        found.setdefault(stretch[0][0], []).append(stretch)
    return found


def _facing(starting: dict[int, list[Stretch]], start: int, stop: int) -> Range:
    """The blocks that face some of the first language, those without a partner among them included."""
    within = chain.from_iterable(starting.get(at, ()) for at in range(start, stop))
    places = [target for source, target in within if source[0] < source[1] or source[0] > start]
    filled = [place for place in places if place[0] < place[1]]
    return (filled[0][0], filled[-1][1]) if filled else (0, 0)


def _alone(starting: Sequence[dict[int, list[Stretch]]], at: int) -> Iterator[list[Range]]:
    for side, each in enumerate(starting):
        lonely = (target for source, target in each.get(at, ()) if source[0] == source[1])
        for block in chain.from_iterable(range(*target) for target in lonely):
            yield [(0, 0), *((block, block + 1) if other == side else (0, 0) for other in range(len(starting)))]


def _joined(sides: Sequence[Sequence[Block]]) -> Block:
    """The block of a row. Several paragraphs that face one become one, a line break where each ended."""
    present = list(chain.from_iterable(sides))
    first = next((block for block in present if block.kind == "heading"), present[0])
    if first.shared:
        return first
    if all(len(blocks) <= 1 for blocks in sides):
        height = max(len(block.rows) for blocks in sides for block in blocks)
        rows = [tuple(_row(blocks[0], at) if blocks else Line() for blocks in sides) for at in range(height)]
    else:
        rows = [
            tuple(
                joined([_row(block, at) for block in blocks for at in range(len(block.rows))], "\n") for blocks in sides
            )
        ]
    own_id = next((block.own_id for block in present if block.own_id), "")
    return replace(first, rows=tuple(rows), own_id=own_id, final=first.final and len(rows) > 1)


def _row(block: Block, at: int) -> Line:
    return block.rows[at][0] if at < len(block.rows) else Line()


def _unpaired(streams: Sequence[Sequence[Block]], row: Sequence[Range], languages: tuple[str, ...]) -> Problem:
    block = next(stream[start] for stream, (start, stop) in zip(streams, row, strict=True) if start < stop)
    lacking = ", ".join(tag for tag, (start, stop) in zip(languages, row, strict=True) if start == stop)
    return Problem(
        "unpaired-block",
        f"nothing in {lacking} was found for this {block.kind}",
        block.place,
        hint="see whether it was translated; python build.py serve shows the alignment under /review/",
    )
