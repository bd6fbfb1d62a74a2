"""Search in the page, over http and from files: what is found, how it is shown, and how the keyboard walks it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import NARROW, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])


def search(page: Page, query: str) -> Locator:
    """Type a query; gives the results, when the search has ended."""
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("#results .found")).not_to_be_empty()
    expect(page.locator("#live")).not_to_be_empty()
    return page.locator("#results a")


@OVER
@pytest.mark.parametrize(
    ("query", "place", "hits"),
    [
        ("區塊鏈", "p7-2", ["區塊鏈"]),
        ("区块链", "p7-2", ["區塊鏈"]),
        ("塊", "p7-2", ["塊"]),
        ("blockchain", "p7-2", ["blockchain"]),
        ("blockch", "p7-2", ["blockchain"]),
        ("pacesetters", "p7-1", ["pacesetter"]),
        ('"pacesetter in the digital"', "p7-1", ["pacesetter in the digital"]),
        ("５Ｇ", "p7-3", ["5G", "5G"]),
        ("42.9%", "p7-8", ["42.9%", "42.9%"]),
        ("政府工作報告", "p1-1", ["政府工作報告"]),
        ("pivotal platforms", "n5", ["pivotal", "platforms"]),
    ],
)
def test_a_query_finds_its_place(visit: Visitor, over: str, query: str, place: str, hits: list[str]) -> None:
    results = search(visit(over=over), query)
    found = results.and_(results.page.locator(f'[data-place="{place}"]'))
    expect(found).to_have_count(1)
    assert found.locator("mark").all_inner_texts() == hits


@OVER
def test_a_result_opens_its_segment_and_lights_it(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    search(page, "區塊鏈").first.click()
    assert page.url.endswith("#p7-2")
    expect(page.locator("#p7-2")).to_be_in_viewport()
    expect(page.locator(".line.current")).to_have_count(2)
    expect(page.locator("#results")).to_be_hidden()
    page.wait_for_timeout(200)
    assert page.evaluate("[...CSS.highlights.get('hits')].map(String).join()") == "區塊鏈"


def test_results_show_both_languages(visit: Visitor) -> None:
    result = search(visit(), "blockchain").first
    expect(result).to_contain_text("率先建成全球性能領先的區塊鏈基礎設施")
    expect(result).to_contain_text("Beijing led China in launching world-leading blockchain infrastructure")
    assert [side.get_attribute("lang") for side in result.locator("[lang]").all()] == ["zh-Hant", "en"]


def test_a_note_that_is_found_is_opened(visit: Visitor) -> None:
    page = visit()
    search(page, "pivotal platforms").first.click()
    assert page.url.endswith("#n5")
    expect(page.locator("#n5")).to_be_in_viewport()


def test_the_keyboard_walks_the_results(visit: Visitor) -> None:
    page = visit()
    results = search(page, "Beijing")
    for at in (0, 1, 2):
        page.keyboard.press("ArrowDown")
        expect(results.nth(at)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.nth(1)).to_be_focused()
    place = results.nth(1).get_attribute("data-place")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{place}")


def test_enter_in_the_field_opens_the_first_result(visit: Visitor) -> None:
    page = visit()
    search(page, "blockchain")
    page.keyboard.press("Enter")
    expect(page.locator(".line.current").first).to_have_attribute("data-segment", "p7-2")


def test_escape_closes_and_the_focus_returns(visit: Visitor) -> None:
    page = visit("report/report/index.html#p4-2")
    page.keyboard.press("j")
    search(page, "Beijing")
    page.keyboard.press("Escape")
    expect(page.locator("#results")).to_be_hidden()
    expect(page.locator('.line[data-segment="p4-3"]:focus')).to_have_count(1)


def test_what_is_found_is_said_aloud(visit: Visitor) -> None:
    page = visit()
    search(page, "blockchain")
    expect(page.get_by_role("status")).to_contain_text("1")
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.get_by_role("status")).to_contain_text("zzzz")
    expect(page.locator("#results a")).to_have_count(0)


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "\\", "((((", '"', '""', ".*", "\u0000", "𠮷", "[", "%", " "]
)
def test_odd_queries_do_no_harm(visit: Visitor, query: str) -> None:
    page = visit()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    page.wait_for_timeout(300)
    assert page.locator("#results img").count() == 0


@OVER
@pytest.mark.parametrize("start", ["full/index.html", "full/fables/index.html", "full/404.html"])
def test_all_documents_are_searched_from_every_page(visit: Visitor, over: str, start: str) -> None:
    page = visit(start, over=over)
    result = search(page, "仁義").first
    expect(page.locator("#results")).to_contain_text("Mencius")
    result.click()
    expect(page).to_have_title("孟子 · Mencius")
    expect(page.locator(".line.current").first).to_be_in_viewport()
    page.wait_for_timeout(300)
    assert page.evaluate("[...(CSS.highlights.get('hits') ?? [])].map(String).join()") == "仁義"


def test_an_address_can_ask(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=blockchain")
    expect(page.locator("#results a").first).to_have_attribute("data-place", "p7-2")


def test_the_search_script_is_loaded_only_when_it_is_wanted(visit: Visitor) -> None:
    page = visit()
    loaded = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('search')).length"
    assert page.evaluate(loaded) == 0
    search(page, "blockchain")
    assert page.evaluate(loaded) > 0


def test_on_a_phone_the_button_opens_it(visit: Visitor) -> None:
    page = visit(size=NARROW, touch=True)
    page.get_by_role("button", name="Search").tap()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("blockchain")
    result = page.locator("#results a").first
    result.tap()
    expect(page.locator("#p7-2")).to_be_in_viewport()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_without_javascript_there_is_no_form(visit: Visitor) -> None:
    page = visit(js=False)
    expect(page.locator("form:visible, input:visible")).to_have_count(0)
