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
_REACH = 5.0  # … or as average units, whichever is less, …
_LEAST = 1.3  # … but never less than so many units
_KEPT = 5.0  # a bead that scores so far below the best one with its end has no part in the confidences
_LIKELY = 0.01  # nor has what stands on ways less likely than this

_NOTHING = float("-inf")
_Table = list[list[float]]
_Node = tuple[int, int]  # so many source units and so many target units are behind
_Way = tuple[
    float, int, int
]  # the score of the best alignment up to a node by a certain last bead, and that one's start
_Row = tuple[int, float, list[float], list[float], list[list[Option]]]  # a source step, see `_lattice`


@dataclass(frozen=True, slots=True)
class Bead:
    """Source units `source[0]` up to `source[1]` face target units `target[0]` up to `target[1]`; one may be empty.

    `confidence` in 0..1 says how likely this bead is among all alignments, going back from the end of the paragraph.
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
    ways = _lattice(source, target, sums, _band(source, target))
    if (rows, columns) not in ways:  # units so uneven that the band tore
        ways = _lattice(source, target, sums, [range(not i, columns + 1) for i in range(rows + 1)])
    return _beads(ways, (rows, columns))


def _sums(links: Sequence[Sequence[float]]) -> _Table:
    """`sums[i][j]`: all links among the first i source and the first j target units."""
    above = [0.0] * (len(links[0]) + 1)
    sums = [above]
    for row in links:
        above = [before + so_far for before, so_far in zip(above, accumulate(row, initial=0.0), strict=True)]
        sums.append(above)
    return sums


def _lattice(source: Side, target: Side, sums: _Table, band: list[range]) -> dict[_Node, list[_Way]]:
    """All ways to each node, the nodes in order."""
    source_whole, target_whole = wholes(source, target)
    source_steps, target_steps = steps(source, source_whole), steps(target, target_whole)
    facing = options(source_steps, target_steps)
    sentences = [_sentence(tried) for tried in target_steps]
    best = [[_NOTHING] * len(sums[0]) for _ in sums]
    best[0][0] = 0.0
    found: dict[_Node, list[_Way]] = {}
    for i, columns in enumerate(band):
        costs = _cut_costs(i, source, target)
        rows = [(a, share, best[a], sums[a], facing[kind]) for a, kind, share in source_steps[i]]
        sentence = _sentence(source_steps[i])
        for j in columns:
            ways = _ways(j, sums[i], rows)
            if sentence is not None:
                ways.append((best[sentence][j] - _DROPPED, sentence, j))
            if (b := sentences[j]) is not None:
                ways.append((best[i][b] - _DROPPED, i, b))
            if ways and (top := max(ways)[0]) > _NOTHING:
                best[i][j] = top - costs[j]
                found[i, j] = ways
    return found


def _ways(j: int, here: list[float], rows: list[_Row]) -> list[_Way]:
    """The beads that end at column j of a row."""
    ways = []
    upto = here[j]
    for a, share, before, base, facing in rows:
        row = upto - base[j]
        for b, other, cost in facing[j]:
            apart = share - other
            linked = row - here[b] + base[b]
            ways.append((before[b] - cost - _LENGTH * apart * apart - linked * (share + other), a, b))
    return ways


def _sentence(tried: list[Step]) -> int | None:
    """Where the sentence begins that is the last of the steps' units; None when they do not end with a sentence."""
    for first, kind, _ in tried:
        if kind % 2:
            return first
    return None


def _cut_costs(i: int, source: Side, target: Side) -> list[float]:
    """What it costs to end a bead after i source units, for each number of target units."""
    closing = (True, *target.closing)
    if i == 0 or source.closing[i - 1]:
        return [0.0 if closed else _CUT for closed in closing]
    return [_CUT if closed else _BOTH_CUT for closed in closing]


def _band(source: Side, target: Side) -> list[range]:
    """For each source unit, the target units to which its end may come; node (0, 0) itself is not among them."""
    rows, columns = len(source.lengths), len(target.lengths)
    wide = max(min(_BAND, _REACH / min(rows, columns)), _LEAST / min(rows, columns))
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


def _beads(found: dict[_Node, list[_Way]], end: _Node) -> list[Bead]:
    """The best way back from the end, and how likely each of its beads is among all ways back."""
    beads = []
    likely, on_best_way = {end: 1.0}, end
    for node, ways in reversed(found.items()):
        here = likely.get(node, 0.0)
        if here > _LIKELY or node == on_best_way:
            top, first, second = max(ways)
            weights = [(exp(score - top), a, b) for score, a, b in ways if score > top - _KEPT]
            share = here / sum([weight for weight, _, _ in weights])
            for weight, a, b in weights:
                likely[a, b] = likely.get((a, b), 0.0) + share * weight
            if node == on_best_way:
                beads.append(Bead((first, node[0]), (second, node[1]), min(1.0, share)))
                on_best_way = (first, second)
    return beads[::-1]
