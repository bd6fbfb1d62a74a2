"""The presenter: one sentence on the wall, led by keys, a clicker or a finger; the address follows."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import COLOURS, violations
from tests.browser.visiting import NARROW, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])
WALLS = [{"width": 1280, "height": 720}, {"width": 1024, "height": 768}, NARROW]


def presented(visit: Visitor, query: str = "present=p3-1", site: str = "report/report", **reader: object) -> Page:
    """A page with the presenter open."""
    page = visit(f"{site}/index.html?ui=en&{query}", **reader)
    expect(page.get_by_role("dialog", name="Present")).to_be_visible()
    return page


def covered(page: Page) -> bool:
    return page.locator(".answer").get_attribute("data-covered") is not None


@OVER
def test_a_clicker_shows_the_translation_and_goes_on(visit: Visitor, over: str) -> None:
    page = presented(visit, over=over)
    expect(page.locator(".asked")).to_contain_text("二是著力發揮科技創新引領作用")
    assert covered(page)
    page.keyboard.press("PageDown")
    expect(page.locator(".answer")).to_contain_text("Second, we harnessed")
    assert not covered(page)
    page.keyboard.press("PageDown")
    expect(page.locator(".count")).to_contain_text("¶ 4-1 · 6 / 55")
    assert covered(page)
    assert "present=p4-1" in page.url
    page.keyboard.press("PageUp")
    expect(page.locator(".count")).to_contain_text("¶ 3-1")
    assert not covered(page)


def test_keys(visit: Visitor) -> None:
    page = presented(visit)
    for key, there in (("ArrowRight", "¶ 3-1"), ("Space", "¶ 4-1"), ("End", "55 / 55"), ("Home", "¶ 1-1 · 1 / 55")):
        page.keyboard.press(key)
        expect(page.locator(".count")).to_contain_text(there)
    page.keyboard.press("r")
    assert not covered(page)
    page.keyboard.press("Enter")
    assert covered(page)
    page.keyboard.press("h")
    page.keyboard.press("ArrowRight")
    assert not covered(page)
    page.keyboard.press("x")
    expect(page.locator(".asked")).to_have_attribute("lang", "en")
    page.keyboard.press("u")
    expect(page.locator(".count")).to_contain_text("/ 10")
    page.keyboard.press("?")
    expect(page.get_by_role("term").filter(has_text="PgDn")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".slide-help")).to_be_hidden()


def test_the_screen_goes_black_and_comes_back(visit: Visitor) -> None:
    page = presented(visit)
    dialog = page.locator("dialog.presenter")
    for back in ("b", "ArrowRight", "Escape"):
        page.keyboard.press("b")
        expect(page.locator(".asked")).to_be_hidden()
        assert dialog.evaluate("dialog => getComputedStyle(dialog).backgroundColor") == "rgb(0, 0, 0)"
        page.keyboard.press(back)
        expect(page.locator(".asked")).to_be_visible()
    expect(page.locator(".count")).to_contain_text("¶ 3-1")


def test_it_is_opened_by_key_and_left_at_the_sentence(visit: Visitor) -> None:
    page = visit("report/report/index.html?ui=en#p5-2")
    page.keyboard.press("F")
    expect(page.locator(".count")).to_contain_text("¶ 5-2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.presenter")).to_be_hidden()
    assert page.url.endswith("#p5-3")
    assert "present" not in page.url
    expect(page.locator("#p5-3")).to_be_focused()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("button", name="Present").click()
    expect(page.locator(".count")).to_contain_text("¶ 5-3")


def test_a_note_opens_on_the_slide(visit: Visitor) -> None:
    page = presented(visit, "present=p5-1")
    page.keyboard.press("Enter")
    page.locator(".answer a.mark").click()
    note = page.get_by_role("complementary", name="Note")
    expect(note).to_contain_text("They refer to Zhongguancun Science City")
    expect(page.locator("#note-card")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(page.locator("dialog.presenter")).to_be_visible()


def test_a_finger_swipes(visit: Visitor) -> None:
    page = presented(visit, touch=True)
    swipe = """([from, to]) => {
        const stage = document.querySelector(".stage");
        const finger = (clientX) => ({ pointerType: "touch", clientX, bubbles: true });
        const at = (type, x) => stage.dispatchEvent(new PointerEvent(type, finger(x)));
        at("pointerdown", from); at("pointerup", to);
    }"""
    for _ in range(2):
        page.evaluate(swipe, [600, 400])
    expect(page.locator(".count")).to_contain_text("¶ 4-1")
    page.evaluate(swipe, [400, 600])
    expect(page.locator(".count")).to_contain_text("¶ 3-1")


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall['width']}x{wall['height']}")
@pytest.mark.parametrize("place", ["p3-1", "p5", "p10", "p1-1"])
def test_it_fits_the_wall(visit: Visitor, place: str, wall: dict[str, int]) -> None:
    page = presented(visit, f"present={place}", size=wall)
    page.keyboard.press("Enter")
    stage = "document.querySelector('.stage')"
    assert page.evaluate(f"{stage}.scrollWidth <= {stage}.clientWidth")
    if wall != NARROW:
        assert page.evaluate(f"{stage}.scrollHeight <= {stage}.clientHeight")
    before = page.locator(".asked").evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
    assert before >= (24 if wall != NARROW and "-" in place else 14)
    page.keyboard.press("+")
    assert page.locator(".asked").evaluate("line => parseFloat(getComputedStyle(line).fontSize)") > before


def test_nothing_moves_when_the_translation_comes(visit: Visitor) -> None:
    page = presented(visit)
    before = page.locator(".asked").bounding_box()
    page.keyboard.press("Enter")
    assert page.locator(".asked").bounding_box() == before


def test_a_long_document_goes_on_on_its_next_page(visit: Visitor) -> None:
    page = presented(visit, "present=p1-1", site="long/river")
    page.keyboard.press("End")
    last = page.url
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: url.split("?")[0] != last.split("?")[0])
    expect(page.get_by_role("dialog", name="Present")).to_be_visible()


def test_three_languages_and_right_to_left(visit: Visitor) -> None:
    page = presented(visit, "present=p2-1&first=fr&second=zh", site="three/well")
    expect(page.locator(".asked")).to_have_attribute("lang", "fr")
    page = presented(visit, "present=p2-1", site="righttoleft/garden")
    expect(page.locator(".asked")).to_have_attribute("dir", "rtl")


@COLOURS
def test_nothing_to_mend(visit: Visitor, colours: str) -> None:
    page = presented(visit, f"present=p5-1&theme={colours}")
    assert violations(page) == []
    page.keyboard.press("Enter")
    page.locator(".answer a.mark").click()
    page.keyboard.press("?")
    assert violations(page) == []
