"""Which beads of a lattice may be: none that passes by a fixed node, none of units of different kinds; and, as long as
there is another way, none that has one of two linked units without the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from site_builder.pairing.lattice import NEVER, SHAPES, Floats, Ints

Node = tuple[int, int]
Kind = tuple[str, int]  # what a unit is (heading, prose, code, …) and its level
PROSE = "prose"  # the only kind of which several units may face one
HEADING = "heading"
_OTHER_LEVEL = 2.0  # cost of pairing headings of different levels
_UNMARKED = 2.0  # … and a heading with a paragraph, where one side's plain text shows no headings at all
_APART = 100.0  # cost of a bead that has one of two linked units without the other: more than any length or word
_FAR = 1 << 40


@dataclass(frozen=True, slots=True)
class Limits:
    """`nodes` are in order, and every path passes them. Kinds of the units of both sides; () where all are prose.
    `links` are pairs of units that belong together; such as cross cannot all be had."""

    nodes: Sequence[Node] = ()
    source: Sequence[Kind] = ()
    target: Sequence[Kind] = ()
    links: Sequence[Node] = ()

    def inside(self, start: Node, end: Node) -> "Limits":
        """The limits of a block, counted from its start."""
        (top, left), (bottom, right) = start, end
        nodes = [(i - top, j - left) for i, j in self.nodes if top <= i <= bottom and left <= j <= right]
        links = [(i - top, j - left) for i, j in self.links if top <= i < bottom and left <= j < right]
        return Limits(nodes, self.source[top:bottom], self.target[left:right], links)

    def applied(self, worth: Floats, offsets: Ints) -> Floats:
        """`worth` (see Lattice) with NEVER for what may not be."""
        i = np.arange(worth.shape[1])[:, None]
        j = offsets[:, None] + np.arange(worth.shape[2])[None, :]
        if self.nodes:
            _pass_nodes(worth, i, j, self.nodes)
        if self.source and any(kind != (PROSE, 0) for kind in (*self.source, *self.target)):
            _keep_kinds(worth, i, j, self.source, self.target)
        if self.links:
            _keep_links(worth, i, j, self.links)
        return worth


def _pass_nodes(worth: Floats, i: Ints, j: Ints, nodes: Sequence[Node]) -> None:
    rows, columns = np.array([*nodes, (_FAR, _FAR)]).T
    passed = np.minimum(np.searchsorted(rows, i, "right"), np.searchsorted(columns, j, "right"))
    passed = np.minimum(passed, len(nodes))
    for shape, (a, b) in enumerate(SHAPES[: len(worth)]):
        worth[shape][(i + a > rows[passed]) | (j + b > columns[passed])] = NEVER


def _keep_kinds(worth: Floats, i: Ints, j: Ints, source: Sequence[Kind], target: Sequence[Kind]) -> None:
    names = {kind: at for at, kind in enumerate(dict.fromkeys(kind for kind, _ in (*source, *target)))}
    ones, twos = (np.array([names[kind] for kind, _ in side] + [-1]) for side in (source, target))
    levels, levels_too = (np.array([level for _, level in side] + [0]) for side in (source, target))
    run, run_too = _runs(ones, names.get(PROSE, -2)), _runs(twos, names.get(PROSE, -2))
    i, j = np.minimum(i, len(source)), np.minimum(j, len(target))
    same = ones[i] == twos[j]
    prose, heading = names.get(PROSE, -2), names.get(HEADING, -2)
    mixed = ((ones[i] == heading) & (twos[j] == prose)) | ((ones[i] == prose) & (twos[j] == heading))
    unmarked = mixed & (not (ones == heading).any() or not (twos == heading).any())
    for shape, (a, b) in enumerate(SHAPES[: len(worth)]):
        if a == b == 1:
            worth[shape][~(same | unmarked)] = NEVER
            worth[shape] -= _UNMARKED * unmarked + _OTHER_LEVEL * (same & (levels[i] != levels_too[j]))
        elif a and b:
            worth[shape][~(same & (run[i] >= a) & (run_too[j] >= b))] = NEVER


def _keep_links(worth: Floats, i: Ints, j: Ints, links: Sequence[Node]) -> None:
    rows, columns = int(i.max()), int(j.max())
    starting = np.zeros((rows + 1, columns + 1))
    for link in links:
        starting[link[0] + 1, link[1] + 1] += 1.0
    upto = starting.cumsum(0).cumsum(1)  # links among the first so many units of either side
    for shape, (a, b) in enumerate(SHAPES[: len(worth)]):
        below, behind = np.minimum(i + a, rows), np.minimum(j + b, columns)
        inside = upto[below, behind] - upto[i, behind] - upto[below, j] + upto[i, j]
        one, other = upto[below, -1] - upto[i, -1], upto[-1, behind] - upto[-1, j]
        worth[shape] -= _APART * (one + other - 2.0 * inside)


def _runs(kinds: Ints, prose: int) -> Ints:
    """How many units of prose follow each other from each unit on; 1 for one of another kind."""
    found = np.ones(len(kinds), np.int64)
    for at in range(len(kinds) - 2, -1, -1):
        if kinds[at] == prose and kinds[at + 1] == prose:
            found[at] = found[at + 1] + 1
    return found
