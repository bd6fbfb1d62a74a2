"""Align the units between two places that the path is sure to pass: at rough prices, then near that path in full."""

from math import log

import numpy as np

from site_builder.pairing.align import Bead
from site_builder.pairing.lattice import NEVER, SHAPES, Ints, Lattice, Step
from site_builder.pairing.limits import Limits, Node
from site_builder.pairing.matter import Matter
from site_builder.pairing.scoring import Sides, Words, scores
from site_builder.pairing.traits import Traits, traits
from site_builder.pairing.vectors import Likeness, likeness
from site_builder.pairing.word_table import words

_BAND = 25  # columns that the second pass looks at in a row
_ROUGH = dict(zip(SHAPES, (-4.0, -4.0, 0.0, -1.0, -1.6, -3.0, -2.3, -3.0), strict=False))  # the first shapes
_ROUGH_WORDS = 0.3
_TRIES, _SURE, _ENOUGH, _SAME_RATIO = 3, 0.6, 5, 0.15


def alone(source: tuple[int, int], target: tuple[int, int]) -> list[Bead]:
    """Units that have nothing on the other side, each a bead."""
    (top, bottom), (left, right) = source, target
    return [Bead((k, k + 1), (left, left)) for k in range(top, bottom)] + [
        Bead((bottom, bottom), (k, k + 1)) for k in range(left, right)
    ]


class Block:
    """The units between two nodes that the path is sure to pass."""

    def __init__(self, found: Matter, start: Node, end: Node, limits: Limits) -> None:
        self._start, self._limits = start, limits
        self._source, self._target = slice(start[0], end[0]), slice(start[1], end[1])
        self._one_sided = start[0] == end[0] or start[1] == end[1]
        self._alone = alone((start[0], end[0]), (start[1], end[1])) if self._one_sided else []
        self._own, self._other = traits(found.source_texts[self._source]), traits(found.target_texts[self._target])
        self._ratio = 1.0 if self._one_sided else _ratio(self._own, self._other, [])

    def rough_path(self, found: Matter) -> list[Step]:
        """The best path at rough prices, through the whole of the block. Where much of one side is missing from the
        other, the lengths of all are no measure of how long a translation is; what was found then is a better one."""
        if self._one_sided:
            return []
        table = self._words(found, max(max(shape) for shape in _ROUGH))
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
        sides = Sides(self._own, self._other, self._words(found), self._ratio, self._likeness(found))
        return _second_pass(sides, rough, self._limits)

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

    def _likeness(self, found: Matter) -> Likeness | None:
        if found.vectors is None:
            return None
        source, target = found.vectors
        lengths = self._own.lengths, self._other.lengths
        return likeness(source[self._source], target[self._target], (source.mean(0), target.mean(0)), lengths)

    def _words(self, found: Matter, most: int = 0) -> Words:
        return words(found.compared[0][self._source], found.compared[1][self._target], found.weights, most)


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
    worth = np.full((len(_ROUGH), rows + 1, columns + 1), NEVER)
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


def _second_pass(sides: Sides, path: list[Step], limits: Limits) -> list[Step]:
    """The best path at full prices, near the first one."""
    columns = len(sides.target.ends)
    offsets, width = _near(path, len(sides.source.ends), columns)
    worth = limits.applied(scores(sides, offsets, width), offsets)
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
