"""The best path and the chances of its beads are those that going through all paths one by one gives."""

from collections.abc import Iterator
from math import exp

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pairing.lattice import NEVER, SHAPES, Floats, Ints, Lattice, Step

Path = list[tuple[int, int, int]]  # row, column, shape
WORTH = st.floats(-4.0, 4.0) | st.just(NEVER)


@st.composite
def lattices(draw: st.DrawFn) -> tuple[Floats, Ints, int]:
    """Scores, offsets and columns; units by themselves may always be, so that there is a path."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    width = draw(st.integers((columns + 2) // 2 + 1, columns + 1)) if columns > 1 else 2
    last = columns + 1 - width
    offsets = np.array(sorted(draw(st.lists(st.integers(0, last), min_size=rows, max_size=rows))), np.int64)
    offsets = np.concatenate([[0], offsets[:-1], [last]]).astype(np.int64)
    scores = np.full((len(SHAPES), rows + 1, width), NEVER)
    for shape, (a, b) in enumerate(SHAPES):
        for row in range(rows + 1 - a):
            for place in range(width):
                if offsets[row] + place + b <= columns:
                    free = st.floats(-4.0, 4.0) if (a, b) in ((1, 0), (0, 1)) else WORTH
                    scores[shape, row, place] = draw(free)
    return scores, offsets, columns


def paths(scores: Floats, offsets: Ints, columns: int, row: int = 0, column: int = 0) -> Iterator[tuple[float, Path]]:
    """All paths from a node to the end, with their sums."""
    rows, width = scores.shape[1] - 1, scores.shape[2]
    if (row, column) == (rows, columns):
        yield 0.0, []
    for shape, (a, b) in enumerate(SHAPES):
        below, right = row + a, column + b
        if below <= rows and offsets[below] <= right < offsets[below] + width and right <= columns:
            worth = scores[shape, row, column - offsets[row]]
            if worth > NEVER / 2:
                for rest, path in paths(scores, offsets, columns, below, right):
                    yield worth + rest, [(row, column, shape), *path]


@settings(deadline=None)
@given(lattices())
def test_the_best_path_is_the_best_of_all(lattice: tuple[Floats, Ints, int]) -> None:
    every = list(paths(*lattice))
    steps = Lattice(*lattice).best()
    found = next(worth for worth, path in every if path == taken(steps))
    assert abs(found - max(worth for worth, _ in every)) < 1e-6


@settings(deadline=None)
@given(lattices())
def test_a_confidence_is_the_share_of_the_paths_that_have_the_bead(lattice: tuple[Floats, Ints, int]) -> None:
    every = list(paths(*lattice))
    whole = sum(exp(worth) for worth, _ in every)
    for step, bead in zip(steps := Lattice(*lattice).best(), taken(steps), strict=True):
        share = sum(exp(worth) for worth, path in every if bead in path) / whole
        assert abs(step.confidence - share) < 1e-5


def taken(steps: list[Step]) -> Path:
    """The beads of a path."""
    return [(step.source, step.target, step.shape) for step in steps]
