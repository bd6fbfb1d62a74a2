"""Beads that a person fixed, kept apart from what is still to be aligned."""

from bisect import bisect_left
from collections.abc import Sequence

from site_builder.pairing.align import Bead

Node = tuple[int, int]


class Fixed:
    """Takes the units of fixed beads out of both sequences, and puts the beads back among those of the rest.

    `nodes` are the places, counted in free units, where the largest set of fixed beads that do not cross each other
    stands: the alignment of the rest must pass them. Fixed beads that cross others are kept, but bind nothing.
    """

    def __init__(self, rows: int, columns: int, beads: Sequence[Bead]) -> None:
        self._beads = sorted(beads, key=lambda bead: (bead.source, bead.target))
        self.free_source = _free(rows, [bead.source for bead in beads])
        self.free_target = _free(columns, [bead.target for bead in beads])
        chain = _in_order([bead for bead in self._beads if bead.source[0] < bead.source[1] and bead.target[0] < bead.target[1]])
        self.nodes: list[Node] = [
            (bisect_left(self.free_source, bead.source[0]), bisect_left(self.free_target, bead.target[0])) for bead in chain
        ]

    def together(self, beads: Sequence[Bead]) -> list[Bead]:
        """The aligned beads, counted in all units again, and the fixed ones, in order."""
        if not self._beads:
            return list(beads)
        cut = [part for bead in beads for part in self._in_all(bead)]
        return sorted([*cut, *self._beads], key=_place)

    def _in_all(self, bead: Bead) -> list[Bead]:
        """A bead in all units. One whose units stand around a fixed bead that bound nothing is cut there."""
        source = _runs([self.free_source[at] for at in range(*bead.source)])
        target = _runs([self.free_target[at] for at in range(*bead.target)])
        if len(source) <= 1 and len(target) <= 1:
            return [Bead(source[0] if source else (0, 0), target[0] if target else (0, 0), bead.confidence)]
        first = Bead(source[0] if source else (0, 0), target[0] if target else (0, 0), bead.confidence / 2)
        rest = [Bead(run, (0, 0), bead.confidence / 2) for run in source[1:]]
        return [first, *rest, *(Bead((0, 0), run, bead.confidence / 2) for run in target[1:])]


def _free(count: int, taken: Sequence[tuple[int, int]]) -> list[int]:
    held = {at for first, last in taken for at in range(first, last)}
    return [at for at in range(count) if at not in held]


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def _in_order(beads: list[Bead]) -> list[Bead]:
    """The longest chain of beads, given in order of the source, whose targets rise too."""
    tails: list[int] = []  # of the best chain of each length, the target of its last bead
    ends: list[int] = []
    before: list[int] = []
    for at, bead in enumerate(beads):
        length = bisect_left(tails, bead.target[0])
        if length == len(tails):
            tails.append(bead.target[0])
            ends.append(at)
        else:
            tails[length] = bead.target[0]
            ends[length] = at
        before.append(ends[length - 1] if length else -1)
    chain: list[Bead] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(beads[at])
        at = before[at]
    return chain[::-1]
