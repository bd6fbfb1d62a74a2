"""What the search finds and marks, case by case.

A case has rows `id | text | text` (a blank line between pairs) and the query after `?`; a query whose last word is
not being typed any more ends in a space, which `·` makes visible. Expected are the results in order, a blank line
between them, hits between 【 and 】.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import Case, cases
from tests.js.conftest import Engine, Row


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "matches"))
def test_it_finds_and_marks(case: Case, engine: Engine, matches: Callable[[Case, str], None]) -> None:
    *blocks, query = case.input.split("\n\n")
    pairs = [[line.split(" | ") for line in block.split("\n")] for block in blocks]
    (results,) = engine.search(pairs, [query.removeprefix("? ").removesuffix("·")])
    matches(case, "\n\n".join("\n".join(map(_marked, rows)) for rows in results) or "nothing")


def _marked(row: Row) -> str:
    return " | ".join([row["id"], *map(_marks, row["texts"], row["ranges"])])


def _marks(text: str, ranges: list[tuple[int, int]]) -> str:
    units = text.encode("utf-16-le")
    for start, end in reversed(ranges):
        inside = "【".encode("utf-16-le") + units[2 * start : 2 * end] + "】".encode("utf-16-le")
        units = units[: 2 * start] + inside + units[2 * end :]
    return units.decode("utf-16-le")
