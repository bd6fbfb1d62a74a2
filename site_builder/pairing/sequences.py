"""Align two sequences of units that nobody aligned: paragraphs, or sentences.

1. The words of both sides are told apart, and which of them translate each other.
2. Long texts are cut into blocks at safe places (`anchors`).
3. In each block a first pass with rough prices finds where the two run along each other; the second one prices the
   beads near that path in full (`scoring`) and takes the best path, with how likely each of its beads is.
4. Word pairs that keep standing in the same sure beads are added to the dictionary, and the blocks aligned again.

Beads that a person fixed are kept as they are, and nothing crosses them.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import log

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
_TRIES, _SURE, _ENOUGH, _SAME_RATIO = 3, 0.6, 5, 0.15
_TO_LEARN_FROM = 20  # units; fewer repeat nothing


def align_sequences(
    source: Units, target: Units, languages: tuple[str, str], fixed: Sequence[Bead] = (), nodes: Sequence[Node] = ()
) -> list[Bead]:
    """The beads of two sequences of texts, in order of the source; every unit is in exactly one.

    Which of the two is the source changes nothing but the order of beads without a partner.
    `fixed` beads are among them as they are, crossing ones included; no bead passes by one of the `nodes` (so many
    units of either side, in order). `confidence` is the posterior among all alignments.
    """
    if _second_first(source, target, languages):
        turned = align_sequences(target, source, languages[::-1], [*map(_turned, fixed)], [(j, i) for i, j in nodes])
        return sorted(map(_turned, turned), key=in_order)
    held = Fixed(len(source.texts), len(target.texts), fixed, nodes)
    return held.together(_aligned(held.source(source), held.target(target), languages, held.nodes))


def _second_first(source: Units, target: Units, languages: tuple[str, str]) -> bool:
    """Whether the second side comes first when beads are priced. The weights know Chinese there, the terser one; so the
    shorter side stands there, whichever it is, and the beads do not depend on which side was given first."""
    codes = [tag.partition("-")[0].lower() for tag in languages]
    if sorted(codes) == ["en", "zh"]:
        return codes == ["en", "zh"]
    return _size(target) < _size(source)


def _size(units: Units) -> tuple[int, Sequence[str]]:
    return sum(len(text.strip()) for text in units.texts), list(units.texts)


def _turned(bead: Bead) -> Bead:
    return Bead(bead.target, bead.source, bead.confidence)


def _aligned(source: Units, target: Units, languages: tuple[str, str], nodes: Sequence[Node]) -> list[Bead]:
    if not source.texts or not target.texts:
        return _alone((0, len(source.texts)), (0, len(target.texts)))
    found = matter([text.strip() for text in source.texts], [text.strip() for text in target.texts], languages)
    limits = Limits(nodes, source.kinds, target.kinds)
    blocks = [_Block(found, start, end, limits.inside(start, end)) for start, end in pairwise(cuts(found, nodes))]
    paths = [block.rough_path(found) for block in blocks]
    if min(len(source.texts), len(target.texts)) >= _TO_LEARN_FROM:
        sure = [bead for block, path in zip(blocks, paths, strict=True) for bead in block.beads(path)]
        found = found.knowing(learnt(found, sure))
    return [bead for block, path in zip(blocks, paths, strict=True) for bead in block.beads(block.path(found, path))]


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
        self._ratio = 1.0 if self._one_sided else _ratio(self._own, self._other, [])

    def rough_path(self, found: Matter) -> list[Step]:
        """The best path at rough prices, through the whole of the block. Where much of one side is missing from the
        other, the lengths of all are no measure of how long a translation is; what was found then is a better one."""
        if self._one_sided:
            return []
        table = self._words(found)
        path: list[Step] = []
        for _ in range(_TRIES):
            path = _first_pass(self._own, self._other, table, self._limits, self._ratio)
            ratio = _ratio(self._own, self._other, path)
            if abs(log(ratio / self._ratio)) < _SAME_RATIO:
                break
            self._ratio = ratio
        return path

    def path(self, found: Matter, rough: list[Step]) -> list[Step]:
        """The best path at full prices, near the rough one."""
        if self._one_sided:
            return []
        return _second_pass(self._own, self._other, self._words(found), rough, self._limits, self._ratio)

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


def _ratio(own: Traits, other: Traits, path: list[Step]) -> float:
    """Characters of the target for one of the source, in the sure beads of a path, or of all when these are few."""
    here = there = 0.0
    sure = 0
    for step in path:
        a, b = SHAPES[step.shape]
        if a and b and step.confidence > _SURE:
            here += own.lengths[step.source + a] - own.lengths[step.source]
            there += other.lengths[step.target + b] - other.lengths[step.target]
            sure += 1
    return float(there / here if sure >= _ENOUGH else other.lengths[-1] / own.lengths[-1])


def _first_pass(own: Traits, other: Traits, table: Words, limits: Limits, ratio: float) -> list[Step]:
    """The best path at rough prices, through the whole of the block."""
    rows, columns = len(own.ends), len(other.ends)
    worth = np.full((len(SHAPES), rows + 1, columns + 1), NEVER)
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


def _second_pass(
    own: Traits, other: Traits, table: Words, path: list[Step], limits: Limits, ratio: float
) -> list[Step]:
    """The best path at full prices, near the first one."""
    columns = len(other.ends)
    offsets, width = _near(path, len(own.ends), columns)
    worth = limits.applied(scores(own, other, table, offsets, width, ratio), offsets)
    return Lattice(worth, offsets, columns).best()


def _near(path: list[Step], rows: int, columns: int) -> tuple[Ints, int]:
    """The first column of the band in each row, so that the path runs in its middle, and how wide the band is: wider
    where many units of the target stand alone in a row, so that the path itself is always in it."""
    first, last = np.full(rows + 1, columns, np.int64), np.zeros(rows + 1, np.int64)
    for step in path:
        a, b = SHAPES[step.shape]
        for row in range(a + 1):
            column = step.target + (b * row // a if a else b)
            first[step.source + row] = min(first[step.source + row], column)
            last[step.source + row] = max(last[step.source + row], column)
    first[0] = 0
    width = min(_BAND + int((last - first).max()), columns + 1)
    offsets = np.clip((first + last - width + 1) // 2, 0, max(0, columns + 1 - width))
    return np.maximum.accumulate(offsets), width
