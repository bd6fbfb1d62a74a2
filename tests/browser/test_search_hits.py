"""Walking from hit to hit: all hits of a page are lit, the bar says which one it is, across pages too."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_search import OVER, ask, panel
from tests.browser.visiting import NARROW, Visitor

LIT = "[...(CSS.highlights.get('hits') ?? [])].map(String)"


def bar(page: Page) -> Locator:
    """The bar of the hits."""
    return page.get_by_role("region", name="Hits")


def stands(page: Page, at: int, count: int, place: str) -> None:
    """Hold that one stands on a hit."""
    expect(bar(page)).to_contain_text(f"Hit {at} of {count}")
    expect(page.locator(f'.line.current[data-segment="{place}"]').first).to_be_in_viewport()
    assert page.url.endswith(f"#{place}")


@OVER
def test_a_result_opens_its_segment_with_all_hits_lit(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    ask(page, "創新").nth(1).click()
    stands(page, 2, 6, "p4-1")
    expect(page.locator(".line.current")).to_have_count(2)
    expect(panel(page)).to_be_hidden()
    assert page.evaluate(LIT) == ["創新"] * 6
    assert page.evaluate("decodeURI(location.search)") == "?q=創新"


@OVER
def test_keys_and_buttons_go_to_the_other_hits(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    ask(page, "創新").nth(1).click()
    stands(page, 2, 6, "p4-1")
    page.keyboard.press("n")
    expect(bar(page)).to_contain_text("Hit 3 of 6")
    assert page.evaluate("document.activeElement.dataset.segment") == page.url.rpartition("#")[2]
    page.keyboard.press("N")
    page.keyboard.press("N")
    stands(page, 1, 6, "p3-1")
    expect(bar(page).get_by_role("button", name="Previous hit")).to_be_disabled()
    following = bar(page).get_by_role("button", name="Next hit")
    for at in range(2, 7):
        following.click()
        expect(bar(page)).to_contain_text(f"Hit {at} of 6")
    expect(following).to_be_disabled()
    expect(following).to_be_focused()
    page.keyboard.press("n")
    expect(bar(page)).to_contain_text("Hit 6 of 6")
    expect(page.get_by_role("status")).to_have_text("Hit 6 of 6")


def test_the_focus_stays_in_the_text_when_the_bar_goes(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=創新#p4-1")
    bar(page).get_by_role("button", name="Next hit").focus()
    page.keyboard.press("Enter")
    expect(bar(page)).to_contain_text("Hit 3 of 6")
    page.keyboard.press("Escape")
    expect(bar(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.segment") == page.url.rpartition("#")[2]


@pytest.mark.parametrize("way", ["Escape", "×"])
def test_the_lights_go_out(visit: Visitor, way: str) -> None:
    page = visit("report/report/index.html?view=columns&q=創新#p4-1")
    stands(page, 2, 6, "p4-1")
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        bar(page).get_by_role("button", name="Hide the hits").click()
        expect(page.locator('.line[data-segment="p4-1"]:focus')).to_have_count(1)
    expect(bar(page)).to_have_count(0)
    assert page.evaluate(LIT) == []
    assert page.url.endswith("?view=columns#p4-1")
    page.keyboard.press("n")
    assert page.url.endswith("#p4-1")


def test_escape_closes_the_results_before_it_puts_out_the_lights(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=創新")
    expect(panel(page)).to_be_visible()
    expect(bar(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(bar(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar(page)).to_have_count(0)


@OVER
def test_an_address_that_asks_lights_all_and_stands_before_the_first(visit: Visitor, over: str) -> None:
    page = visit("report/report/index.html?q=創新", over=over)
    expect(panel(page).get_by_role("listitem")).to_have_count(6)
    expect(bar(page)).to_contain_text("6 places")
    assert page.evaluate(LIT) == ["創新"] * 6
    assert page.evaluate("scrollY") == 0
    expect(bar(page).get_by_role("button", name="Previous hit")).to_be_disabled()
    page.keyboard.press("n")
    stands(page, 1, 6, "p3-1")
    expect(panel(page)).to_be_hidden()
    assert page.evaluate("decodeURI(location.search)") == "?q=創新"


def test_a_place_without_a_hit_is_between_hits(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=創新#p4-2")
    expect(bar(page)).to_contain_text("6 places")
    page.keyboard.press("N")
    stands(page, 2, 6, "p4-1")
    page.goto(page.url.replace("#p4-1", "#p4"))
    page.reload()
    expect(bar(page)).to_contain_text("Hit 2 of 6")


def test_hits_in_notes_count(visit: Visitor) -> None:
    page = visit()
    ask(page, "pivotal").first.click()
    expect(bar(page)).to_contain_text("Hit 1 of 1")
    assert page.evaluate(LIT) == ["pivotal"]
    expect(page.locator("#n5")).to_be_in_viewport()


def test_one_language_alone_is_lit_alone(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=5G&side=en#p7-3")
    expect(bar(page)).to_contain_text("Hit 1 of")
    lit = page.evaluate(
        "[...CSS.highlights.get('hits')].map(({ startContainer: text }) => text.parentElement.closest('[lang]').lang)"
    )
    assert set(lit) == {"en"}


def test_a_hit_that_the_reveal_view_covers_is_shown(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=reveal&q=blockchain")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator('[data-veil="p7-2"]')).to_have_attribute("aria-pressed", "true")


@OVER
def test_hits_lead_across_pages(visit: Visitor, over: str) -> None:
    page = visit("long/river/s3.html", over=over)
    ask(page, '"Paragraph 1.2.').first.click()
    stands(page, 1, 5, "p11-1")
    page.goto(visit.address("long/river/s3.html?q=river#p15-2", over))
    expect(bar(page)).to_contain_text("Hit ")
    at = int(re.findall(r"Hit (\d+) of", bar(page).inner_text())[0])
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"/s4\.html\?q=river#p\d+-1$"))
    expect(bar(page)).to_contain_text(f"Hit {at + 1} of")
    page.keyboard.press("N")
    page.wait_for_url("**/s3.html?q=river#p15-2")
    expect(bar(page)).to_contain_text(f"Hit {at} of")


@OVER
def test_the_front_page_of_a_long_document_stands_before_its_first_hit(visit: Visitor, over: str) -> None:
    page = visit("long/river/index.html?q=Part+2", over=over)
    expect(bar(page)).to_contain_text(re.compile(r"\d places"))
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"/s8\.html\?q=Part\+2#p\d+-\d+$"))
    expect(bar(page)).to_contain_text("Hit 1 of")


def test_without_hits_there_is_no_bar(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=zzzz#p4")
    page.wait_for_timeout(300)
    expect(bar(page)).to_have_count(0)


def test_the_sheet_lists_the_keys(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Shortcuts")).to_contain_text("Next hit")


def test_paper_shows_neither_results_nor_bar(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=創新")
    expect(bar(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(bar(page)).to_be_hidden()
    expect(panel(page)).to_be_hidden()


def test_on_a_phone_the_bar_stays_out_of_the_way(visit: Visitor) -> None:
    page = visit(size=NARROW, touch=True)
    page.get_by_role("button", name="Search").tap()
    page.keyboard.type("創新")
    panel(page).get_by_role("listitem").get_by_role("link").nth(1).tap()
    stands(page, 2, 6, "p4-1")
    bar(page).get_by_role("button", name="Next hit").tap()
    expect(bar(page)).to_contain_text("Hit 3 of 6")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
