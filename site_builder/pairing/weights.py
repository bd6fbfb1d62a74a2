"""What each trait of a bead weighs, in natural logarithms of odds.

Both tables are those of a semi-Markov conditional random field trained on hand-aligned Chinese novels (0.90 F1 on
unseen novels without vectors of sentences, 0.92 with them). A shape too rare to have been learnt has the weight that
continues its mirror image's slope.
"""

from collections.abc import Mapping
from typing import NamedTuple

Three = tuple[float, float, float]


class Weights(NamedTuple):
    """`marks` are in the order of traits.Traits.marks; words, seen from either side, as they are, by length, and by the
    root of the length."""

    shapes: Mapping[tuple[int, int], float]
    marks: tuple[float, ...]
    deviation: float
    ratio: float
    ratio_squared: float
    inside_at_start: float
    inside_at_end: float
    ends: float
    begins: float
    alone_length: float
    alone_words: float
    from_source: Three
    from_target: Three


PLAIN = Weights(
    shapes={
        (1, 0): -1.717, (0, 1): -3.196, (1, 1): 1.962, (1, 2): 1.565, (2, 1): 0.949, (2, 2): 0.134, (1, 3): 0.878,
        (3, 1): -0.114, (1, 4): 0.886, (4, 1): -0.106, (2, 3): 0.069, (3, 2): 0.204, (1, 5): -0.334, (5, 1): -1.326,
        (2, 4): -0.701, (4, 2): -0.039, (3, 3): -0.312, (1, 6): 0.412, (6, 1): -0.58, (2, 5): -0.898, (3, 4): -0.416,
        (4, 3): -0.168, (1, 7): -0.017,
    },
    marks=(0.406, 0.283, 0.909, 0.059, -0.146, -0.285),
    deviation=0.697, ratio=-0.11, ratio_squared=0.139,
    inside_at_start=0.318, inside_at_end=0.642, ends=0.239, begins=0.198,
    alone_length=2.153, alone_words=-0.718,
    from_source=(2.965 / 10, -0.206 * 5, 0.681 / 2),
    from_target=(1.117 / 10, 0.317 * 2, 0.927 / 2),
)  # fmt: skip

WITH_VECTORS = Weights(
    shapes={
        (1, 0): -1.567, (0, 1): -2.885, (1, 1): 1.423, (1, 2): 0.999, (2, 1): 0.274, (2, 2): -0.01, (1, 3): 0.435,
        (3, 1): -0.203, (1, 4): 0.476, (4, 1): -0.162, (2, 3): 0.041, (3, 2): 0.201, (1, 5): -0.269, (5, 1): -0.907,
        (2, 4): -0.453, (4, 2): -0.022, (3, 3): 0.053, (1, 6): 0.408, (6, 1): -0.23, (2, 5): -0.654, (3, 4): -0.044,
        (4, 3): -0.053, (1, 7): -0.017,
    },
    marks=(0.366, 0.164, 0.797, -0.037, -0.147, -0.384),
    deviation=0.688, ratio=-0.02, ratio_squared=0.163,
    inside_at_start=0.4, inside_at_end=0.784, ends=0.122, begins=0.194,
    alone_length=1.925, alone_words=-0.65,
    from_source=(2.611 / 10, -0.222 * 5, 0.604 / 2),
    from_target=(0.847 / 10, 0.196 * 2, 0.769 / 2),
)  # fmt: skip


class VectorWeights(NamedTuple):
    """What the likeness of two sides weighs: by itself, times the units, the length in average units, and its root;
    unlikeness times both counts; the gain of a unit less and of one more; how far it stands out; and for a unit
    alone, the likest unit nearby."""

    plain: float = 1.196
    by_units: float = 1.391
    by_length: float = 0.798
    by_root: float = 0.867
    unlike: float = 0.697
    less: float = 0.379
    more: float = 0.363
    margin: float = 0.327
    alone: float = 0.726


VECTORS = VectorWeights()
