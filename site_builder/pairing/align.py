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
from operator import add

from site_builder.pairing.shapes import Side, last_sentences, plan, shares, wholes

_DROPPED = 4.6  # cost of a sentence that has nothing on the other side
_LENGTH = 1.6  # weight of the squared logarithm of the ratio of the two shares
_BAND = 0.25  # how far the two sides may run apart, as a share of the paragraph …
_REACH = 5.0  # … or as average units, whichever is less, …
_LEAST = 1.3  # … but never less than so many units
_KEPT = 5.0  # a bead that scores so far below the best one with its end has no part in the confidences
_LIKELY = 0.01  # nor has what stands on ways less likely than this

_NOTHING = float("-inf")
_Found = tuple[float, int]  # score of the best alignment up to a node by a certain last bead, and that one's start


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
    found = _lattice(source, target, sums, _band(source, target))
    if len(sums) - 1 not in found:  # units so uneven that the band tore
        found = _lattice(source, target, sums, [range(not i, columns + 1) for i in range(rows + 1)])
    return _beads(found, len(sums) - 1, columns + 1)


def _sums(links: Sequence[Sequence[float]]) -> list[float]:
    """At node (i, j), all links among the first i source and the first j target units."""
    above = [0.0] * (len(links[0]) + 1)
    sums = above[:]
    for row in links:
        above = list(map(add, above, accumulate(row, initial=0.0)))
        sums += above
    return sums


def _lattice(source: Side, target: Side, sums: list[float], band: list[range]) -> dict[int, list[_Found]]:
    """All ways to each node in the band, the nodes in order. This is the innermost loop of pairing."""
    source_whole, target_whole = wholes(source, target)
    source_shares, target_shares = shares(source, source_whole), shares(target, target_whole)
    beads = plan(source.closing, target.closing)
    sentences, dropped = last_sentences(source.closing), last_sentences(target.closing)
    width = len(target.lengths) + 1
    best = [_NOTHING] * len(sums)
    best[0] = 0.0
    found: dict[int, list[_Found]] = {}
    for i, columns in enumerate(band):
        own, sentence, start = source_shares[i], sentences[i], i * width
        row = sums[start : start + width]
        for j in columns:
            others, upto, ways = target_shares[j], row[j], []
            for a, b, begin, corner, cost in beads[start + j]:
                if (before := best[begin]) > _NOTHING:
                    share, other = own[a], others[b]
                    apart = share - other
                    linked = upto - sums[corner] - row[b] + sums[begin]
                    ways.append((before - cost - _LENGTH * apart * apart - linked * (share + other), begin))
            if sentence is not None:
                ways.append((best[sentence * width + j] - _DROPPED, sentence * width + j))
            if (alone := dropped[j]) is not None:
                ways.append((best[start + alone] - _DROPPED, start + alone))
            if ways and (top := max(ways)[0]) > _NOTHING:
                best[start + j] = top
                found[start + j] = ways
    return found


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


def _beads(found: dict[int, list[_Found]], end: int, width: int) -> list[Bead]:
    """The best way back from the end, and how likely each of its beads is among all ways back."""
    beads = []
    likely, on_best_way = {end: 1.0}, end
    for node, ways in reversed(found.items()):
        here = likely.get(node, 0.0)
        if here > _LIKELY or node == on_best_way:
            top, start = max(ways)
            least = top - _KEPT
            weights = [(exp(score - top), begin) for score, begin in ways if score > least]
            share = here / sum([weight for weight, _ in weights])
            for weight, begin in weights:
                likely[begin] = likely.get(begin, 0.0) + share * weight
            if node == on_best_way:
                (i, j), (a, b) = divmod(node, width), divmod(start, width)
                beads.append(Bead((a, i), (b, j), min(1.0, share)))
                on_best_way = start
    return beads[::-1]
