"""The menu of a segment or passage: copying its link and its citation."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import Visitor, spot


def menu(page: Page) -> Locator:
    """The open menu."""
    return page.get_by_role("dialog", name="This sentence")


def copied(page: Page, item: str) -> str:
    """What choosing an item puts on the clipboard."""
    menu(page).get_by_role("button", name=item, exact=True).click()
    expect(page.locator(".toast")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def stand(page: Page, segment: str) -> None:
    """Make a segment the current one."""
    page.mouse.click(*spot(page, segment))


def test_the_margin_number_opens_the_menu_of_its_paragraph(visit: Visitor) -> None:
    page = visit()
    page.locator("#p5 > .number").click()
    expect(menu(page)).to_be_visible()
    assert copied(page, "Copy link") == page.url.partition("#")[0] + "#p5"


def test_enter_opens_the_menu_of_the_current_segment(visit: Visitor) -> None:
    page = visit()
    stand(page, "p4-2")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(menu(page)).to_be_visible()
    assert copied(page, "Copy link").endswith("report/index.html#p4-3")


def test_escape_closes_the_menu_and_the_focus_returns(visit: Visitor) -> None:
    page = visit()
    page.locator("#p5 > .number").click()
    page.keyboard.press("Escape")
    expect(menu(page)).to_have_count(0)
    expect(page.locator("#p5 > .number")).to_be_focused()


@pytest.mark.parametrize("over", ["http", "file"])
def test_a_citation_in_each_language_and_in_both(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    chinese = "「加快建設國際科技創新中心，”——北京市市長".partition("，")[0]
    stand(page, "p4-1")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert copied(page, "Cite · 中文").startswith(chinese)
    page.keyboard.press("Enter")
    english = copied(page, "Cite · English")
    assert english.startswith("“We stepped up the pace of building Beijing")
    assert "¶ 4.1. " in english
    assert english.endswith("#p4-1")
    page.keyboard.press("Enter")
    both = copied(page, "Cite both").split("\n")
    assert both[0].startswith(chinese)
    assert both[1] == english


def test_a_citation_brings_the_notes_it_uses_and_leaves_out_the_marks(visit: Visitor) -> None:
    page = visit()
    stand(page, "p5-1")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    first, note = copied(page, "Cite · English").split("\n")
    assert "demonstration area’." in first
    assert note.startswith("[5] They refer to Zhongguancun Science City")


def test_shift_click_cites_a_range(visit: Visitor) -> None:
    page = visit()
    stand(page, "p4-2")
    page.keyboard.down("Shift")
    page.mouse.click(*spot(page, "p4-4"))
    page.keyboard.up("Shift")
    expect(page.locator(".line.current[lang=en]")).to_have_count(3)
    page.keyboard.press("Enter")
    citation = copied(page, "Cite · English")
    assert "¶ 4.2–4" in citation
    assert citation.endswith("#p4-2:p4-4")


def test_capital_j_makes_the_passage_longer_and_k_shorter(visit: Visitor) -> None:
    page = visit("report/report/index.html#p4-2")
    for keys, expected in (("JJ", ["p4-2", "p4-3", "p4-4"]), ("K", ["p4-2", "p4-3"]), ("KK", ["p4-1", "p4-2"])):
        for key in keys:
            page.keyboard.press(key)
        now = [line.get_attribute("data-segment") for line in page.locator(".line.current[lang=en]").all()]
        assert now == expected


def test_a_title_is_cited_as_it_is_read(visit: Visitor) -> None:
    page = visit("report/report/index.html#p4-1")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert "《政府工作報告》" in copied(page, "Cite · 中文")


def test_arrow_keys_or_tab_walk_the_menu(visit: Visitor) -> None:
    page = visit()
    page.locator("#p5 > .number").click()
    buttons = menu(page).get_by_role("button")
    expect(buttons.nth(0)).to_be_focused()
    page.keyboard.press("Tab")
    expect(buttons.nth(1)).to_be_focused()
