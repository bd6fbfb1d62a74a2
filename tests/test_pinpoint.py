"""A problem of a paragraph is shown where its author can see it: the column, the line and a mark below the fault."""

import pytest

from site_builder.errors import SourceError
from site_builder.pinpoint import pinpointed
from site_builder.problems import Place, Problem

TEXT = """# 春 {#a}

  第一段[^1]。

The first[^2] paragraph, see [there](no.md).
"""


def shown(line: int, *sought: str, text: str = TEXT, column: int = 0) -> tuple[int, int, int]:
    """Line, column and width of a problem after it was looked up."""
    problem = Problem("x", "y", Place("a.md", line, column), sought=sought)
    (found,) = pinpointed([problem], lambda _: text.encode())
    if found.place.text:
        assert found.place.text in text
    return found.place.line, found.place.column, found.place.width


@pytest.mark.parametrize(
    ("line", "sought", "expected"),
    [
        (1, ("{#a}",), (1, 5, 4)),
        (3, ("[^1]",), (3, 6, 4)),
        (3, ("[^2]", "[2]"), (5, 10, 4)),  # the mark is in the translation
        (3, ("no.md",), (5, 38, 5)),
        (3, ("[^9]", "[9]"), (3, 3, 1)),  # typed otherwise: where the paragraph begins
        (3, (), (3, 3, 1)),
        (0, ("[^1]",), (0, 0, 1)),  # a problem of the whole file
        (99, ("[^1]",), (99, 0, 1)),
    ],
)
def test_a_place_is_found(line: int, sought: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    assert shown(line, *sought) == expected


def test_what_has_a_column_keeps_it() -> None:
    assert shown(3, "[^2]", column=2) == (3, 2, 1)


def test_a_fault_far_below_is_another_paragraph_s() -> None:
    assert shown(1, "[^1]", text="first\n" + "\n" * 40 + "[^1]") == (1, 1, 1)


def test_a_source_that_is_gone_leaves_the_problem_as_it_was() -> None:
    def gone(_: str) -> bytes:
        raise SourceError(Problem("unreadable", "gone", Place("a.md")))

    problem = Problem("x", "y", Place("a.md", 3))
    assert list(pinpointed([problem], gone)) == [problem]
