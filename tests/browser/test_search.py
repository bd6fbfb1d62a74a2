"""Search in the page, over http and from files: what is found, how it is shown, and how the keyboard walks it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import Visitor, lit

OVER = pytest.mark.parametrize("over", ["http", "file"])


def panel(page: Page) -> Locator:
    """The panel of results."""
    return page.get_by_role("region", name="Search results")


def ask(page: Page, query: str) -> Locator:
    """Type a query; gives the results, when the search has ended."""
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    expect(panel(page)).to_contain_text(re.compile(r"\d (place|paragraph)|Nothing found"))
    return panel(page).get_by_role("listitem").get_by_role("link")


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
        ("區塊鏈 infrastructure", "p7-2", ["區塊鏈", "infrastructure"]),
        ("5G -blockchain", None, []),
    ],
)
def test_a_query_finds_its_place(visit: Visitor, over: str, query: str, place: str | None, hits: list[str]) -> None:
    results = ask(visit(over=over), query)
    found = results.and_(results.page.locator(f'[data-place="{place}"]'))
    expect(found).to_have_count(1 if place else 0)
    assert found.locator("mark").all_inner_texts() == hits


def test_results_show_both_languages(visit: Visitor) -> None:
    result = ask(visit(), "blockchain").first
    expect(result).to_contain_text("率先建成全球性能領先的區塊鏈基礎設施")
    expect(result).to_contain_text("Beijing led China in launching world-leading blockchain infrastructure")
    assert [side.get_attribute("lang") for side in result.locator("[lang]").all()] == ["zh-Hant", "en"]


def test_results_stand_under_their_documents(visit: Visitor) -> None:
    page = visit("full/fables/index.html")
    ask(page, "the")
    headings = panel(page).get_by_role("heading").all_inner_texts()
    assert len(headings) > 1
    assert len(set(headings)) == len(headings)
    assert "The Cicada and the Ant" in headings[0]


def test_a_note_that_is_found_is_opened(visit: Visitor) -> None:
    page = visit()
    ask(page, "pivotal platforms").first.click()
    assert page.url.endswith("#n5")
    expect(page.locator("#n5")).to_be_in_viewport()


def test_the_keyboard_walks_the_results(visit: Visitor) -> None:
    page = visit()
    results = ask(page, "Beijing")
    for at in (0, 1, 2):
        page.keyboard.press("ArrowDown")
        expect(results.nth(at)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.nth(1)).to_be_focused()
    place = results.nth(1).get_attribute("data-place")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{place}")
    expect(page.locator(f'.line[data-segment="{place}"]:focus')).to_have_count(1)


def test_tab_walks_the_panel(visit: Visitor) -> None:
    page = visit()
    results = ask(page, "blockchain")
    page.keyboard.press("Tab")
    expect(panel(page).get_by_role("button", name="Filter")).to_be_focused()
    page.keyboard.press("Tab")
    expect(results).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page).get_by_role("link", name="See all lines in the concordance")).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page)).to_be_hidden()


@OVER
def test_more_are_listed_when_they_are_wanted(visit: Visitor, over: str) -> None:
    page = visit("long/guide/index.html", over=over)
    results = ask(page, "河水")
    expect(panel(page)).to_contain_text("120 places")
    expect(results).to_have_count(20)
    panel(page).get_by_role("button", name="20 more").click()
    expect(results).to_have_count(40)
    expect(results.nth(20)).to_be_focused()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    expect(results).to_have_count(60)
    expect(results.nth(40)).to_be_focused()
    expect(panel(page).get_by_role("button", name="20 more")).to_be_visible()
    assert len(set(results.evaluate_all("links => links.map(link => link.dataset.place)"))) == 60


def test_enter_in_the_field_opens_the_first_result(visit: Visitor) -> None:
    page = visit()
    ask(page, "blockchain")
    page.keyboard.press("Enter")
    expect(page.locator(".line.current").first).to_have_attribute("data-segment", "p7-2")


def test_enter_waits_for_the_answer_to_what_is_typed(visit: Visitor) -> None:
    page = visit()
    ask(page, "Beijing")
    page.get_by_role("searchbox").fill("blockchain")
    page.keyboard.press("Enter")
    expect(page.locator(".line.current").first).to_have_attribute("data-segment", "p7-2")


def test_escape_closes_and_the_focus_returns(visit: Visitor) -> None:
    page = visit("report/report/index.html#p4-2")
    page.keyboard.press("j")
    ask(page, "Beijing")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(page.locator('.line[data-segment="p4-3"]:focus')).to_have_count(1)
    assert page.url.endswith("report/index.html#p4-2")


def test_what_is_found_is_said_aloud(visit: Visitor) -> None:
    page = visit()
    ask(page, "blockchain")
    expect(page.get_by_role("status")).to_have_text("1 place")
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.get_by_role("status")).to_contain_text("zzzz")
    expect(panel(page).get_by_role("listitem")).to_have_count(0)


def test_nothing_old_is_shown(visit: Visitor) -> None:
    page = visit()
    results = ask(page, "blockchain")
    seen = page.evaluate(
        """async () => {
            const seen = new Set();
            const works = document.querySelector("#results .works");
            const field = document.querySelector("#q");
            const look = () => {
                const places = [...works.querySelectorAll("a")].map((link) => link.dataset.place);
                if (places.length) seen.add(places.join());
            };
            new MutationObserver(look).observe(works, { childList: true, subtree: true });
            for (const query of ["Beijing", "創新", "區塊鏈", "5G", "pivotal"]) {
                field.value = query;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                document.querySelector("reader-search").search();
            }
            await new Promise((resume) => setTimeout(resume, 600));
            return [...seen];
        }"""
    )
    assert seen == ["n5"]
    expect(results).to_have_attribute("data-place", "n5")


def test_an_input_method_is_left_alone(visit: Visitor) -> None:
    page = visit()
    ask(page, "blockchain")
    field = page.get_by_role("searchbox")
    session = page.context.new_cdp_session(page)
    field.fill("")
    session.send("Input.imeSetComposition", {"text": "qukuai", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(300)
    expect(panel(page)).not_to_contain_text("qukuai")
    field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(panel(page)).to_be_visible()
    session.send("Input.insertText", {"text": "區塊"})
    expect(panel(page).get_by_role("listitem")).to_have_count(1)


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "\\", "((((", '"', '""', ".*", "\u0000", "𠮷", "[", "%", " ", "-", "-a"]
)
def test_odd_queries_do_no_harm(visit: Visitor, query: str) -> None:
    page = visit()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    page.wait_for_timeout(300)
    page.get_by_role("searchbox").press("Enter")
    assert page.locator("#results img, .hits img").count() == 0


def test_a_hostile_address_is_text(visit: Visitor) -> None:
    page = visit("report/report/index.html?q=%3Cimg%20src=x%20onerror=alert(1)%3E&in=%3Cb%3E/9&side=x:&notes=9#p4")
    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=alert(1)>")
    page.get_by_role("searchbox").focus()
    expect(panel(page)).to_contain_text("Nothing found for “<img src=x onerror=alert(1)>”")
    assert page.locator("#results img").count() == 0


@OVER
@pytest.mark.parametrize("start", ["full/index.html", "full/fables/index.html", "full/404.html"])
def test_all_documents_are_searched_from_every_page(visit: Visitor, over: str, start: str) -> None:
    page = visit(start, over=over)
    result = ask(page, "仁義").first
    expect(panel(page)).to_contain_text("Mencius")
    result.click()
    expect(page).to_have_title("孟子 · Mencius")
    expect(page.locator(".line.current").first).to_be_in_viewport()
    lit(page, ["仁義", "仁義"])


@OVER
def test_what_was_meant_is_offered(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    ask(page, "blokchain")
    expect(page.get_by_role("status")).to_contain_text("Did you mean blockchain")
    panel(page).get_by_role("button", name="blockchain").click()
    expect(page.get_by_role("searchbox")).to_have_value("blockchain")
    expect(panel(page).get_by_role("listitem")).to_have_count(1)


@OVER
@pytest.mark.parametrize("query", ["jingji", "jing ji", "jīngjì", "jing1 ji4"])
def test_pinyin_leads_to_characters(visit: Visitor, over: str, query: str) -> None:
    page = visit(over=over)
    ask(page, query)
    panel(page).get_by_role("button", name="經濟").click()
    expect(panel(page).locator("mark").first).to_have_text("經濟")


def test_pinyin_is_offered_below_what_it_finds_itself(visit: Visitor) -> None:
    page = visit()
    ask(page, "beijing")
    expect(panel(page).get_by_role("button", name="北京")).to_be_visible()


def test_an_empty_field_tells_how_to_ask(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("/")
    expect(panel(page).get_by_role("term")).to_have_count(4)
    page.get_by_role("searchbox").fill("blockchain")
    expect(panel(page).get_by_role("term")).to_have_count(0)


def test_the_concordance_is_one_step_away(visit: Visitor) -> None:
    page = visit("report/report/index.html?theme=dark")
    ask(page, "創新 center")
    link = panel(page).get_by_role("link", name="See all lines in the concordance")
    assert link.evaluate("link => decodeURI(link.href)").endswith("/report/concordance.html?theme=dark&q=創新+center")


def test_the_search_script_is_loaded_only_when_it_is_wanted(visit: Visitor) -> None:
    page = visit()
    loaded = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('search')).length"
    assert page.evaluate(loaded) == 0
    ask(page, "blockchain")
    assert page.evaluate(loaded) > 0


def test_the_page_does_not_move(visit: Visitor) -> None:
    page = visit()
    page.wait_for_timeout(300)
    page.evaluate(
        """() => {
            window.moved = 0;
            const count = (list) => list.getEntries().forEach(({ value }) => (window.moved += value));
            new PerformanceObserver(count).observe({ type: "layout-shift" });
        }"""
    )
    page.keyboard.press("/")
    page.keyboard.type("blockchain", delay=150)
    ask(page, "blokchain")
    page.wait_for_timeout(700)
    ask(page, "創新").first.click()
    expect(page.get_by_role("region", name="Hits")).to_be_visible()
    assert page.evaluate("window.moved") == 0


def test_without_javascript_there_is_no_form(visit: Visitor) -> None:
    page = visit(js=False)
    expect(page.locator("form:visible, input:visible, select:visible")).to_have_count(0)
