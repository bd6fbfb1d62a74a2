"""Align two sequences of units that nobody aligned: paragraphs, or sentences.

1. The words of both sides are told apart, and which of them translate each other.
2. Long texts are cut into blocks at safe places (`anchors`).
3. In each block a first pass with rough prices finds where the two run along each other; the second one prices the
   beads near that path in full (`scoring`) and takes the best path, with how likely each of its beads is.
4. Word pairs that keep standing in the same sure beads are added to the dictionary, and the blocks aligned again.

Beads that a person fixed are kept as they are, and nothing crosses them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from site_builder.pairing.align import Bead
from site_builder.pairing.anchors import cuts
from site_builder.pairing.fixed import Fixed, Units, in_order
from site_builder.pairing.lattice import NEVER, SHAPES, Ints, Lattice, Step
from site_builder.pairing.limits import Limits, Node
from site_builder.pairing.matter import Matter, matter
from site_builder.pairing.scoring import Words, scores
from site_builder.pairing.together import learnt
from site_builder.pairing.traits import Traits, traits
from site_builder.pairing.word_table import words

_BAND = 25  # columns that the second pass looks at in a row
_ROUGH = {(1, 1): 0.0, (1, 2): -1.0, (2, 1): -1.6, (2, 2): -3.0, (1, 3): -2.3, (3, 1): -3.0, (1, 0): -4.0, (0, 1): -4.0}
_ROUGH_WORDS = 0.3
_TO_LEARN_FROM = 20  # units; fewer repeat nothing

Progress: TypeAlias = Callable[[int, int], None]


def align_sequences(
    source: Units,
    target: Units,
    languages: tuple[str, str],
    fixed: Sequence[Bead] = (),
    nodes: Sequence[Node] = (),
    links: Sequence[Node] = (),
    progress: Progress | None = None,
) -> list[Bead]:
    """The beads of two sequences of texts, in order of the source; every unit is in exactly one.

    `fixed` beads are among them as they are, crossing ones included; no bead passes by one of the `nodes` (so many
    units of either side, in order); `links` are pairs of units that belong together. `confidence` is the posterior
    among all alignments. `progress` is told how many units of work are done, of how many.
    """
    if [tag.partition("-")[0].lower() for tag in languages] == ["en", "zh"]:
        back = [(j, i) for i, j in nodes], [(j, i) for i, j in links]
        turned = align_sequences(target, source, ("zh", "en"), [*map(_turned, fixed)], *back, progress)
        return sorted(map(_turned, turned), key=in_order)
    held = Fixed(len(source.texts), len(target.texts), fixed, nodes)
    limits = Limits(held.nodes, held.source(source).kinds, held.target(target).kinds)
    one, two = ([text.strip() for text in side.texts] for side in (held.source(source), held.target(target)))
    if not one or not two:
        return held.together(_alone((0, len(one)), (0, len(two))))
    found = matter(one, two, languages)
    found = found.linked(held.links(links)) if links else found
    return held.together(_aligned(found, limits, progress))


def _turned(bead: Bead) -> Bead:
    return Bead(bead.target, bead.source, bead.confidence)


def _aligned(found: Matter, limits: Limits, progress: Progress | None) -> list[Bead]:
    blocks = [
        _Block(found, start, end, limits.inside(start, end)) for start, end in pairwise(cuts(found, limits.nodes))
    ]
    paths = [block.rough_path(found) for block in _counted(blocks, progress, 0)]
    if min(len(found.source), len(found.target)) >= _TO_LEARN_FROM:
        sure = [bead for block, path in zip(blocks, paths, strict=True) for bead in block.beads(path)]
        found = found.knowing(learnt(found, sure))
    counted = _counted(blocks, progress, len(blocks))
    return [bead for block, path in zip(counted, paths, strict=True) for bead in block.beads(block.path(found, path))]


def _counted(blocks: "Sequence[_Block]", progress: Progress | None, before: int) -> "Iterator[_Block]":
    """The blocks; each that was worked on is reported. There are two rounds."""
    for done, block in enumerate(blocks, before + 1):
        yield block
        if progress:
            progress(done, 2 * len(blocks))


def _alone(source: tuple[int, int], target: tuple[int, int]) -> list[Bead]:
    """Units that have nothing on the other side, each a bead."""
    (top, bottom), (left, right) = source, target
    return [Bead((k, k + 1), (left, left)) for k in range(top, bottom)] + [
        Bead((bottom, bottom), (k, k + 1)) for k in range(left, right)
    ]


class _Block:
    """The units between two nodes that the path is sure to pass."""

    def __init__(self, found: Matter, start: Node, end: Node, limits: Limits) -> None:
        self._start, self._limits = start, limits
        self._source, self._target = slice(start[0], end[0]), slice(start[1], end[1])
        self._one_sided = start[0] == end[0] or start[1] == end[1]
        self._alone = _alone((start[0], end[0]), (start[1], end[1])) if self._one_sided else []
        self._own, self._other = traits(found.source_texts[self._source]), traits(found.target_texts[self._target])

    def rough_path(self, found: Matter) -> list[Step]:
        """The best path at rough prices, through the whole of the block."""
        return [] if self._one_sided else _first_pass(self._own, self._other, self._words(found), self._limits)

    def path(self, found: Matter, rough: list[Step]) -> list[Step]:
        """The best path at full prices, near the rough one."""
        if self._one_sided:
            return []
        return _second_pass(self._own, self._other, self._words(found), rough, self._limits)

    def beads(self, path: list[Step]) -> list[Bead]:
        """The beads of a path, counted in the units of the whole text."""
        top, left = self._start
        return self._alone or [
            Bead(
                (top + step.source, top + step.source + SHAPES[step.shape][0]),
                (left + step.target, left + step.target + SHAPES[step.shape][1]),
                step.confidence,
            )
            for step in path
        ]

    def _words(self, found: Matter) -> Words:
        return words(found.compared[0][self._source], found.compared[1][self._target], found.weights)


def _first_pass(own: Traits, other: Traits, table: Words, limits: Limits) -> list[Step]:
    """The best path at rough prices, through the whole of the block."""
    rows, columns = len(own.ends), len(other.ends)
    worth = np.full((len(SHAPES), rows + 1, columns + 1), NEVER)
    ratio = other.lengths[-1] / own.lengths[-1]
    for (a, b), price in _ROUGH.items():
        if a <= rows and b <= columns:
            value = np.full((rows - a + 1, columns - b + 1), price)
            if a and b:
                here = (own.lengths[a:] - own.lengths[: rows - a + 1])[:, None] * ratio
                there = (other.lengths[b:] - other.lengths[: columns - b + 1])[None, :]
                value -= np.minimum((there - here) ** 2 / (6.8 * np.maximum(here, 1.0)) / 6, 6)
                value += _ROUGH_WORDS * (table.target[a][:, b:] - table.target[a][:, : columns - b + 1])
                value += _ROUGH_WORDS * (table.source[b][a:] - table.source[b][: rows - a + 1])
            worth[SHAPES.index((a, b)), : rows - a + 1, : columns - b + 1] = value
    offsets = np.zeros(rows + 1, np.int64)
    return Lattice(limits.applied(worth, offsets), offsets, columns).best()


def _second_pass(own: Traits, other: Traits, table: Words, path: list[Step], limits: Limits) -> list[Step]:
    """The best path at full prices, near the first one."""
    columns = len(other.ends)
    width = min(_BAND, columns + 1)
    offsets = _near(path, len(own.ends), columns, width)
    worth = limits.applied(scores(own, other, table, offsets, width), offsets)
    return Lattice(worth, offsets, columns).best()


def _near(path: list[Step], rows: int, columns: int, width: int) -> Ints:
    """The first column of the band in each row, so that the path runs in its middle."""
    middle = np.zeros(rows + 1)
    for step in path:
        a, b = SHAPES[step.shape]
        for row in range(a + 1):
            middle[step.source + row] = step.target + (b * row / a if a else b)
    offsets = np.clip(np.round(middle - width // 2), 0, max(0, columns + 1 - width)).astype(np.int64)
    offsets[0] = 0
    return np.maximum.accumulate(offsets)
