"""Which beads are tried, and what their shapes cost: small ones of units, and larger ones of whole sentences."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import log
from typing import NamedTuple

from site_builder.values import value

# Shapes tried, as (units, units) of either side, with their costs in natural logarithms of odds.
_SHAPES = {(1, 1): 0.0, (2, 1): 1.0, (3, 1): 2.2, (4, 1): 3.0, (5, 1): 3.6, (2, 2): 3.0, (3, 2): 3.4}
_MOST = 5  # units of one side in such a shape
_WHOLE = 3.6  # cost of a few whole sentences in a shape that is not listed
_SENTENCES = 3  # so many of them at most
_DROPPED = 4.6  # cost of a sentence that has nothing on the other side
_SPAN = 8.0  # a share of the length is taken of this many average units at most
_STRETCH = 1.3  # a translation is at most so much longer or shorter than usual
_CUT = 0.7  # cost of an end inside a sentence of one side …
_BOTH_CUT = 3.0  # … and of both, where a pair of whole sentences would do

Closing = tuple[bool, ...]  # for each unit of a side: whether a sentence ends with it
_Step = tuple[int, int, int]
"""The first unit of a step, the last one (not included), and its kind: twice its size (at most _MOST + 1), and one more
when it holds whole sentences only."""


class _Taken(NamedTuple):
    """A step back from a node: of so many units, of what kind, and its place in `shares`."""

    units: int
    kind: int
    place: int


@value(frozen=True, slots=True)
class Side:
    """One side's units: their lengths, in a measure in which translations are about as long as what they translate, all
    above 0; and whether a sentence ends with each of them, as one must with the last."""

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
def steps(closing: Closing) -> tuple[_Step, ...]:
    """The steps that are tried on a side: by the unit they end with, and the shorter ones first."""
    opening = (True, *closing)
    tried: list[_Step] = []
    for last in range(1, len(opening)):
        sentences = 0
        for first in range(last - 1, -1, -1):
            sentences += opening[first]
            closed = opening[first] and opening[last] and sentences <= _SENTENCES
            if last - first <= _MOST or closed:
                tried.append((first, last, 2 * min(last - first, _MOST + 1) + closed))
            elif sentences >= _SENTENCES:
                break
    return tuple(tried)


def shares(side: Side, whole: float) -> list[float]:
    """The logarithm of the share of `whole` that each step holds, from place 1; at place 0 stands 0, for no step."""
    ends = [end / whole for end in accumulate(side.lengths, initial=0.0)]
    found = [0.0]
    for first, last, _ in steps(side.closing):
        share = ends[last] - ends[first]
        found.append(log(share) if share < 1.0 else 0.0)
    return found


Way = tuple[int, int, int, int, int, float]
"""A bead that may end at a node. Three nodes: its start, where its source units begin and its target units end, where
its source units end and its target units begin. Its step on either side, as a place in `shares`. Its cost."""


class Plan(dict[int, tuple[Way, ...]]):
    """For a node, so many units of either side, the beads that may end there. Nodes are numbered row by row. Paragraphs
    with sentences of the same numbers of units share a plan."""

    def __init__(self, source: Closing, target: Closing) -> None:
        self._width = len(target) + 1
        self._sides = _by_end(source), _by_end(target)

    def __missing__(self, node: int) -> tuple[Way, ...]:
        i, j = divmod(node, self._width)
        own, others = self._sides[0][i], self._sides[1][j]
        costs = _COSTS[_is_open(own) + _is_open(others)]
        # Dropped, a sentence has nothing whose length its own could be compared to: its place is 0.
        ways = [(node - units, node, node - units, 0, 0, _DROPPED) for units, _, _ in _last_sentence(others)]
        ways += [
            (node - units * self._width, node - units * self._width, node, 0, 0, _DROPPED)
            for units, _, _ in _last_sentence(own)
        ]
        for units, kind, place in own:
            above = node - units * self._width
            ways += [
                (above - back, above, node - back, place, other, cost)
                for back, other_kind, other in others
                if (cost := costs[kind][other_kind]) is not None
            ]
        self[node] = found = tuple(sorted(ways, reverse=True))  # of two that are as good, the one that starts later
        return found


plan = lru_cache(maxsize=512)(Plan)


def _by_end(closing: Closing) -> list[list[_Taken]]:
    """For so many units, the steps that end there."""
    found: list[list[_Taken]] = [[] for _ in range(len(closing) + 1)]
    for place, (first, last, kind) in enumerate(steps(closing), 1):
        found[last].append(_Taken(last - first, kind, place))
    return found


def _last_sentence(tried: Sequence[_Taken]) -> list[_Taken]:
    """The sentence that ends here, if one does."""
    return [step for step in tried if step.kind % 2][:1]


def _is_open(tried: Sequence[_Taken]) -> bool:
    """Whether all these steps end inside a sentence."""
    return bool(tried) and not any(step.kind % 2 for step in tried)


def _cost(kind: int, other: int) -> float | None:
    size, size_other = kind // 2, other // 2
    listed = _SHAPES.get((max(size, size_other), min(size, size_other)))
    if listed is not None:
        return listed
    return _WHOLE if kind % 2 and other % 2 else None


def _costs(end: float) -> list[list[float | None]]:
    """The costs of two steps by their kinds, that of their end included."""
    kinds = range(2 * _MOST + 4)
    single = {cost: cost + end for cost in (*_SHAPES.values(), _WHOLE)}  # few objects suit the processor's cache
    found = [[_cost(kind, other) for other in kinds] for kind in kinds]
    return [[None if cost is None else single[cost] for cost in row] for row in found]


_COSTS = [_costs(end) for end in (0.0, _CUT, _BOTH_CUT)]  # by how many sides are cut inside a sentence
