"""The link builder, and what the page makes of its links: for that visit, saving nothing."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import COLOURS, violations
from tests.browser.visiting import NARROW, WIDE, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])


def builder(visit: Visitor, site: str = "report/report", query: str = "", **reader: object) -> Page:
    """The page with the link builder open."""
    page = visit(f"{site}/index.html?ui=en{query}", **reader)
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("button", name="Link for the class").click()
    expect(page.get_by_role("dialog", name="Link for the class")).to_be_visible()
    return page


def chooser(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Link for the class")


def link(page: Page) -> str:
    return page.get_by_role("textbox", name="Address").input_value()


@OVER
def test_a_passage_with_its_translation_covered(visit: Visitor, over: str) -> None:
    page = builder(visit, over=over)
    for name, value in (("From", "p5"), ("To", "p6"), ("Shows", "cover:1"), ("Text size", "140"), ("Paper", "sepia")):
        chooser(page).get_by_label(name, exact=True).select_option(value)
    page.get_by_label("Show this passage only").check()
    made = link(page)
    assert made.endswith("index.html?view=reveal&first=zh-Hant&size=140&theme=sepia&only=p5:p6#p5:p6")
    page.get_by_role("button", name="Copy", exact=True).click()
    if over == "http":
        assert page.evaluate("navigator.clipboard.readText()") == made
    page.goto("about:blank")
    page.goto(made)
    root = page.locator("html")
    for name, value in (("data-view", "reveal"), ("data-appearance", "sepia")):
        expect(root).to_have_attribute(name, value)
    assert [pair.get_attribute("id") for pair in page.locator("article .pair:visible").all()] == ["p5", "p6"]
    assert page.evaluate("localStorage.getItem('bilingual-reader')") is None


def test_a_passage_alone_leaves_when_the_whole_is_asked_for(visit: Visitor) -> None:
    page = visit("report/report/index.html?ui=en&only=p5-2:p5-3#p5-2:p5-3")
    expect(page.get_by_text("Only ¶ 5 is shown")).to_be_visible()
    expect(page.locator("article .line:visible")).to_have_count(4)
    expect(page.locator("#n5")).to_be_hidden()
    page.get_by_role("button", name="Show the whole text").click()
    expect(page.locator("#n5")).to_be_visible()
    expect(page.locator("#p1")).to_be_visible()
    assert "only" not in page.url


def test_a_link_elsewhere_shows_the_whole_text(visit: Visitor) -> None:
    page = visit("report/report/index.html?ui=en&only=p5#p5")
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="積極營造企業").click()
    expect(page.locator("#p10")).to_be_visible()


@pytest.mark.parametrize("rubbish", ["only=p99", "only=", "only=%3Cb%3E:p1", "present=", "only=p1-1:p77"])
def test_rubbish_hides_nothing(visit: Visitor, rubbish: str) -> None:
    page = visit(f"report/report/index.html?{rubbish}")
    expect(page.locator("#p1")).to_be_visible()
    assert page.locator("html").get_attribute("data-only") is None


def test_a_presentation_and_an_exercise(visit: Visitor) -> None:
    page = builder(visit)
    page.get_by_label("Opens").select_option("present")
    page.get_by_label("From", exact=True).select_option("p5")
    assert link(page).endswith("?present=p5#p5")
    page.get_by_label("Opens").select_option("match")
    assert "practice.html?task=match&from=p5&seed=" in link(page)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", name="Matching")).to_be_visible()


def test_a_site_without_exercises_offers_none(visit: Visitor) -> None:
    page = builder(visit, "full/fables")
    assert page.get_by_label("Opens").locator("option").all_inner_texts() == ["The text", "Present"]


def test_the_menu_of_a_sentence_knows_the_passage(visit: Visitor) -> None:
    page = visit("report/report/index.html?ui=en#p5-2:p5-3")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Link for the class").click()
    assert link(page).endswith("#p5-2:p5-3")


def test_a_code_for_telephones(visit: Visitor) -> None:
    page = builder(visit)
    page.get_by_role("button", name="QR code").click()
    code = page.locator(".code-of svg")
    expect(code).to_be_visible()
    assert code.get_attribute("aria-label") == link(page)
    chooser(page).get_by_label("Text size").select_option("140")
    expect(code).to_have_count(0)
    page = builder(visit, over="file")
    page.get_by_role("button", name="QR code").click()
    expect(page.get_by_role("status")).to_contain_text("Only a short address on the web")


@COLOURS
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_to_mend(visit: Visitor, colours: str, size: dict[str, int]) -> None:
    page = builder(visit, query=f"&theme={colours}", size=size)
    page.get_by_role("button", name="QR code").click()
    expect(page.locator(".code-of svg")).to_be_visible()
    assert violations(page) == []
