"""What addresses with a fragment lead to."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, WIDE, Visitor


def current(page: Page) -> list[str | None]:
    """The segments the reader stands on."""
    found = page.locator(".line.current[lang=en]").all()
    return [line.get_attribute("data-segment") for line in found]


@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("fragment", ["s1", "p7", "p7-3", "n5", "r5"])
def test_a_fragment_brings_its_place_into_sight(visit: Visitor, fragment: str, size: dict[str, int], over: str) -> None:
    page = visit(f"report/report/index.html#{fragment}", over=over, size=size)
    target = page.locator(f"#{fragment}")
    expect(target).to_be_in_viewport()
    bar, box = page.locator(".bar").bounding_box(), target.bounding_box()
    assert bar
    assert box
    covered = page.locator(".bar").evaluate("bar => ['fixed', 'sticky'].includes(getComputedStyle(bar).position)")
    assert box["y"] + box["height"] > (bar["height"] if covered else 0)


def test_a_segment_is_lit_in_both_languages(visit: Visitor) -> None:
    page = visit("report/report/index.html#p7-3")
    assert current(page) == ["p7-3"]
    expect(page.locator(".line.current")).to_have_count(2)


def test_a_range_is_lit_from_end_to_end(visit: Visitor) -> None:
    page = visit("report/report/index.html#p7-2:p7-4")
    assert current(page) == ["p7-2", "p7-3", "p7-4"]
    expect(page.locator("#p7-2")).to_be_in_viewport()


def test_a_range_may_run_over_paragraphs_and_backwards(visit: Visitor) -> None:
    assert current(visit("report/report/index.html#p4-2:p3-1")) == ["p3-1", "p4-1", "p4-2"]


@pytest.mark.parametrize("fragment", ["p99", "p7-99", "p7-2:p99-1", "", "%", "%E0%A4%A", "p7-3:", "a b", "[x]"])
def test_a_fragment_that_leads_nowhere_does_no_harm(visit: Visitor, fragment: str) -> None:
    page = visit(f"report/report/index.html#{fragment}")
    page.keyboard.press("j")
    assert current(page)


def test_following_fragments_within_a_visit(visit: Visitor) -> None:
    page = visit()
    page.evaluate("location.hash = 'p8-2'")
    expect(page.locator("#p8-2")).to_be_in_viewport()
    assert current(page) == ["p8-2"]
    page.go_back()
    page.go_forward()
    assert current(page) == ["p8-2"]


def test_the_author_s_own_ids_lead_to_their_place(visit: Visitor) -> None:
    page = visit("full/classics-mengzi/index.html")
    page.get_by_role("link", name="the chapter above").click()
    assert page.url.endswith("#king-hui")
    expect(page.locator("h2").first).to_be_in_viewport()
    page.get_by_role("link", name="Small Poems", exact=True).click()
    assert page.url.endswith("full/classics-poems/index.html#spring")


def test_every_paragraph_and_heading_has_a_visible_number_that_links_to_it(visit: Visitor) -> None:
    page = visit()
    for pair in page.locator("article .pair:not(.title)").all():
        number = pair.locator("> a.number")
        expect(number).to_be_visible()
        assert number.get_attribute("href") == f"#{pair.get_attribute('id')}"
        assert number.inner_text() in str(pair.get_attribute("id"))
