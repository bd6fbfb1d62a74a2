"""What each bead of a lattice is worth: a weighted sum of how its two sides differ in length, marks and words, and
where there are vectors of sentences, in these.
"""

from typing import NamedTuple

import numpy as np

from site_builder.pairing.lattice import NEVER, SHAPES, Floats, Ints
from site_builder.pairing.traits import Traits
from site_builder.pairing.vectors import Likeness
from site_builder.pairing.weights import PLAIN, WITH_VECTORS, Three, Weights

_MOST_MARKS = 3.0
_VARIANCE = 6.8  # of characters of translation for one of the original: Gale and Church 1993
_MOST_DEVIATION = 12.0


class Words(NamedTuple):
    """Log-likelihood ratios. `target[a][i, j]`: of target unit j given the source units i … i + a - 1;
    `source[b][i, j]`: of source unit i given the target units j … j + b - 1; both as running sums along what is told
    of, so that they have a row or column more. `lonely_source`, `lonely_target`: the best that a unit has with any
    single one."""

    target: dict[int, Floats]
    source: dict[int, Floats]
    lonely_source: Floats
    lonely_target: Floats


class Sides(NamedTuple):
    """All that is known of two sides. `ratio`: characters of the target for one of the source."""

    source: Traits
    target: Traits
    words: Words
    ratio: float
    likeness: Likeness | None = None


def scores(sides: Sides, offsets: Ints, width: int) -> Floats:
    """The worth of every bead as `Lattice` wants it."""
    rows, columns = len(sides.source.ends), len(sides.target.ends)
    weights = WITH_VECTORS if sides.likeness else PLAIN
    found = np.full((len(SHAPES), rows + 1, width), NEVER)
    all_rows = np.repeat(np.arange(rows + 1), width)
    all_columns = (offsets[:, None] + np.arange(width)[None, :]).ravel()
    flat = found.reshape(len(SHAPES), -1)
    for at, (a, b) in enumerate(SHAPES):
        inside = np.flatnonzero((all_rows + a <= rows) & (all_columns + b <= columns))
        i, j = all_rows[inside], all_columns[inside]
        if len(i):
            value = _together(sides, weights, i, j, (a, b)) if a and b else _alone(sides, weights, i, j, a)
            flat[at, inside] = value + weights.shapes[a, b]
    return found


def _alone(sides: Sides, weights: Weights, i: Ints, j: Ints, a: int) -> Floats:
    side, at = (sides.source, i) if a else (sides.target, j)
    lonely = sides.words.lonely_source if a else sides.words.lonely_target
    length = (side.lengths[at + 1] - side.lengths[at]) / (side.lengths[-1] / len(side.ends))
    value: Floats = -weights.alone_length * length - weights.alone_words * lonely[at] / 10
    if sides.likeness:
        value += sides.likeness.source_alone[i, j] if a else sides.likeness.target_alone[j, i]
    return value


def _together(sides: Sides, weights: Weights, i: Ints, j: Ints, shape: tuple[int, int]) -> Floats:
    source, target, words, ratio, likeness = sides
    a, b = shape
    here, there = source.lengths[i + a] - source.lengths[i], target.lengths[j + b] - target.lengths[j]
    value = _lengths(here, there, ratio, weights)
    value += _marks(source, target, i, j, shape, weights)
    value += _by_length(words.target[a][i, j + b] - words.target[a][i, j], there, weights.from_source)
    value += _by_length(words.source[b][i + a, j] - words.source[b][i, j], here, weights.from_target)
    return value if likeness is None else value + likeness.together[shape][i, j]


def _lengths(here: Floats, there: Floats, ratio: float, weights: Weights) -> Floats:
    expected = here * ratio
    deviation = np.minimum((there - expected) ** 2 / (2 * _VARIANCE * expected), _MOST_DEVIATION)
    apart = np.abs(np.log((there + 4) / (expected + 4)))
    value: Floats = -weights.deviation * deviation - weights.ratio * apart - weights.ratio_squared * apart**2
    return value


def _marks(source: Traits, target: Traits, i: Ints, j: Ints, shape: tuple[int, int], weights: Weights) -> Floats:
    a, b = shape
    differ = np.abs((source.marks[i + a] - source.marks[i]) - (target.marks[j + b] - target.marks[j]))
    value: Floats = -(np.minimum(differ, _MOST_MARKS) @ np.array(weights.marks))
    value -= weights.inside_at_start * np.abs(source.inside[i] - target.inside[j])
    value -= weights.inside_at_end * np.abs(source.inside[i + a] - target.inside[j + b])
    value -= weights.ends * (source.ends[i + a - 1] != target.ends[j + b - 1])
    value -= weights.begins * np.abs(source.begins[i] - target.begins[j])
    return value


def _by_length(told: Floats, length: Floats, weights: Three) -> Floats:
    plain, by_length, by_root = weights
    value: Floats = told * (plain + by_length / length + by_root / np.sqrt(length))
    return value
