"""How work is shared out."""

from hypothesis import given
from hypothesis import strategies as some

from site_builder.crew import shares


@given(some.lists(some.integers(1, 1000), min_size=1), some.integers(1, 8))
def test_shares_cover_every_document_once_in_order(weights: list[int], jobs: int) -> None:
    stretches = shares(weights, jobs)
    assert [index for stretch in stretches for index in stretch] == list(range(len(weights)))
    assert 1 <= len(stretches) <= jobs
    assert all(stretches)


def test_shares_are_about_equal() -> None:
    assert shares([1] * 100, 4) == [range(25), range(25, 50), range(50, 75), range(75, 100)]
    assert shares([9, 1, 1, 1, 1, 1, 1, 1, 1, 1], 2) == [range(1), range(1, 10)]
