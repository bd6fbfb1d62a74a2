"""Where long documents are cut, and that nothing of them is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from site_builder.cards import card
from site_builder.model import Document, Section
from site_builder.paging.cutting import cut
from site_builder.paging.leaves import leaves
from tests.cases import Case, cases
from tests.paging.documents import outlined

PARTS = some.tuples(some.integers(0, 4), some.integers(0, 70), some.sampled_from(["", " lead 9", " item", " of 900"]))
OUTLINES = some.lists(PARTS, min_size=1, max_size=12)


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cuts"))
def test_cuts(case: Case, matches: Callable[[Case, str], None]) -> None:
    limit, _, outline = case.input.partition("\n")
    made = leaves(outlined(outline), int(limit.removeprefix("limit ")))
    matches(case, "\n".join(f"{leaf.name}: {_told(leaf.document)}" for leaf in made) or "one page")


def _told(document: Document) -> str:
    """The title in English, and each section with its first and last pair."""
    return "; ".join([document.title[1], *(_span(section) for section in document.sections)])


def _span(section: Section) -> str:
    return f"{section.id} {section.pairs[0].id} – {section.pairs[-1].id}" if section.pairs else section.id


@given(OUTLINES, some.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_every_pair_stands_on_one_page_in_order(parts: list[tuple[int, int, str]], limit: int) -> None:
    document = book(parts)
    made = leaves(document, limit)
    if made:
        assert [pair for leaf in made for pair in leaf.document.pairs()] == list(document.pairs())
        assert [leaf.before for leaf in made] == [sum(leaf.pairs for leaf in made[:at]) for at in range(len(made))]
        assert {leaf.of for leaf in made} == {len(list(document.pairs()))}


@given(OUTLINES, some.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_no_page_is_far_too_long(parts: list[tuple[int, int, str]], limit: int) -> None:
    for leaf in leaves(book([(level, count, "") for level, count, _ in parts]), limit):
        headings = sum(pair.kind == "heading" for pair in leaf.document.pairs())
        assert leaf.pairs - headings <= max(1.5 * limit, limit + 3)


@given(OUTLINES, some.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_names_are_told_apart_and_known_to_the_card(parts: list[tuple[int, int, str]], limit: int) -> None:
    document = book(parts)
    names = [sheet.name for sheet in cut(document, limit)]
    assert len(set(names)) == len(names)
    assert card(document, limit).leaves == tuple(names[1:])
    assert len({section.id for leaf in leaves(document, limit) for section in leaf.document.sections}) >= len(names) - 1


def book(parts: list[tuple[int, int, str]]) -> Document:
    """A document with these sections."""
    lines = ["title", *(f"{'#' * level} {count}{rest}".strip() for level, count, rest in parts)]
    return outlined("\n".join(lines))
