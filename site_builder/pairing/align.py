"""Pair two sequences of units in order, n to m, by dynamic programming. Numbers only: this room never sees a text.

A bead is some source units with some target units. Its score adds up, in natural logarithms of odds:

- the cost of its shape, one to one being free, and of an end inside a sentence;
- how far the two sides' shares of the paragraph's length are apart;
- its links. A link joins two units (a word and its translation, a number on both sides); it says the more, the smaller
  the bead that holds it, because chance would put it there as often as the bead's share of the paragraph.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import exp
from operator import add
from typing import NamedTuple

from site_builder.pairing.calibration import of_clauses
from site_builder.pairing.shapes import Side, plan, shares, wholes

_LENGTH = 1.6  # weight of the squared logarithm of the ratio of the two shares
_BAND = 0.25  # how far the two sides may run apart, as a share of the paragraph …
_REACH = 5.0  # … or as average units, whichever is less, …
_LEAST = 1.3  # … but never less than so many units

_KEPT = 5.0  # a bead that scores so far below the best one with its end has no part in the confidences

_NOTHING = float("-inf")
_Ways = tuple[float, int, list[float]]  # to a node: the best one's score, where its last bead starts, and all scores


class Bead(NamedTuple):
    """Source units `source[0]` up to `source[1]` face target units `target[0]` up to `target[1]`; one may be empty.

    `confidence` in 0..1 says how often such a bead is right: from how likely it is to begin and to end there.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    confidence: float = 1.0


def align(source: Side, target: Side, links: Sequence[Sequence[float]]) -> list[Bead]:
    """The best beads, in order; every unit is in exactly one. `links[i][j]` joins source unit i to target unit j."""
    rows, columns = len(source.lengths), len(target.lengths)
    if not rows or not columns:
        return [Bead((k, k + 1), (0, 0)) for k in range(rows)] + [Bead((0, 0), (k, k + 1)) for k in range(columns)]
    if rows == 1 or columns == 1:
        return [Bead((0, rows), (0, columns))]
    sums = _sums(links)
    found = _lattice(source, target, sums, _band(source, target))
    if len(sums) - 1 not in found:  # units so uneven that the band tore
        found = _lattice(source, target, sums, [range(not i, columns + 1) for i in range(rows + 1)])
    return _beads(found, len(sums) - 1, columns + 1, sum(source.closing) == sum(target.closing))


def _sums(links: Sequence[Sequence[float]]) -> list[float]:
    """At node (i, j), all links among the first i source and the first j target units."""
    above = [0.0] * (len(links[0]) + 1)
    sums = above[:]
    for row in links:
        above = list(map(add, above, accumulate(row, initial=0.0)))
        sums += above
    return sums


def _lattice(source: Side, target: Side, sums: list[float], band: list[range]) -> dict[int, _Ways]:
    """All ways to each node in the band that can be reached."""
    source_whole, target_whole = wholes(source, target)
    own, others = shares(source, source_whole), shares(target, target_whole)
    beads = plan(source.closing, target.closing)
    width = len(target.lengths) + 1
    best = [_NOTHING] * len(sums)
    best[0] = 0.0
    found: dict[int, _Ways] = {}
    for i, columns in enumerate(band):
        for node in range(i * width + columns.start, i * width + columns.stop):
            upto, top, start = sums[node], _NOTHING, 0
            scores: list[float] = []
            # The innermost loop of pairing, so all that can be is said outside.
            for begin, above, behind, step, other_step, cost in beads[node]:
                before = best[begin]
                if before > _NOTHING:
                    share, other = own[step], others[other_step]
                    apart = share - other
                    linked = upto - sums[above] - sums[behind] + sums[begin]
                    score = before - cost - _LENGTH * apart * apart - linked * (share + other)
                    scores.append(score)
                    if score > top:
                        top, start = score, begin
            if scores:
                best[node] = top
                found[node] = top, start, scores
    return found


def _band(source: Side, target: Side) -> list[range]:
    """For each source unit, the target units to which its end may come; node (0, 0) itself is not among them."""
    rows, columns = len(source.lengths), len(target.lengths)
    along = list(accumulate(target.lengths, initial=0.0))
    wide = max(min(_BAND, _REACH / min(rows, columns)), _LEAST / min(rows, columns))
    scale, reach = along[-1] / sum(source.lengths), wide * along[-1]
    facing = [end * scale for end in accumulate(source.lengths, initial=0.0)]
    found = [range(bisect_left(along, end - reach), bisect_right(along, end + reach)) for end in facing]
    found[0], found[-1] = range(1, found[0].stop), range(found[-1].start, columns + 1)
    return found


def _beads(found: dict[int, _Ways], end: int, width: int, even: bool) -> list[Bead]:
    """The best way back from the end, and how sure each of its beads is."""
    beads, after, (i, j) = [], 1.0, divmod(end, width)
    while end:
        top, start, scores = found[end]
        least = top - _KEPT
        likely = 1.0 / sum([exp(score - top) for score in scores if score > least])
        a, b = divmod(start, width)
        beads.append(Bead((a, i), (b, j), of_clauses(likely * after, even)))
        end, after, i, j = start, likely, a, b
    return beads[::-1]
