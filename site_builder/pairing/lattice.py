"""The best alignment of two sequences, and how likely each of its beads is: sums over all paths through a lattice.

A node (i, j) stands behind i source and j target units; a bead leads from one node to a later one. Only nodes in a band
are looked at: in row i those from column `offsets[i]` on, as many as the band is wide. Numbers only; the arrays are
worked on a row at a time, all shapes and columns at once.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

# Shapes of beads, as (units of the source, units of the target). The second one is met in every row by itself; the
# first eight are those of a rough pass.
SHAPES: tuple[tuple[int, int], ...] = (
    (1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (2, 3), (3, 2),
    (1, 5), (5, 1), (2, 4), (4, 2), (3, 3), (1, 6), (6, 1), (2, 5), (3, 4), (4, 3), (1, 7),
)  # fmt: skip
_ADDED = SHAPES.index((0, 1))
NEVER = -1e18
_LEAST = -14.0  # the logarithm of the least confidence: none is nothing


class Step(NamedTuple):
    """A bead on the best path: its first units, its shape, and its posterior probability."""

    source: int
    target: int
    shape: int
    confidence: float


class Lattice:
    """`scores[t, i, k]` is what a bead of shape t, one of the first of `SHAPES`, is worth that starts at node
    (i, offsets[i] + k), in natural logarithms of odds; NEVER where there is none. `offsets` never falls; the first node
    is (0, 0), the last one (rows, columns)."""

    def __init__(self, scores: Floats, offsets: Ints, columns: int) -> None:
        self._scores, self._offsets, self._columns = scores, offsets, columns
        self._rows, self._width = scores.shape[1] - 1, scores.shape[2]
        self._down = [at for at in range(len(scores)) if at != _ADDED]  # shapes that lead to a later row
        self._start = 0
        self._end = self._rows * self._width + columns - int(offsets[-1])

    def best(self) -> list[Step]:
        """The path of the greatest sum, with the posterior of each bead among all paths."""
        sources, worth = self._arriving()
        ahead, behind, came = self._forward(sources, worth)
        after = self._backward()
        steps, node, whole = [], self._end, ahead[self._end]
        while node != self._start:
            shape, before = self._last(node, came, behind, sources)
            row, column = divmod(before, self._width)
            chance = ahead[before] + self._scores[shape, row, column] + after[node] - whole
            confidence = float(np.exp(np.clip(chance, _LEAST, 0.0)))
            steps.append(Step(row, column + int(self._offsets[row]), shape, confidence))
            node = before
        return steps[::-1]

    def _arriving(self) -> tuple[Ints, Floats]:
        """For each node and shape, the node that a bead comes from, and its worth; where there is no such bead, a node
        behind all others, which is never reached."""
        rows, width = self._rows + 1, self._width
        nothing = rows * width
        sources = np.full((rows, len(self._down), width), nothing, np.int64)
        worth = np.full((rows, len(self._down), width), NEVER)
        here = np.arange(width)[None, :]
        for place, shape in enumerate(self._down):
            a, b = SHAPES[shape]
            if a >= rows:
                continue
            shift = (self._offsets[a:] - self._offsets[: rows - a])[:, None]
            column = here + shift - b
            inside = (column >= 0) & (column < width)
            start = np.arange(rows - a)[:, None] * width + np.clip(column, 0, width - 1)
            sources[a:, place][inside] = start[inside]
            worth[a:, place][inside] = self._scores[shape].reshape(-1)[start[inside]]
        return sources, worth

    def _forward(self, sources: Ints, worth: Floats) -> tuple[Floats, Floats, Ints]:
        """For each node the sum over all paths to it, the worth of the best one, and how that one arrives."""
        rows, width = self._rows + 1, self._width
        every, best = np.full(rows * width + 1, NEVER), np.full(rows * width + 1, NEVER)
        came = np.full((rows, width), -1, np.int64)
        for row in range(rows):
            total, top = every[sources[row]] + worth[row], best[sources[row]] + worth[row]
            came[row] = top.argmax(0)
            summed, highest = _sum(total, 0), top.max(0)
            if row == 0:
                summed[0], highest[0] = 0.0, 0.0
            along = _running(self._scores[_ADDED, row, :-1])
            here = slice(row * width, (row + 1) * width)
            every[here] = np.logaddexp.accumulate(np.maximum(summed - along, NEVER)) + along
            reached = np.maximum.accumulate(highest - along) + along
            came[row][reached > highest + 1e-9] = len(self._down)
            best[here] = reached
        return every, best, came

    def _backward(self) -> Floats:
        """For each node the sum over all paths from it to the end."""
        rows, width = self._rows + 1, self._width
        after = np.full(rows * width + 1, NEVER)
        here = np.arange(width)
        sizes = np.array([SHAPES[shape] for shape in self._down])
        for row in range(rows - 1, -1, -1):
            later = np.minimum(row + sizes[:, 0], rows - 1)
            column = here[None, :] + (self._offsets[row] - self._offsets[later] + sizes[:, 1])[:, None]
            inside = (column >= 0) & (column < width) & ((row + sizes[:, 0]) < rows)[:, None]
            node = np.where(inside, later[:, None] * width + column, rows * width)
            summed = _sum(after[node] + self._scores[self._down, row], 0)
            if row == rows - 1:
                summed[self._end - row * width] = 0.0
            along = _running(self._scores[_ADDED, row, :-1])
            back = np.logaddexp.accumulate(np.maximum(summed + along, NEVER)[::-1])[::-1]
            after[row * width : (row + 1) * width] = back - along
        return after

    def _last(self, node: int, came: Ints, best: Floats, sources: Ints) -> tuple[int, int]:
        """The shape of the bead that the best path arrives with, and where that starts."""
        row, column = divmod(node, self._width)
        place = int(came[row, column])
        if place == len(self._down):
            return _ADDED, node - 1
        if best[node] <= NEVER / 2:
            raise ValueError("no path leads through the band")
        return self._down[place], int(sources[row, place, column])


def _sum(values: Floats, axis: int) -> Floats:
    top: Floats = np.maximum(values.max(axis), NEVER)
    summed: Floats = np.log(np.maximum(np.exp(values - np.expand_dims(top, axis)).sum(axis), 1e-300)) + top
    return summed


def _running(worth: Floats) -> Floats:
    """The worth of all target units alone up to each column; one that may not stand alone cuts the run."""
    running: Floats = np.concatenate([[0.0], np.cumsum(np.maximum(worth, -1e6))])
    return running
