"""Both sides of a segment light up under the pointer, the keyboard and a tap, and nothing moves."""

import pytest
from playwright.sync_api import Page

from tests.browser.visiting import NARROW, Visitor, spot


def lit(page: Page, kind: str = "lit") -> set[tuple[str, str]]:
    """The lines that are lit, as (segment, language)."""
    found = page.locator(f".line.{kind}")
    return {(str(line.get_attribute("data-segment")), str(line.get_attribute("lang"))) for line in found.all()}


def both(segment: str) -> set[tuple[str, str]]:
    """The two sides of a segment."""
    return {(segment, "zh-Hant"), (segment, "en")}


@pytest.mark.parametrize("side", ["zh-Hant", "en"])
@pytest.mark.parametrize("query", ["view=columns", "view=rows", "view=columns&grain=segment"])
def test_hovering_one_side_lights_both(visit: Visitor, side: str, query: str) -> None:
    page = visit(f"report/report/index.html?{query}")
    page.mouse.move(*spot(page, "p4-2", side))
    assert lit(page) == both("p4-2")
    page.mouse.move(*spot(page, "p4-3", side))
    assert lit(page) == both("p4-3")
    page.mouse.move(640, 5)
    assert lit(page) == set()


def test_light_changes_colours_only(visit: Visitor) -> None:
    page = visit()
    boxes = "[...document.querySelectorAll('.line')].map((line) => JSON.stringify(line.getBoundingClientRect())).join()"
    line = page.locator('.line[data-segment="p4-2"][lang="en"]')
    place = spot(page, "p4-2")
    before, plain = page.evaluate(boxes), line.evaluate("line => getComputedStyle(line).backgroundColor")
    page.mouse.move(*place)
    page.wait_for_timeout(300)
    assert page.evaluate(boxes) == before
    assert line.evaluate("line => getComputedStyle(line).backgroundColor") != plain


def test_focus_lights_both(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("j")
    segment = page.evaluate("document.activeElement.dataset.segment")
    assert lit(page) == both(segment)
    assert lit(page, "current") == both(segment)


def test_a_tap_makes_a_segment_the_current_one_and_another_tap_leaves_it(visit: Visitor) -> None:
    page = visit(size=NARROW, touch=True)
    place = spot(page, "p4-1", "zh-Hant")
    page.touchscreen.tap(*place)
    assert lit(page, "current") == both("p4-1")
    page.touchscreen.tap(*place)
    assert lit(page, "current") == set()


def test_selecting_text_is_no_tap(visit: Visitor) -> None:
    page = visit()
    page.mouse.dblclick(*spot(page, "p4-1"))
    assert page.evaluate("String(getSelection()).trim().length") > 0
