"""Cards of words: what opens them, and what they say."""

import pytest
from playwright.sync_api import expect

from tests.browser.glossed import PAGE, card, click, point
from tests.browser.test_accessibility import violations
from tests.browser.visiting import NARROW, WIDE, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])
pytestmark = pytest.mark.usefixtures("lessons")


@OVER
def test_a_click_on_a_word_says_what_it_means(visit: Visitor, over: str) -> None:
    page = visit(PAGE, over=over)
    click(page, "高質量")
    expect(card(page)).to_contain_text("quality")
    click(page, "創新")
    expect(card(page, "創新")).to_be_visible()
    for told in (
        "创新",
        "chuàngxīn",
        "ㄔㄨㄤˋ ㄒㄧㄣ",
        "innovation",
        "HSK 3.0 (2025) 5",
        "HSK 2.0",
        "CC-CEDICT, CC BY-SA 4.0",
    ):
        expect(card(page)).to_contain_text(told)


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_either_half_of_a_character_is_its_word(visit: Visitor, share: float) -> None:
    page = visit(PAGE)
    click(page, "著力", share)
    expect(card(page, "著力")).to_be_visible()


def test_nothing_of_it_is_loaded_before(visit: Visitor) -> None:
    context = visit.context()
    page = context.new_page()
    visit.watch(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(visit.address(PAGE, "http"))
    assert not [url for url in asked if "gloss" in url or "words" in url]
    click(page, "著力")
    expect(card(page)).to_be_visible()
    assert len([url for url in asked if "gloss" in url or "words" in url]) == 4


def test_places_lead_to_where_else_the_word_stands(visit: Visitor) -> None:
    page = visit(PAGE)
    click(page, "創新")
    expect(card(page)).to_contain_text("times in this text")
    link = card(page).locator("a[data-place]").last
    place = link.get_attribute("data-place")
    link.click()
    expect(card(page)).to_have_count(0)
    expect(page.locator(f"article .line.current[data-segment='{place}']").first).to_contain_text("創新")
    assert page.url.endswith(f"#{place}")


def test_the_sentence_beside_it_is_told(visit: Visitor) -> None:
    page = visit(f"{PAGE}?show=zh")
    click(page, "著力")
    expect(card(page).locator("blockquote[lang=en]")).to_contain_text("harnessed the power of technological innovation")


def test_english_words_have_cards_where_wordnet_was_installed(visit: Visitor) -> None:
    page = visit("lessons/other/index.html")
    line = page.locator("article .line:lang(en)").first
    line.click(position={"x": 12, "y": 10})
    for told in ("child n.", "a young person", "WordNet"):
        expect(card(page, "Children")).to_contain_text(told)
    page.keyboard.press("ArrowRight")
    expect(card(page, "study")).to_contain_text("consider in detail")
    expect(card(page).locator("blockquote")).to_contain_text("我們學習")


def test_words_inside_are_a_click_away(visit: Visitor) -> None:
    page = visit(PAGE)
    click(page, "高質量")
    inner = card(page).locator("details").first
    expect(inner).not_to_have_attribute("open", "")
    inner.locator("summary").click()
    expect(inner.locator(".senses").first).to_be_visible()


@pytest.mark.parametrize("size", [WIDE, NARROW, {"width": 320, "height": 568}], ids=["wide", "narrow", "smallest"])
def test_the_card_is_inside_the_window_beside_its_word(visit: Visitor, size: dict[str, int]) -> None:
    page = visit(PAGE, size=size)
    for word in ("著力", "營商", "企業"):
        x, y = point(page, word)
        page.mouse.click(x, y)
        expect(card(page)).to_be_visible()
        page.wait_for_timeout(100)
        box = card(page).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
        assert box["y"] >= -1
        assert box["y"] + box["height"] <= size["height"] + 1
        assert not box["y"] < y < box["y"] + box["height"]
        page.keyboard.press("Escape")


def test_a_tap_opens_the_card(visit: Visitor) -> None:
    page = visit(PAGE, size=NARROW, touch=True)
    page.touchscreen.tap(*point(page, "著力"))
    expect(card(page, "著力")).to_be_visible()


def test_a_store_of_known_words_is_asked_and_told(visit: Visitor) -> None:
    page = visit(PAGE)
    page.evaluate("""() => {
      const store = new Map();
      Reader.known = { state: (text) => store.get(text), set: (text, state) => store.set(text, state), store };
    }""")
    click(page, "著力")
    expect(card(page).get_by_role("button", name="new")).to_have_attribute("aria-pressed", "true")
    card(page).get_by_role("button", name="known").click()
    expect(card(page).get_by_role("button", name="known")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("[...Reader.known.store]") == [["著力", "known"]]


@pytest.mark.parametrize("colours", ["light", "sepia", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(visit: Visitor, size: dict[str, int], colours: str) -> None:
    page = visit(f"{PAGE}?theme={colours}", size=size)
    click(page, "營商")
    expect(card(page)).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_on_the_cover(visit: Visitor) -> None:
    page = visit("report/index.html")
    for summary in page.locator(".profile summary").all():
        summary.click()
        assert violations(page) == []


def test_a_script_that_is_not_there_is_said(visit: Visitor) -> None:
    page = visit(PAGE)
    page.route("**/*.glosses.*", lambda route: route.abort())
    click(page, "著力")
    expect(page.locator(".toast")).to_contain_text("could not be loaded")
    visit.faults.clear()
