"""Numbers come back from their letters, one list at a time or many."""

from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexing.codes import LETTERS, gaps, plain, steps, written

gaps_between = st.lists(st.integers(0, 5_000_000), max_size=40)


@given(gaps_between)
def test_gaps_come_back(between: list[int]) -> None:
    numbers = [number + place for place, number in enumerate(accumulate(between))]
    assert read(gaps(numbers)) == numbers


@given(gaps_between)
def test_many_gaps_are_written_as_one_by_one(between: list[int]) -> None:
    letters, places = written(np.array(between, np.int64))
    cut = [letters[start:end] for start, end in pairwise(places)]
    assert cut == [gaps([gap]) for gap in between]
    assert "".join(cut) == plain(between)


@given(gaps_between)
def test_steps_come_back(numbers: list[int]) -> None:
    ways = (-(way + 1) // 2 if way % 2 else way // 2 for way in read_plain(steps(numbers)))
    assert list(accumulate(ways)) == numbers


def read(letters: str) -> list[int]:
    """A plain reading of the rule for gaps."""
    return [number - 1 for number in accumulate(gap + 1 for gap in read_plain(letters))]


def read_plain(letters: str) -> list[int]:
    """A plain reading of the rule for numbers."""
    numbers, number, weight = [], 0, 1
    for letter in letters:
        digit = LETTERS.index(letter)
        number, weight = number + digit % 32 * weight, weight * 32
        if digit < 32:
            numbers.append(number)
            number, weight = 0, 1
    return numbers
