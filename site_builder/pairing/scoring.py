"""What each bead of a lattice is worth: a weighted sum of how its two sides differ in length, marks and words.

The weights are those of a semi-Markov conditional random field trained on hand-aligned Chinese novels (the notes on
alignment, §4; 0.90 F1 on unseen novels, 0.98 on the Bible, 0.85 without any dictionary on German and French). A shape
too rare to have been learnt has the weight that continues its mirror image's slope.
"""

from typing import NamedTuple

import numpy as np

from site_builder.pairing.lattice import NEVER, SHAPES, Floats, Ints
from site_builder.pairing.traits import Traits

_SHAPE_WEIGHTS = {
    (1, 0): -1.717, (0, 1): -3.196, (1, 1): 1.962, (1, 2): 1.565, (2, 1): 0.949, (2, 2): 0.134, (1, 3): 0.878,
    (3, 1): -0.114, (1, 4): 0.886, (4, 1): -0.106, (2, 3): 0.069, (3, 2): 0.204, (1, 5): -0.334, (5, 1): -1.326,
    (2, 4): -0.701, (4, 2): -0.039, (3, 3): -0.312, (1, 6): 0.412, (6, 1): -0.58, (2, 5): -0.898, (3, 4): -0.416,
    (4, 3): -0.168, (1, 7): -0.017,
}  # fmt: skip
_MARK_WEIGHTS = np.array([0.406, 0.283, 0.909, 0.059, -0.146, -0.285])  # in the order of traits.Traits.marks
_MOST_MARKS = 3.0
_DEVIATION, _RATIO, _RATIO_SQUARED = 0.697, -0.11, 0.139
_VARIANCE = 6.8  # of characters of translation for one of the original: Gale and Church 1993
_MOST_DEVIATION = 12.0
_INSIDE_AT_START, _INSIDE_AT_END, _ENDS, _BEGINS = 0.318, 0.642, 0.239, 0.198
_ALONE_LENGTH, _ALONE_WORDS = 2.153, -0.718
# Words: as they are, by length, and by the root of the length, seen from the source and from the target.
_FROM_SOURCE = (2.965 / 10, -0.206 * 5, 0.681 / 2)
_FROM_TARGET = (1.117 / 10, 0.317 * 2, 0.927 / 2)


class Words(NamedTuple):
    """Log-likelihood ratios. `target[a][i, j]`: of target unit j given the source units i … i + a - 1;
    `source[b][i, j]`: of source unit i given the target units j … j + b - 1; both as running sums along what is told
    of, so that they have a row or column more. `lonely_source`, `lonely_target`: the best that a unit has with any
    single one."""

    target: dict[int, Floats]
    source: dict[int, Floats]
    lonely_source: Floats
    lonely_target: Floats


def scores(source: Traits, target: Traits, words: Words | None, offsets: Ints, width: int, ratio: float) -> Floats:
    """The worth of every bead as `Lattice` wants it."""
    rows, columns = len(source.ends), len(target.ends)
    found = np.full((len(SHAPES), rows + 1, width), NEVER)
    all_rows = np.repeat(np.arange(rows + 1), width)
    all_columns = (offsets[:, None] + np.arange(width)[None, :]).ravel()
    flat = found.reshape(len(SHAPES), -1)
    for shape, (a, b) in enumerate(SHAPES):
        inside = np.flatnonzero((all_rows + a <= rows) & (all_columns + b <= columns))
        i, j = all_rows[inside], all_columns[inside]
        if not len(i):
            continue
        value = (
            _alone(source, target, words, i, j, a)
            if not (a and b)
            else _together(source, target, words, i, j, (a, b), ratio)
        )
        flat[shape, inside] = value + _SHAPE_WEIGHTS[a, b]
    return found


def _alone(source: Traits, target: Traits, words: Words | None, i: Ints, j: Ints, a: int) -> Floats:
    side, at = (source, i) if a else (target, j)
    value: Floats = -_ALONE_LENGTH * (side.lengths[at + 1] - side.lengths[at]) / (side.lengths[-1] / len(side.ends))
    if words is not None:
        lonely = words.lonely_source if a else words.lonely_target
        value -= _ALONE_WORDS * lonely[at] / 10
    return value


def _together(
    source: Traits, target: Traits, words: Words | None, i: Ints, j: Ints, shape: tuple[int, int], ratio: float
) -> Floats:
    a, b = shape
    here, there = source.lengths[i + a] - source.lengths[i], target.lengths[j + b] - target.lengths[j]
    value = _lengths(here, there, ratio)
    value += _marks(source, target, i, j, shape)
    if words is not None:
        if a in words.target:
            value += _by_length(words.target[a][i, j + b] - words.target[a][i, j], there, _FROM_SOURCE)
        if b in words.source:
            value += _by_length(words.source[b][i + a, j] - words.source[b][i, j], here, _FROM_TARGET)
    return value


def _lengths(here: Floats, there: Floats, ratio: float) -> Floats:
    expected = here * ratio
    deviation = (there - expected) ** 2 / (2 * _VARIANCE * expected)
    apart = np.abs(np.log((there + 4) / (expected + 4)))
    value: Floats = -_DEVIATION * np.minimum(deviation, _MOST_DEVIATION) - _RATIO * apart - _RATIO_SQUARED * apart**2
    return value


def _marks(source: Traits, target: Traits, i: Ints, j: Ints, shape: tuple[int, int]) -> Floats:
    a, b = shape
    differ = np.abs((source.marks[i + a] - source.marks[i]) - (target.marks[j + b] - target.marks[j]))
    value: Floats = -(np.minimum(differ, _MOST_MARKS) @ _MARK_WEIGHTS)
    value -= _INSIDE_AT_START * np.abs(source.inside[i] - target.inside[j])
    value -= _INSIDE_AT_END * np.abs(source.inside[i + a] - target.inside[j + b])
    value -= _ENDS * (source.ends[i + a - 1] != target.ends[j + b - 1])
    value -= _BEGINS * np.abs(source.begins[i] - target.begins[j])
    return value


def _by_length(told: Floats, length: Floats, weights: tuple[float, float, float]) -> Floats:
    plain, by_length, by_root = weights
    value: Floats = told * (plain + by_length / length + by_root / np.sqrt(length))
    return value
