"""Beads that a person fixed, kept apart from what is still to be aligned."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from site_builder.pairing.align import Bead
from site_builder.pairing.limits import Kind, Node


class Units(NamedTuple):
    """The texts of one side's units, and what kind each is of; () where all are prose."""

    texts: Sequence[str]
    kinds: Sequence[Kind] = ()


class Fixed:
    """Takes the units of fixed beads out of both sequences, and puts the beads back among those of the rest.

    `nodes` are the places, counted in the units that are left, which the alignment of these must pass: those that were
    given, and the fixed beads. Of these only the largest set that do not cross each other binds; the others are kept.
    """

    def __init__(self, rows: int, columns: int, beads: Sequence[Bead], nodes: Sequence[Node]) -> None:
        self._beads = sorted(beads, key=in_order)
        self._source = _free(rows, [bead.source for bead in beads])
        self._target = _free(columns, [bead.target for bead in beads])
        both = [(bead.source[0], bead.target[0]) for bead in self._beads if _two_sided(bead)]
        chain = rising(sorted({*both, *nodes}))
        self.nodes = [(bisect_left(self._source, i), bisect_left(self._target, j)) for i, j in chain]

    @property
    def free(self) -> tuple[list[int], list[int]]:
        """The units of either side that are left."""
        return self._source, self._target

    def source(self, units: Units) -> Units:
        """The units of the source that are left."""
        return _of(units, self._source)

    def target(self, units: Units) -> Units:
        """The units of the target that are left."""
        return _of(units, self._target)

    def links(self, links: Sequence[Node]) -> list[Node]:
        """Those of some links between units that join units that are left, counted in these."""
        one = {at: place for place, at in enumerate(self._source)}
        two = {at: place for place, at in enumerate(self._target)}
        return [(one[i], two[j]) for i, j in links if i in one and j in two]

    def together(self, beads: Sequence[Bead]) -> list[Bead]:
        """The aligned beads, counted in all units again, and the fixed ones, in order."""
        if not self._beads:
            return list(beads)
        cut = [part for bead in beads for part in self._in_all(bead)]
        sure = [bead for bead in (*cut, *self._beads) if _two_sided(bead)]
        return sorted([*cut, *(_placed(bead, sure) for bead in self._beads)], key=in_order)

    def _in_all(self, bead: Bead) -> list[Bead]:
        """A bead in all units. Where a fixed bead that bound nothing stands inside it, it is cut in two."""
        source = _runs([self._source[at] for at in range(*bead.source)])
        target = _runs([self._target[at] for at in range(*bead.target)])
        behind = _behind(self._source, bead.source[0]), _behind(self._target, bead.target[0])
        one = source[0] if source else (behind[0], behind[0])
        two = target[0] if target else (behind[1], behind[1])
        rest = [Bead(run, (two[1], two[1]), bead.confidence / 2) for run in source[1:]]
        rest += [Bead((one[1], one[1]), run, bead.confidence / 2) for run in target[1:]]
        return [Bead(one, two, bead.confidence / 2 if rest else bead.confidence), *rest]


def in_order(bead: Bead) -> tuple[int, int, int, int]:
    """Where a bead stands in reading order: by its source; one without a source where its target would stand."""
    return (*bead.source, *bead.target)


def _placed(bead: Bead, others: Sequence[Bead]) -> Bead:
    """A fixed bead without a source stands where the one before it in the target does."""
    if bead.source[0] < bead.source[1]:
        return bead
    behind = max((each.source[1] for each in others if each.target[1] <= bead.target[0]), default=0)
    return Bead((behind, behind), bead.target, bead.confidence)


def _two_sided(bead: Bead) -> bool:
    return bead.source[0] < bead.source[1] and bead.target[0] < bead.target[1]


def _of(units: Units, places: list[int]) -> Units:
    kinds = [units.kinds[at] for at in places] if units.kinds else ()
    return Units([units.texts[at] for at in places], kinds)


def _free(count: int, taken: Sequence[tuple[int, int]]) -> list[int]:
    held = {at for first, last in taken for at in range(first, last)}
    return [at for at in range(count) if at not in held]


def _behind(free: list[int], at: int) -> int:
    """Where something stands, in all units, that stands before the free unit `at`."""
    return free[at - 1] + 1 if at else 0


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def rising(nodes: Sequence[Node]) -> list[Node]:
    """The longest chain of nodes, given in order of the source, whose targets never fall."""
    tails: list[int] = []  # of the best chain of each length, the target of its last node
    ends: list[int] = []
    before: list[int] = []
    for at, (_, target) in enumerate(nodes):
        length = bisect_right(tails, target)
        tails[length:] = [target, *tails[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
        before.append(ends[length - 1] if length else -1)
    chain: list[Node] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(nodes[at])
        at = before[at]
    return chain[::-1]
