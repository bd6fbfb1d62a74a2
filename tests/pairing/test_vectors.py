"""Vectors of sentences: what they say is what their formula says, and beads follow them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pairing import vectors
from site_builder.pairing.fixed import Units
from site_builder.pairing.lattice import SHAPES, Floats
from site_builder.pairing.manner import Manner
from site_builder.pairing.sequences import align_sequences
from site_builder.pairing.vectors import likeness
from site_builder.pairing.weights import VECTORS
from tests.pairing.sides import constructed, figures, from_gold, whole

package = pytest.mark.skipif(not vectors.installed(), reason="the extra `vectors` is not installed")


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 1000))
def test_likeness_is_what_its_formula_says(rows: int, columns: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    one, two = random.normal(size=(rows, 8)), random.normal(size=(columns, 8))
    lengths = running(random.integers(1, 50, rows)), running(random.integers(1, 50, columns))
    found = likeness(one, two, (one.mean(0), two.mean(0)), lengths)
    for a, b in SHAPES:
        if a and b and a <= rows and b <= columns:
            here = cosine(one, two, lengths, (0, a), (0, b))
            long = (lengths[0][a] * rows / lengths[0][-1] + lengths[1][b] * columns / lengths[1][-1]) / 2
            plain = here * (VECTORS.plain + VECTORS.by_units * (a + b) + VECTORS.by_length * long)
            plain += here * VECTORS.by_root * np.sqrt(long) - VECTORS.unlike * (1 - here) * a * b
            fewer = [((0, a), (0, b - 1)), ((0, a), (1, b)), ((0, a - 1), (0, b)), ((1, a), (0, b))]
            wider = [((0, a), (0, b + 1)), ((0, a + 1), (0, b))]
            fewer = [ends for ends in fewer if ends[0][0] < ends[0][1] and ends[1][0] < ends[1][1]]
            wider = [ends for ends in wider if known(ends[0][1], ends[1][1], rows, columns)]
            plain -= VECTORS.less * max([0.0, *(cosine(one, two, lengths, *ends) - here for ends in fewer)])
            plain -= VECTORS.more * max([0.0, *(cosine(one, two, lengths, *ends) - here for ends in wider)])
            plain += VECTORS.margin * (here - usual(one, two, lengths, (a, b)))
            assert abs(found.together[a, b][0, 0] - plain) < 1e-6


@package
def test_vectors_of_a_translation_are_alike() -> None:
    told = vectors.encoded(["今天天氣很好。", "The weather is fine today.", "I have lost my keys.", "\0 \ud800", ""])
    assert np.allclose((told**2).sum(1), 1.0, atol=1e-3)
    assert told[0] @ told[1] > told[0] @ told[2]


@package
def test_languages_without_common_words_are_aligned_better_with_vectors() -> None:
    pairs = whole(from_gold("declaration", "en", "ru"))[:24]
    sides = constructed(pairs, 3, ("en", "ru"))
    units = Units(sides.source), Units(sides.target)
    plain, better = (
        figures(sides.beads, align_sequences(*units, ("en", "ru"), manner=Manner(vectors=on))) for on in (False, True)
    )
    assert better.f1 >= max(plain.f1, 0.9)


def running(lengths: Floats) -> Floats:
    """Sums of lengths."""
    return np.concatenate([[0.0], np.cumsum(lengths)])


def cosine(
    one: Floats, two: Floats, lengths: tuple[Floats, Floats], run: tuple[int, int], other: tuple[int, int]
) -> float:
    """The likeness of two runs."""
    sides = []
    for vectors_of, sums, (start, end) in ((one, lengths[0], run), (two, lengths[1], other)):
        pooled = (vectors_of[start:end] * np.diff(sums)[start:end, None]).sum(0)
        centred = pooled / np.linalg.norm(pooled) - vectors_of.mean(0)
        sides.append(centred / np.linalg.norm(centred))
    return float(sides[0] @ sides[1])


def known(a: int, b: int, rows: int, columns: int) -> bool:
    """Whether there are runs of so many units."""
    return a <= min(rows, max(a for a, _ in SHAPES)) and b <= min(columns, max(b for _, b in SHAPES))


def usual(one: Floats, two: Floats, lengths: tuple[Floats, Floats], shape: tuple[int, int]) -> float:
    """The mean of the likest six partners of either run."""
    rows, columns = len(one), len(two)
    mine, theirs = (0, shape[0]), (0, shape[1])
    ones = [(i, i + a) for a in range(1, min(rows, 6) + 1) for i in range(rows - a + 1)]
    twos = [(j, j + b) for b in range(1, min(columns, 7) + 1) for j in range(columns - b + 1)]
    first = sorted(cosine(one, two, lengths, mine, other) for other in twos)[-6:]
    second = sorted(cosine(one, two, lengths, other, theirs) for other in ones)[-6:]
    return (sum(first) / len(first) + sum(second) / len(second)) / 2
