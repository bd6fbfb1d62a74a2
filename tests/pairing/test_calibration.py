"""Confidences: what holds of them whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.pairing.calibration import ease, of_clauses, of_sequences
from tests.pairing.sides import aligned, constructed, from_gold, whole, worn

POSTERIORS = st.floats(0.0, 1.0, exclude_min=True)
SHARES = st.floats(0.0, 1.0)


@given(POSTERIORS, POSTERIORS, SHARES, st.booleans())
def test_the_order_of_beads_is_kept(one: float, other: float, eased: float, even: bool) -> None:
    less, more = sorted((one, other))
    assert of_sequences(less, eased) <= of_sequences(more, eased)
    assert of_clauses(less, even) <= of_clauses(more, even)


@given(POSTERIORS, SHARES, st.booleans())
def test_a_confidence_is_above_0_and_at_most_1(posterior: float, eased: float, even: bool) -> None:
    assert 0.0 < of_sequences(posterior, eased) <= 1.0
    assert 0.0 < of_clauses(posterior, even) <= 1.0


@given(POSTERIORS, SHARES, SHARES)
def test_the_easier_a_text_the_surer_its_beads(posterior: float, one: float, other: float) -> None:
    harder, easier = sorted((one, other))
    assert of_sequences(posterior, harder) <= of_sequences(posterior, easier)
    assert of_clauses(posterior, False) <= of_clauses(posterior, True)


def test_what_no_other_path_contradicts_is_certain() -> None:
    assert of_sequences(1.0, 0.0) == of_sequences(1.0, 1.0) == of_clauses(1.0, True) == of_clauses(1.0, False) == 1.0


@given(st.integers(0, 5000), SHARES, SHARES)
def test_ease_is_a_share_and_falls_with_coarse_beads(beads: int, sure: float, coarse: float) -> None:
    many = int(coarse * beads)
    assert 0.0 <= ease(beads, sure * beads, many) <= ease(beads, sure * beads, many // 2) <= 1.0


def test_a_text_without_beads_is_neither_easy_nor_hard() -> None:
    assert 0.0 < ease(0, 0.0, 0) < 0.5


def test_the_less_two_texts_have_in_common_the_less_their_beads_promise() -> None:
    languages = ("en", "fr")
    pairs = whole(from_gold("declaration", *languages))
    said = []
    for share in (0.0, 0.3, 0.6):
        beads = [
            bead
            for seed in range(4)
            for bead in aligned(constructed(worn(pairs, seed, languages, share), seed, languages)).beads
        ]
        said.append(sum(confidence for confidence, _ in beads) / len(beads))
    assert said[0] > said[1] > said[2]
