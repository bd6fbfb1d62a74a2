"""Note cards: how they open, stay and close, what they hold, and what a mark is on either side."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import NARROW, Visitor

NOTE_5 = "They refer to Zhongguancun Science City"


def mark(page: Page, label: str, borrowed: bool = False) -> Locator:
    """The mark of a note on the side that has it, or on the other side."""
    return page.locator(f"article a.mark{'.borrowed' if borrowed else ':not(.borrowed)'}", has_text=label)


def card(page: Page) -> Locator:
    """The open card."""
    return page.get_by_role("dialog", name="Note")


def test_a_click_opens_the_card_and_another_closes_it(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").click()
    expect(card(page)).to_contain_text(NOTE_5)
    expect(mark(page, "5")).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="Close").click()
    expect(card(page)).to_have_count(0)
    assert page.url.endswith("index.html")


def test_the_card_stands_by_its_mark(visit: Visitor) -> None:
    page = visit()
    for each in (mark(page, "5"), mark(page, "6")):
        each.click()
        there, box = each.bounding_box(), card(page).bounding_box()
        assert there
        assert box
        assert box["x"] - 20 <= there["x"] <= box["x"] + box["width"] + 20
        assert min(abs(box["y"] - there["y"]), abs(box["y"] + box["height"] - there["y"])) < 60
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
        page.keyboard.press("Escape")


def test_enter_opens_escape_closes_and_the_focus_returns(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(mark(page, "5")).to_be_focused()


def test_hovering_opens_and_the_card_stays_while_the_pointer_is_on_it(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").hover()
    expect(card(page)).to_be_visible()
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.mouse.move(640, 5)
    expect(card(page)).to_have_count(0)


def test_a_pointer_that_only_passes_opens_nothing(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").hover()
    page.mouse.move(640, 5)
    page.wait_for_timeout(400)
    expect(card(page)).to_have_count(0)


def test_a_click_keeps_open_what_hovering_opened(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").hover()
    expect(card(page)).to_be_visible()
    mark(page, "5").click()
    page.mouse.move(640, 5)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()


def test_the_text_of_a_card_can_be_selected(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").click()
    card(page).get_by_text(NOTE_5).click(click_count=3)
    assert NOTE_5 in page.evaluate("String(getSelection())")
    expect(card(page)).to_be_visible()


def test_the_card_leads_to_the_note_and_the_note_back_to_its_mark(visit: Visitor) -> None:
    page = visit()
    mark(page, "5").click()
    card(page).get_by_role("link", name="Go to note").click()
    expect(card(page)).to_have_count(0)
    assert page.url.endswith("#n5")
    expect(page.locator("#n5")).to_be_in_viewport()
    page.locator("#n5").get_by_role("link", name="Back to").click()
    assert page.url.endswith("#r5")
    expect(page.locator("#r5")).to_be_in_viewport()


def test_the_side_without_a_mark_shows_a_borrowed_one_before_its_comma(visit: Visitor) -> None:
    page = visit()
    line = page.locator('.line[data-segment="p5-1"][lang="zh-Hant"]')
    text = line.evaluate("line => line.textContent")
    assert text.endswith(("5，", "5。", "5；"))
    borrowed = mark(page, "5", borrowed=True)
    borrowed.click()
    expect(card(page)).to_contain_text(NOTE_5)
    expect(card(page)).to_contain_text("Mark taken from the other edition")


def test_a_note_with_two_bodies_shows_both(visit: Visitor) -> None:
    page = visit("full/classics-mengzi/index.html")
    for each in page.locator("article a.mark", has_text="1").all():
        each.click()
        expect(card(page)).to_contain_text("即魏惠王")
        expect(card(page)).to_contain_text("the same as King Hui of Wei")
        page.keyboard.press("Escape")


def test_a_note_cited_in_both_languages_is_one_note_with_two_marks(visit: Visitor) -> None:
    page = visit("full/classics-mengzi/index.html")
    expect(page.locator("#notes > ol > li")).to_have_count(2)
    assert page.locator("article a.mark", has_text="1").all_inner_texts() == ["1", "1"]
    expect(page.locator("#n1").get_by_role("link", name="Back to")).to_have_count(2)


def test_a_note_of_one_edition_says_so(visit: Visitor) -> None:
    page = visit()
    expect(page.locator("#n5")).to_contain_text("English edition only")
    expect(visit("full/classics-mengzi/index.html").locator("#n2")).to_contain_text("Chinese edition only")


@pytest.mark.parametrize("over", ["http", "file"])
def test_a_card_fits_a_phone(visit: Visitor, over: str) -> None:
    page = visit(over=over, size=NARROW, touch=True)
    mark(page, "5").tap()
    box = card(page).bounding_box()
    assert box
    assert box["x"] >= 8
    assert box["x"] + box["width"] <= 352
    assert box["y"] + box["height"] <= 740


@pytest.mark.parametrize("width", [360, 390, 430, 600, 760, 820, 900, 1000, 1280])
def test_a_mark_never_begins_a_line(visit: Visitor, width: int) -> None:
    page = visit("report/report/index.html?grain=paragraph", size={"width": width, "height": 800})
    parted = page.evaluate(
        """() => [...document.querySelectorAll("article a.mark")].filter((mark) => {
            const last = new Range();
            last.setStart(mark.previousSibling, mark.previousSibling.length - 1);
            last.setEnd(mark.previousSibling, mark.previousSibling.length);
            return last.getBoundingClientRect().left > mark.getBoundingClientRect().left;
        }).map((mark) => mark.parentElement.dataset.segment)"""
    )
    assert parted == []
