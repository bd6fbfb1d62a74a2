"""Pair two sequences of units in order, n to m, by dynamic programming. Numbers only: this room never sees a text.

A bead is some source units with some target units. Its score adds up, in natural logarithms of odds:

- the cost of its shape, one to one being free, and of an end inside a sentence;
- how far the two sides' shares of the paragraph's length are apart;
- its links. A link joins two units (a word and its translation, a number on both sides); it says the more, the smaller
  the bead that holds it, because chance would put it there as often as the bead's share of the paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp

from site_builder.pairing.shapes import Option, Side, Step, options, steps, wholes

_DROPPED = 4.6  # cost of a sentence that has nothing on the other side
_CUT = 0.7  # cost of an end inside a sentence of one side …
_BOTH_CUT = 3.0  # … and of both, where a pair of whole sentences would do
_LENGTH = 1.6  # weight of the squared logarithm of the ratio of the two shares
_BAND = 0.25  # how far the two sides may run apart, as a share of the paragraph …
_REACH = 5.0  # … or as average units, whichever is less, but never less than 2 units
_KEPT = 8.0  # a bead that scores so far below the best way to its end has no weight in the confidences

_NOTHING = float("-inf")
_Table = list[list[float]]
_Row = tuple[int, float, list[float], list[float], list[list[Option]]]  # a source step: see `_lattice`
_Arcs = dict[tuple[int, int], list[tuple[float, int, int]]]  # by node: weight, and the node it comes from


@dataclass(frozen=True, slots=True)
class Bead:
    """Source units `source[0]` up to `source[1]` face target units `target[0]` up to `target[1]`; one may be empty.

    `confidence` in 0..1 is the share of all alignments, each weighed by its score, that hold this bead.
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
    arcs, forward = _lattice(source, target, _sums(links))
    return _beads(arcs, forward, (rows, columns))


def _sums(links: Sequence[Sequence[float]]) -> _Table:
    """`sums[i][j]`: all links among the first i source and the first j target units."""
    above = [0.0] * (len(links[0]) + 1)
    sums = [above]
    for row in links:
        above = [before + so_far for before, so_far in zip(above, accumulate(row, initial=0.0), strict=True)]
        sums.append(above)
    return sums


def _lattice(source: Side, target: Side, sums: _Table) -> tuple[_Arcs, _Table]:
    """The beads that matter, by the node they end at, and each node's weight of all ways to it against the best way."""
    source_whole, target_whole = wholes(source, target)
    source_steps, target_steps = steps(source, source_whole), steps(target, target_whole)
    facing = options(source_steps, target_steps)
    dropped = [_sentence(tried) for tried in target_steps]
    best = [[_NOTHING] * (len(target.lengths) + 1) for _ in sums]
    forward = [[0.0] * (len(target.lengths) + 1) for _ in sums]
    best[0][0], forward[0][0] = 0.0, 1.0
    arcs: _Arcs = {}
    for i, columns in enumerate(_band(source, target)):
        costs = _cut_costs(i, source, target)
        rows = [(a, share, best[a], sums[a], facing[kind]) for a, kind, share in source_steps[i]]
        above = _sentence(source_steps[i])
        for j in columns:
            ways = _ways(j, sums[i], rows)
            ways += [(best[a][j] - _DROPPED, a, j) for a in above]
            ways += [(best[i][b] - _DROPPED, i, b) for b in dropped[j]]
            top = max(ways)[0] if ways else _NOTHING
            if top > _NOTHING:
                best[i][j] = top - costs[j]
                arcs[i, j] = kept = [(exp(score - top), a, b) for score, a, b in ways if score > top - _KEPT]
                forward[i][j] = sum([weight * forward[a][b] for weight, a, b in kept])
    return arcs, forward


def _ways(j: int, here: list[float], rows: list[_Row]) -> list[tuple[float, int, int]]:
    """The score of every bead that ends at column j of a row, with the best way to its start; and the start."""
    ways = []
    upto = here[j]
    for a, share, before, base, facing in rows:
        row = upto - base[j]
        for b, other, cost in facing[j]:
            apart = share - other
            linked = row - here[b] + base[b]
            ways.append((before[b] - cost - _LENGTH * apart * apart - linked * (share + other), a, b))
    return ways


def _sentence(tried: list[Step]) -> list[int]:
    """Where the sentence begins that is the last of the steps' units; none when they do not end with a sentence."""
    return [first for first, kind, _ in tried if kind % 2][:1]


def _cut_costs(i: int, source: Side, target: Side) -> list[float]:
    """What it costs to end a bead after i source units, for each number of target units."""
    closing = (True, *target.closing)
    if i == 0 or source.closing[i - 1]:
        return [0.0 if closed else _CUT for closed in closing]
    return [_CUT if closed else _BOTH_CUT for closed in closing]


def _band(source: Side, target: Side) -> list[range]:
    """For each source unit, the target units to which its end may come; node (0, 0) itself is not among them."""
    rows, columns = len(source.lengths), len(target.lengths)
    wide = max(min(_BAND, _REACH / min(rows, columns)), 2.0 / min(rows, columns))
    whole, along = sum(target.lengths), [0.0, *accumulate(target.lengths)]
    found, low, high = [], 0, 0
    for behind in accumulate(source.lengths, initial=0.0):
        share = behind / sum(source.lengths) * whole
        while low < columns and along[low] < share - wide * whole:
            low += 1
        while high < columns and along[high + 1] <= share + wide * whole:
            high += 1
        found.append(range(low, high + 1))
    found[0], found[-1] = range(1, found[0].stop), range(found[-1].start, columns + 1)
    return found


def _beads(arcs: _Arcs, forward: _Table, end: tuple[int, int]) -> list[Bead]:
    """The best way back from the end, each bead with its share of all ways."""
    backward = {end: 1.0}
    for node in sorted(arcs, reverse=True):
        weight_here = backward.get(node)
        if weight_here:
            for weight, a, b in arcs[node]:
                backward[a, b] = backward.get((a, b), 0.0) + weight_here * weight
    beads, total, node = [], forward[end[0]][end[1]], end
    while node != (0, 0):
        _, a, b = max(arcs[node])
        confidence = forward[a][b] * backward[node] / total
        beads.append(Bead((a, node[0]), (b, node[1]), min(1.0, confidence)))
        node = (a, b)
    return beads[::-1]
