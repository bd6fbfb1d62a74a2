"""Progress, and going on where one stopped."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, WIDE, Visitor


def read_to(page: Page, pair: str) -> None:
    """Scroll to a pair and stay a moment."""
    page.locator(f"#{pair}").evaluate("pair => scrollTo({ top: pair.offsetTop - 60, behavior: 'instant' })")
    page.wait_for_timeout(600)


def progress(page: Page) -> float:
    return float(page.locator(".progress").evaluate("bar => getComputedStyle(bar).getPropertyValue('--read')"))


def test_progress_grows_to_the_end(visit: Visitor) -> None:
    page = visit()
    assert progress(page) == 0
    read_to(page, "p6")
    assert 0 < progress(page) < 1
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    expect(page.locator(".progress")).to_have_attribute("style", re.compile(r"--read: 1\b"))


@pytest.mark.parametrize("over", ["http", "file"])
def test_the_next_visit_offers_to_go_on(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    read_to(page, "p7")
    page.goto("about:blank")
    page.goto(visit.address("report/report/index.html", over))
    expect(page.locator(".stopped")).to_contain_text("You stopped at 7")
    page.get_by_role("link", name="Continue").click()
    expect(page.locator("#p7")).to_be_in_viewport()
    expect(page.locator(".stopped")).to_have_count(0)


def test_the_cover_offers_it_too(visit: Visitor) -> None:
    page = visit("report/index.html")
    expect(page.get_by_role("link", name="Continue where you stopped")).to_have_count(0)
    page.get_by_role("link", name="Read", exact=True).click()
    read_to(page, "p7")
    page.goto(visit.address("report/index.html"))
    page.get_by_role("link", name="Continue where you stopped").click()
    expect(page.locator("#p7")).to_be_in_viewport()


def test_an_address_with_a_place_of_its_own_is_offered_nothing(visit: Visitor) -> None:
    page = visit()
    read_to(page, "p7")
    page.goto("about:blank")
    page.goto(visit.address("report/report/index.html#p4"))
    page.wait_for_timeout(200)
    expect(page.locator(".stopped")).to_have_count(0)


@pytest.mark.parametrize("pair", ["p2", "notes"])
def test_hardly_begun_or_finished_is_no_place_to_go_on_from(visit: Visitor, pair: str) -> None:
    page = visit()
    read_to(page, "p7")
    page.locator(f"#{pair}").evaluate("pair => scrollTo({ top: pair.id === 'notes' ? 1e6 : 10, behavior: 'instant' })")
    page.wait_for_timeout(600)
    page.goto("about:blank")
    page.goto(visit.address("report/report/index.html"))
    page.wait_for_timeout(200)
    expect(page.locator(".stopped")).to_have_count(0)


@pytest.mark.parametrize("saved", ["not json", "[]", '{"segment": 7}', '{"segment": "p99-1"}', '{"segment": "<b>"}'])
def test_a_broken_place_is_no_place(visit: Visitor, saved: str) -> None:
    page = visit(before=f"localStorage.setItem('bilingual-reader:place:report', {saved!r})")
    page.wait_for_timeout(200)
    expect(page.locator(".stopped")).to_have_count(0)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_offer_moves_nothing_and_covers_nothing(visit: Visitor, size: dict[str, int]) -> None:
    plain = visit(size=size).locator("h1").bounding_box()
    page = visit(size=size, before="""localStorage.setItem('bilingual-reader:place:report', '{"segment":"p7-1"}')""")
    offer = page.locator(".stopped").bounding_box()
    bar, title = page.locator(".bar").bounding_box(), page.locator("h1").bounding_box()
    assert offer
    assert bar
    assert title
    assert title == plain
    assert bar["height"] <= offer["y"]
    assert offer["y"] + offer["height"] <= title["y"]
