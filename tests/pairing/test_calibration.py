"""Confidences: what holds of them whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.pairing.calibration import of_clauses, of_sequences

POSTERIORS = st.floats(1e-6, 1.0)


@given(POSTERIORS, POSTERIORS, st.booleans())
def test_the_order_of_beads_is_kept(one: float, other: float, dictionary: bool) -> None:
    less, more = sorted((one, other))
    assert of_sequences(less, dictionary) <= of_sequences(more, dictionary)
    assert of_clauses(less) <= of_clauses(more)


@given(POSTERIORS, st.booleans())
def test_a_confidence_is_above_0_and_at_most_1(posterior: float, dictionary: bool) -> None:
    assert 0.0 < of_sequences(posterior, dictionary) <= 1.0
    assert 0.0 < of_clauses(posterior) <= 1.0


@given(st.floats(1e-6, 1.0, exclude_max=True), st.booleans())
def test_no_odds_are_raised_more_than_threefold(posterior: float, dictionary: bool) -> None:
    most = 3.0001 * posterior / (1.0 - posterior)
    for confidence in (of_sequences(posterior, dictionary), of_clauses(posterior)):
        assert confidence / (1.0 - confidence or 1e-17) <= most or confidence > 1.0 - 1e-12


def test_what_no_other_path_contradicts_is_certain() -> None:
    assert of_sequences(1.0, True) == of_sequences(1.0, False) == of_clauses(1.0) == 1.0
