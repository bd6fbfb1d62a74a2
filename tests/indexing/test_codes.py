"""Numbers come back from their letters, one list at a time or many."""

from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexing.codes import LETTERS, gaps, written

steps = st.lists(st.integers(0, 5_000_000), max_size=40)


@given(steps)
def test_gaps_come_back(steps: list[int]) -> None:
    numbers = [number + place for place, number in enumerate(accumulate(steps))]
    assert read(gaps(numbers)) == numbers


@given(steps)
def test_many_gaps_are_written_as_one_by_one(steps: list[int]) -> None:
    letters, places = written(np.array(steps, np.int64))
    cut = [letters[start:end] for start, end in pairwise(places)]
    assert cut == [gaps([step]) for step in steps]


def read(letters: str) -> list[int]:
    """A plain reading of the rule."""
    numbers, last, gap, weight = [], -1, 0, 1
    for letter in letters:
        digit = LETTERS.index(letter)
        gap, weight = gap + digit % 32 * weight, weight * 32
        if digit < 32:
            last += gap + 1
            numbers.append(last)
            gap, weight = 0, 1
    return numbers
