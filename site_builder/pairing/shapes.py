"""Which beads are tried, and what their shapes cost: small ones of units, and larger ones of whole sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

# Shapes tried, as (units, units) of either side, with their costs in natural logarithms of odds.
_SHAPES = {(1, 1): 0.0, (2, 1): 1.0, (3, 1): 2.2, (4, 1): 3.0, (5, 1): 3.6, (2, 2): 3.0, (3, 2): 3.4}
_MOST = 5  # units of one side in such a shape
_WHOLE = 3.6  # cost of a few whole sentences in a shape that is not listed
_SENTENCES = 3  # so many of them at most
_SPAN = 8.0  # a share of the length is taken of this many average units at most
_STRETCH = 1.3  # a translation is at most so much longer or shorter than usual

Step = tuple[int, int, float]  # first unit, kind of step, logarithm of its share of the length
Option = tuple[int, float, float]  # first unit, logarithm of its share, cost of the shape


@dataclass(frozen=True, slots=True)
class Side:
    """One side's units: their lengths, in a measure in which translations are about as long as what they translate, all
    above 0; and whether a sentence ends with each of them."""

    lengths: Sequence[float]
    closing: Sequence[bool]


def wholes(source: Side, target: Side) -> tuple[float, float]:
    """What a share of each side's length is taken of. The two are as far apart as the sides are, within reason: a text
    that is much shorter than its translation has left something out, and its sentences have not grown for it."""
    here, there = sum(source.lengths), sum(target.lengths)
    ratio = min(_STRETCH, max(1.0 / _STRETCH, there / here))
    units = max(len(source.lengths), len(target.lengths))
    whole = min(max(here * ratio, there), _SPAN * there / units)
    return whole / ratio, whole


def steps(side: Side, whole: float) -> list[list[Step]]:
    """For each unit, the steps that end with it; entry 0 is empty, as nothing ends before the first unit.

    The kind of a step is twice its size (at most _MOST + 1) and one more when it holds whole sentences only.
    """
    ends = [0.0, *accumulate(side.lengths)]
    opening = [True, *side.closing]
    found: list[list[Step]] = [[]]
    for last in range(1, len(ends)):
        tried: list[Step] = []
        sentences = 0
        for first in range(last - 1, -1, -1):
            sentences += opening[first]
            closed = opening[first] and opening[last] and sentences <= _SENTENCES
            if last - first <= _MOST or closed:
                kind = 2 * min(last - first, _MOST + 1) + closed
                share = (ends[last] - ends[first]) / whole
                tried.append((first, kind, log(share) if share < 1.0 else 0.0))
            elif sentences >= _SENTENCES:
                break
        found.append(tried)
    return found


def options(source_steps: list[list[Step]], target_steps: list[list[Step]]) -> dict[int, list[list[Option]]]:
    """For each kind of source step, and for each target unit: the target steps that may face it."""
    kinds = {kind for tried in source_steps for _, kind, _ in tried}
    return {kind: [_facing(_COSTS[kind], tried) for tried in target_steps] for kind in kinds}


def _facing(costs: list[float | None], tried: list[Step]) -> list[Option]:
    return [(first, share, cost) for first, kind, share in tried if (cost := costs[kind]) is not None]


def _cost(kind: int, other: int) -> float | None:
    size, size_other = kind // 2, other // 2
    listed = _SHAPES.get((max(size, size_other), min(size, size_other)))
    if listed is not None:
        return listed
    return _WHOLE if kind % 2 and other % 2 else None


_COSTS = [[_cost(kind, other) for other in range(2 * _MOST + 4)] for kind in range(2 * _MOST + 4)]
