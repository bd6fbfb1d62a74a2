"""Cards of words: how one walks and leaves, and what a click may mean that is no question."""

import pytest
from playwright.sync_api import expect

from tests.browser.glossed import PAGE, card, click, point
from tests.browser.visiting import Visitor

pytestmark = pytest.mark.usefixtures("lessons")


def test_g_opens_the_first_word_arrows_walk_and_the_focus_returns(visit: Visitor) -> None:
    page = visit(PAGE)
    for _ in range(5):
        page.keyboard.press("j")
    line = page.locator("article .line:focus")
    place = line.get_attribute("data-segment")
    page.keyboard.press("g")
    expect(card(page)).to_be_focused()
    said = [card(page).get_attribute("aria-label")]
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        expect(card(page)).not_to_have_attribute("aria-label", said[-1] or "")
        said.append(card(page).get_attribute("aria-label"))
    page.keyboard.press("ArrowLeft")
    expect(card(page)).to_have_attribute("aria-label", said[-2] or "")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(page.locator("article .line:focus")).to_have_attribute("data-segment", place or "")


def test_walking_goes_on_in_the_next_sentence(visit: Visitor) -> None:
    page = visit(f"{PAGE}#p1-1")
    page.keyboard.press("g")
    expect(card(page, "政府")).to_be_visible()
    for word in ("工作", "報告", "年"):
        page.keyboard.press("ArrowRight")
        expect(card(page, word)).to_be_visible()


def test_a_shortcut_closes_and_does_what_it_does(visit: Visitor) -> None:
    page = visit(PAGE)
    click(page, "著力")
    expect(card(page)).to_be_visible()
    page.keyboard.press("j")
    expect(card(page)).to_have_count(0)
    expect(page.locator("article .line.current").first).to_have_attribute("data-segment", "p4-1")
    page.keyboard.press("g")
    expect(card(page)).to_be_visible()
    page.keyboard.press("g")
    expect(card(page)).to_have_count(0)


def test_the_script_that_the_page_shows_stands_first(visit: Visitor) -> None:
    page = visit(f"{PAGE}?script=hans&readings=pinyin")
    expect(page.locator("article .line:lang(zh-Hans)").first).to_be_visible()
    click(page, "着力")
    expect(card(page).locator(".forms b")).to_have_text("着力")
    expect(card(page).locator(".forms span")).to_have_text("著力")
    assert page.evaluate("[...CSS.highlights.get('gloss')].map(String)") == ["着力"]
    page.keyboard.press("ArrowRight")
    expect(card(page).locator(".forms b")).to_have_text("发挥")


def test_a_second_click_closes_and_another_word_takes_its_place(visit: Visitor) -> None:
    page = visit(PAGE)
    click(page, "著力")
    expect(card(page, "著力")).to_be_visible()
    page.mouse.click(*point(page, "著力"))
    expect(card(page)).to_have_count(0)
    click(page, "著力")
    page.mouse.click(*point(page, "二是"))
    expect(card(page, "著力")).to_have_count(0)


def test_selecting_and_dragging_open_nothing(visit: Visitor) -> None:
    page = visit(PAGE)
    x, y = point(page, "著力")
    page.mouse.move(x - 10, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=4)
    page.mouse.up()
    assert "著力" in page.evaluate("String(getSelection())")
    page.wait_for_timeout(300)
    expect(card(page)).to_have_count(0)
    page.keyboard.press("Control+c")
    assert "著力" in page.evaluate("navigator.clipboard.readText()")


def test_a_double_click_selects(visit: Visitor) -> None:
    page = visit(PAGE)
    page.mouse.dblclick(*point(page, "著力"))
    page.wait_for_timeout(300)
    assert page.evaluate("String(getSelection())").strip()


def test_marks_of_notes_win(visit: Visitor) -> None:
    page = visit(PAGE)
    page.locator("article .line:lang(zh) a.mark").first.click()
    expect(page.get_by_role("dialog", name="Note")).to_be_visible()
    expect(card(page)).to_have_count(0)


def test_what_the_card_says_can_be_selected(visit: Visitor) -> None:
    page = visit(PAGE)
    click(page, "著力")
    card(page).locator(".senses li").first.dblclick(position={"x": 30, "y": 8})
    assert page.evaluate("String(getSelection())").strip()
    expect(card(page)).to_be_visible()


def test_the_text_is_as_it_was_and_a_word_is_lit(visit: Visitor) -> None:
    page = visit(PAGE)
    before = page.locator("article").inner_html()
    click(page, "著力")
    expect(card(page)).to_be_visible()
    assert page.evaluate("[...CSS.highlights.get('gloss')].map(String)") == ["著力"]
    assert page.evaluate("String(document.querySelector('article').textContent).length") > 0
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    assert page.evaluate("CSS.highlights.has('gloss')") is False
    page.keyboard.press("Escape")
    assert stripped(page.locator("article").inner_html()) == stripped(before)


def stripped(html: str) -> str:
    """HTML without what standing on a sentence leaves."""
    import re

    return re.sub(r' (tabindex="-1"|class="line[^"]*")', "", html)


def test_the_setting_switches_it_off(visit: Visitor) -> None:
    page = visit(PAGE)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Look words up").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    click(page, "著力")
    page.keyboard.press("g")
    page.wait_for_timeout(300)
    expect(card(page)).to_have_count(0)


def test_a_site_without_words_has_no_such_setting(visit: Visitor) -> None:
    page = visit("minimal/hello/index.html")
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_label("Look words up")).to_be_hidden()


def test_the_paragraphs_of_notes_have_words(visit: Visitor) -> None:
    page = visit("lessons/lesson/s2.html")
    click(page, "注釋")
    expect(card(page, "注釋")).to_be_visible()


def test_a_place_on_another_page_is_led_to(visit: Visitor) -> None:
    page = visit("lessons/lesson/s2.html")
    click(page, "學生")
    card(page).locator("a[data-place]").first.click()
    expect(page.locator("article .line.current").first).to_contain_text("第一段")
    assert page.url.endswith("#p2-1")
    assert "s2" not in page.url
