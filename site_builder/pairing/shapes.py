"""Which beads are tried, and what their shapes cost: small ones of units, and larger ones of whole sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import log

# Shapes tried, as (units, units) of either side, with their costs in natural logarithms of odds.
_SHAPES = {(1, 1): 0.0, (2, 1): 1.0, (3, 1): 2.2, (4, 1): 3.0, (5, 1): 3.6, (2, 2): 3.0, (3, 2): 3.4}
_MOST = 5  # units of one side in such a shape
_WHOLE = 3.6  # cost of a few whole sentences in a shape that is not listed
_SENTENCES = 3  # so many of them at most
_SPAN = 8.0  # a share of the length is taken of this many average units at most
_STRETCH = 1.3  # a translation is at most so much longer or shorter than usual
_CUT = 0.7  # cost of an end inside a sentence of one side …
_BOTH_CUT = 3.0  # … and of both, where a pair of whole sentences would do

Closing = tuple[bool, ...]  # for each unit of a side: whether a sentence ends with it
_Step = tuple[int, int]  # the first unit, and the kind of the step


@dataclass(frozen=True, slots=True)
class Side:
    """One side's units: their lengths, in a measure in which translations are about as long as what they translate, all
    above 0; and whether a sentence ends with each of them."""

    lengths: Sequence[float]
    closing: Closing


def wholes(source: Side, target: Side) -> tuple[float, float]:
    """What a share of each side's length is taken of. The two are as far apart as the sides are, within reason: a text
    that is much shorter than its translation has left something out, and its sentences have not grown for it."""
    here, there = sum(source.lengths), sum(target.lengths)
    ratio = min(_STRETCH, max(1.0 / _STRETCH, there / here))
    units = max(len(source.lengths), len(target.lengths))
    whole = min(max(here * ratio, there), _SPAN * there / units)
    return whole / ratio, whole


@lru_cache(maxsize=1024)
def steps(closing: Closing) -> tuple[tuple[_Step, ...], ...]:
    """For each unit, the steps that end with it; entry 0 is empty, as nothing ends before the first unit.

    The kind of a step is twice its size (at most _MOST + 1) and one more when it holds whole sentences only.
    """
    opening = (True, *closing)
    found: list[tuple[_Step, ...]] = [()]
    for last in range(1, len(opening)):
        tried: list[_Step] = []
        sentences = 0
        for first in range(last - 1, -1, -1):
            sentences += opening[first]
            closed = opening[first] and opening[last] and sentences <= _SENTENCES
            if last - first <= _MOST or closed:
                tried.append((first, 2 * min(last - first, _MOST + 1) + closed))
            elif sentences >= _SENTENCES:
                break
        found.append(tuple(tried))
    return tuple(found)


def shares(side: Side, whole: float) -> list[dict[int, float]]:
    """For each unit, the logarithm of the share of `whole` that a step ending with it holds, by its first unit."""
    ends = [0.0, *accumulate(side.lengths)]
    less = log(whole)
    return [
        {first: min(0.0, log(end - ends[first]) - less) for first, _ in tried}
        for end, tried in zip(ends, steps(side.closing), strict=True)
    ]


Way = tuple[int, int, int, int, float]
"""A bead that may end at a node: the units of either side it starts after, its start's number, the number of the node
where its source units begin and its target units end, and what its shape and its end cost."""


class Plan(dict[int, tuple[Way, ...]]):
    """For a node, so many units of either side, the beads that may end there. Nodes are numbered row by row. Paragraphs
    with sentences of the same numbers of units share a plan."""

    def __init__(self, source: Closing, target: Closing) -> None:
        self._sides = source, target

    def __missing__(self, node: int) -> tuple[Way, ...]:
        source, target = self._sides
        width = len(target) + 1
        i, j = divmod(node, width)
        open_ends = (i > 0 and not source[i - 1]) + (j > 0 and not target[j - 1])
        end = (0.0, _CUT, _BOTH_CUT)[open_ends]
        self[node] = ways = tuple(
            (a, b, a * width + b, a * width + j, cost + end)
            for a, kind in steps(source)[i]
            for b, other in steps(target)[j]
            if (cost := _COSTS[kind][other]) is not None
        )
        return ways


plan = lru_cache(maxsize=512)(Plan)


@lru_cache(maxsize=1024)
def last_sentences(closing: Closing) -> tuple[int | None, ...]:
    """For so many units, the first one of the sentence they end with; None when they do not end with a whole one."""
    return tuple(next((first for first, kind in tried if kind % 2), None) for tried in steps(closing))


def _cost(kind: int, other: int) -> float | None:
    size, size_other = kind // 2, other // 2
    listed = _SHAPES.get((max(size, size_other), min(size, size_other)))
    if listed is not None:
        return listed
    return _WHOLE if kind % 2 and other % 2 else None


_COSTS = [[_cost(kind, other) for other in range(2 * _MOST + 4)] for kind in range(2 * _MOST + 4)]
