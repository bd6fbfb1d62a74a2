"""The concordance, over http and from files: its lines, their order, how a term is translated, what can be kept."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import COLOURS, SIZES, violations
from tests.browser.visiting import NARROW, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])


def asked(visit: Visitor, query: str, site: str = "report", **reader: object) -> Page:
    """The page with the lines of a query, when it is known how the term is translated."""
    page = visit(f"{site}/concordance.html?q={query}", **reader)
    expect(page.get_by_role("heading", name="How it is translated")).to_be_visible()
    return page


def lines(page: Page) -> Locator:
    """The links of the lines."""
    return page.locator(".lines li > a")


def hits(page: Page) -> list[str]:
    """What stands in the middle of each line, with what follows."""
    return [f"{line.locator('mark').inner_text()}{line.locator('.after').inner_text()}" for line in lines(page).all()]


def rendering(page: Page, name: str) -> Locator:
    """The button of a rendering."""
    return page.get_by_role("button", name=name)


@OVER
def test_a_term_stands_in_lines_with_its_translations(visit: Visitor, over: str) -> None:
    page = asked(visit, "創新", over=over)
    expect(page.get_by_role("heading", name="“創新”: 6 lines")).to_be_visible()
    expect(lines(page)).to_have_count(6)
    first = page.get_by_role("listitem").filter(has_text="Second, we harnessed")
    expect(first.get_by_role("link")).to_contain_text("二是著力發揮科技創新引領作用")
    expect(first.locator("p")).to_have_attribute("lang", "en")


def test_a_reader_types_and_the_address_says_what(visit: Visitor) -> None:
    page = visit("report/concordance.html")
    page.keyboard.press("/")
    page.keyboard.type("北京")
    expect(lines(page)).to_have_count(6)
    assert page.evaluate("decodeURI(location.search)") == "?q=北京"
    page.get_by_label("Sort by").select_option("right1")
    assert page.evaluate("decodeURI(location.search)") == "?q=北京&sort=right1"
    expect(page.get_by_role("status")).to_contain_text("6 lines")


def test_lines_are_sorted_by_what_follows_and_what_precedes(visit: Visitor) -> None:
    page = asked(visit, "北京&sort=right1")
    assert [hit[2] for hit in hits(page)] == list("成服市市首證")
    page.get_by_label("Sort by").select_option("left1")
    before = [re.sub(r"\W", "", line.locator(".cut").inner_text())[-1] for line in lines(page).all()]
    assert before == list("倍持措上施在")


def test_either_language_can_be_looked_at_alone(visit: Visitor) -> None:
    page = asked(visit, "5G")
    expect(lines(page)).to_have_count(2)
    page.get_by_label("Found in").select_option("en")
    expect(lines(page)).to_have_count(1)
    expect(lines(page).locator(".kwic")).to_have_attribute("lang", "en")
    assert "in=en" in page.url


def test_words_are_a_phrase_where_there_is_one(visit: Visitor) -> None:
    page = asked(visit, "high-quality development")
    assert [hit[:24] for hit in hits(page)] == ["high-quality development"]


@OVER
def test_how_a_term_is_translated_and_where_not(visit: Visitor, over: str) -> None:
    page = asked(visit, "創新", over=over)
    innovation, otherwise = rendering(page, "innovation"), rendering(page, "otherwise")
    expect(innovation).to_have_accessible_name("innovation innovative : 5 sentences, 83 %")
    otherwise.click()
    expect(otherwise).to_have_attribute("aria-pressed", "true")
    expect(lines(page)).to_have_count(1)
    expect(page.locator(".lines")).to_contain_text("New policies were introduced")
    expect(page.get_by_role("status")).to_contain_text("otherwise")
    innovation.click()
    expect(lines(page)).to_have_count(5)
    innovation.click()
    expect(lines(page)).to_have_count(6)
    assert page.locator(".translation em").all_inner_texts()[0] == "innovation"


def test_a_rendering_of_ones_own_is_counted(visit: Visitor) -> None:
    page = asked(visit, "創新")
    page.get_by_label("Count another rendering").fill("New Policy")
    page.keyboard.press("Enter")
    expect(rendering(page, "New Policy")).to_have_accessible_name("New Policy : 1 sentence, 17 %")
    expect(lines(page)).to_have_count(1)
    expect(page.locator(".translation em")).to_have_text("New policies")
    expect(rendering(page, "otherwise")).to_have_count(0)


@OVER
def test_a_line_opens_its_segment_with_the_hit_lit(visit: Visitor, over: str) -> None:
    page = asked(visit, "區塊鏈", over=over)
    lines(page).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/index.html?q=*#p7-2")
    expect(page.locator("#p7-2")).to_be_in_viewport()
    expect(page.locator(".line.current")).to_have_count(2)


def test_the_arrow_keys_walk_the_lines(visit: Visitor) -> None:
    page = asked(visit, "北京")
    lines(page).first.focus()
    page.keyboard.press("ArrowDown")
    expect(lines(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


@OVER
def test_the_lines_are_had_as_a_table(visit: Visitor, over: str) -> None:
    page = asked(visit, "區塊鏈", over=over)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download TSV").click()
    assert download.value.suggested_filename == "區塊鏈.tsv"
    table = Path(download.value.path()).read_text(encoding="utf-8")
    head, line = table.splitlines()
    assert head == "document\tplace\tlanguage\tbefore\thit\tafter\tzh-Hant\ten"
    assert line.split("\t")[1:6] == ["p7-2", "zh-Hant", "率先建成全球性能領先的", "區塊鏈", "基礎設施，"]
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_contain_text("Lines copied: 1")
    assert page.evaluate("navigator.clipboard.readText()") == table


def test_lines_are_grouped_by_text(visit: Visitor) -> None:
    page = asked(visit, "王", site="full")
    expect(page.get_by_label("Text", exact=True).locator("option")).not_to_have_count(1)
    page.get_by_label("Group by text").check()
    titles = page.locator(".lines h3").all_inner_texts()
    assert titles
    assert any("Mencius" in title for title in titles)
    page.get_by_label("Text", exact=True).select_option(label="孟子 · Mencius")
    expect(page.locator(".lines h3")).to_have_count(1)
    assert "document=classics-mengzi" in page.url


def test_nothing_found_is_said(visit: Visitor) -> None:
    page = visit("report/concordance.html?q=zzzz")
    expect(page.get_by_role("heading", name="Nothing found for “zzzz”")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("zzzz")


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "\\", "((((", '"', ".*", "%00", "𠮷", " "])
def test_odd_queries_do_no_harm(visit: Visitor, query: str) -> None:
    page = visit("report/concordance.html")
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.locator(".answer img").count() == 0


@pytest.mark.parametrize("start", ["report/index.html", "full/index.html"])
def test_the_library_leads_there(visit: Visitor, start: str) -> None:
    page = visit(start)
    page.get_by_role("link", name="Concordance").click()
    expect(page.get_by_role("heading", name="Concordance", level=1)).to_be_visible()


def test_the_interface_changes_its_language(visit: Visitor) -> None:
    page = asked(visit, "創新")
    page.evaluate("Reader.settings.set('interface', 'zh-Hans')")
    expect(page.get_by_role("heading", name="怎样翻译")).to_be_visible()
    expect(page.get_by_role("combobox", name="排序")).to_be_visible()


@OVER
def test_without_javascript_it_says_so_and_leads_to_the_texts(visit: Visitor, over: str) -> None:
    page = visit("report/concordance.html", over=over, js=False)
    expect(page.get_by_text("This page needs JavaScript").or_(page.get_by_text("本頁需要 JavaScript"))).to_be_visible()
    expect(page.locator("form:visible")).to_have_count(0)
    page.get_by_role("main").get_by_role("link").click()
    expect(page.locator(".cover-title")).to_be_visible()


def test_it_has_room_on_a_phone(visit: Visitor) -> None:
    page = asked(visit, "development", size=NARROW, touch=True)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    line = page.locator(".lines li").first
    assert line.locator("a").bounding_box()["y"] < line.locator(".translation").bounding_box()["y"]  # type: ignore[index]


@SIZES
@COLOURS
def test_axe_finds_nothing(visit: Visitor, size: dict[str, int], colours: str) -> None:
    page = asked(visit, f"創新&theme={colours}", size=size)
    rendering(page, "innovation").click()
    assert violations(page) == []


def test_on_paper_there_are_only_the_lines(visit: Visitor) -> None:
    page = asked(visit, "創新")
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()
    expect(lines(page).first).to_be_visible()
