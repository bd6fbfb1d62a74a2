"""Phones and zoomed windows: everything fits, and nothing has to be scrolled sideways."""

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Visitor

PAGES = [
    "report/report/index.html",
    "report/index.html",
    "report/404.html",
    "full/index.html",
    "full/features/index.html",
    "full/classics-poems/index.html",
    "full/fables/index.html",
]
VIEWS = ["rows", "first", "second", "reveal"]


def overflow(visit: Visitor, path: str, width: int, js: bool = True) -> int:
    """How far a page reaches beyond the window, in pixels."""
    page = visit(path, size={"width": width, "height": 700}, js=js)
    if not js:
        wide = page.locator("body").bounding_box()
        assert wide
        return int(wide["width"] - width)
    return int(page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("width", [320, 360, 700, 900])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(visit: Visitor, path: str, width: int) -> None:
    assert overflow(visit, path, width) <= 0


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_scrolls_sideways_at_320(visit: Visitor, view: str) -> None:
    assert overflow(visit, f"report/report/index.html?view={view}", 320) <= 0


def test_large_text_fits_too(visit: Visitor) -> None:
    assert overflow(visit, "report/report/index.html?size=160&leading=140", 320) <= 0
    assert overflow(visit, "report/report/index.html?size=160&view=columns", 700) <= 0


def test_without_javascript_nothing_scrolls_sideways(visit: Visitor) -> None:
    assert overflow(visit, "report/report/index.html", 320, js=False) <= 0


@pytest.mark.parametrize("name", ["Settings", "Contents", "Search"])
def test_each_button_of_the_bar_opens_something_that_fits(visit: Visitor, name: str) -> None:
    page = visit(size={"width": 320, "height": 640}, touch=True)
    page.get_by_role("button", name=name, exact=True).tap()
    page.wait_for_timeout(300)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    opened = {"Settings": "#settings", "Contents": "#contents", "Search": "#q"}[name]
    expect(page.locator(opened)).to_be_in_viewport()
    box = page.locator(opened).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_what_is_tapped_is_large_enough(visit: Visitor) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, inline marks in the text aside."""
    page = visit(size={"width": 360, "height": 700}, touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, .bar a, .colophon a, a.number')]
            .filter((element) => element.checkVisibility() && !element.closest('[popover]'))
            .map((element) => [element.className || element.textContent.trim(), element.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
            .map(([name, box]) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
    )
    assert set(small) == set()


@pytest.mark.parametrize("width", [700, 820, 1280])
def test_the_choice_of_view_is_in_the_bar_wherever_there_is_room(visit: Visitor, width: int) -> None:
    page = visit(size={"width": width, "height": 800})
    expect(page.get_by_role("radio", name="Interlinear")).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("link")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


def test_code_is_as_large_in_any_language_of_the_interface(visit: Visitor) -> None:
    size = "code => getComputedStyle(code).fontSize"
    sizes = {visit(f"full/features/index.html?ui={ui}").locator("pre").evaluate(size) for ui in ("en", "zh-Hans")}
    assert sizes == {"14px"}
