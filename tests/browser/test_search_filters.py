"""The filters of the search: language, document, section, notes only; and addresses that restore them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_search import OVER, ask, panel
from tests.browser.visiting import Visitor


def filtering(page: Page, query: str) -> Page:
    """Ask, and open the filters."""
    ask(page, query)
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("group", name="Filter").get_by_label("Language")).to_be_visible()
    return page


def places(page: Page) -> list[str]:
    """The places of the results that are shown."""
    found: list[str] = (
        panel(page).locator("[data-place]").evaluate_all("links => links.map(link => link.dataset.place)")
    )
    return found


def search(page: Page) -> str:
    """The query of the page's address."""
    return str(page.evaluate("decodeURI(location.search)"))


@OVER
def test_one_language(visit: Visitor, over: str) -> None:
    page = filtering(visit(over=over), "5G")
    page.get_by_label("Language").select_option("English")
    expect(panel(page).locator("[lang=zh-Hant] mark")).to_have_count(0)
    expect(panel(page).locator("[lang=en] mark").first).to_have_text("5G")
    assert search(page) == "?q=5G&side=en"


@OVER
def test_one_document_and_one_of_its_sections(visit: Visitor, over: str) -> None:
    page = filtering(visit("long/guide/index.html", over=over), "河水")
    page.get_by_label("Text", exact=True).select_option("河邊的書 · The Book by the River")
    assert search(page) == "?q=河水&in=river"
    section = page.get_by_label("Section")
    section.select_option("3")
    expect(panel(page)).to_contain_text("10 places")
    assert search(page) == "?q=河水&in=river/3"
    section.select_option("8")  # with the chapters below it
    expect(panel(page)).to_contain_text("60 places")
    page.get_by_label("Text", exact=True).select_option("all")
    expect(section).to_be_hidden()
    assert search(page) == "?q=河水"


@OVER
def test_only_notes(visit: Visitor, over: str) -> None:
    page = filtering(visit(over=over), "Beijing")
    page.get_by_label("Notes only").check()
    expect(panel(page)).to_contain_text("1 place")
    assert places(page) == ["n5"]
    assert search(page) == "?q=Beijing&notes=1"


@OVER
def test_an_address_restores_the_query_and_all_filters(visit: Visitor, over: str) -> None:
    page = visit("long/index.html?q=河水&in=river/3&side=zh-Hant", over=over)
    expect(panel(page)).to_contain_text("10 places")
    expect(page.get_by_role("searchbox")).to_have_value("河水")
    expect(page.get_by_label("Text", exact=True)).to_have_value("river")
    expect(page.get_by_label("Section")).to_have_value("3")
    expect(page.get_by_label("Language")).to_have_value("zh-Hant")
    expect(page.get_by_role("button", name="Filter · 3")).to_have_attribute("aria-expanded", "true")


def test_what_the_library_does_not_have_is_no_filter(visit: Visitor) -> None:
    page = visit("full/index.html?q=仁義&in=nothing/7&side=la")
    expect(panel(page).get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_role("button", name="Filter", exact=True)).to_be_visible()


def test_results_keep_the_filters(visit: Visitor) -> None:
    page = visit("long/guide/index.html?q=river&side=en&in=river/3")
    panel(page).get_by_role("listitem").get_by_role("link").first.click()
    page.wait_for_url("**/s3.html?q=river&in=river/3&side=en#p11-1")
    page.get_by_role("searchbox").focus()
    expect(panel(page)).to_contain_text("10 places")


def test_filters_that_leave_nothing_can_be_dropped(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=blockchain&notes=1")
    expect(panel(page)).to_contain_text("Nothing found for “blockchain”")
    panel(page).get_by_role("button", name="Search again without filters").click()
    expect(panel(page).get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_label("Notes only")).not_to_be_checked()


def test_the_keyboard_chooses(visit: Visitor) -> None:
    page = visit()
    results = ask(page, "創新")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Language")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Language")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_contain_text("Nothing found")
    page.keyboard.press("ArrowUp")
    expect(results).to_have_count(6)
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()


@pytest.mark.parametrize("start", ["report/report/index.html", "report/index.html"])
def test_a_library_of_one_offers_no_choice_of_documents(visit: Visitor, start: str) -> None:
    page = filtering(visit(start), "Beijing")
    expect(page.get_by_label("Text", exact=True)).to_be_hidden()
