"""Arabic and Hebrew beside English: each side runs its own way, and the page turns with the language that leads."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.visiting import NARROW, WIDE, Visitor

GARDEN = "righttoleft/garden/index.html"
STATION = "righttoleft/station/index.html"


@pytest.mark.parametrize(("path", "tag"), [(GARDEN, "ar"), (STATION, "he")])
def test_the_side_that_leads_stands_on_the_right(visit: Visitor, path: str, tag: str) -> None:
    page = visit(path)
    own, english = box(page, f"#p2 .text:lang({tag})"), box(page, "#p2 .text:lang(en)")
    number = box(page, "#p2 .number")
    assert english["right"] < own["left"] < own["right"] <= number["left"]
    assert style(page, f"#p2 .text:lang({tag})", "direction") == "rtl"
    assert style(page, "#p2 .text:lang(en)", "direction") == "ltr"


def test_with_english_first_the_page_turns_back(visit: Visitor) -> None:
    page = visit(f"{GARDEN}?first=en")
    own, english = box(page, "#p2 .text:lang(ar)"), box(page, "#p2 .text:lang(en)")
    assert box(page, "#p2 .number")["right"] <= english["left"] < english["right"] < own["left"]
    assert style(page, "#p2 .text:lang(ar)", "direction") == "rtl"


@pytest.mark.parametrize("view", ["rows", "reveal", "first"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_arabic_lines_begin_at_the_right(visit: Visitor, view: str, size: dict[str, int]) -> None:
    page = visit(f"{GARDEN}?view={view}&grain=segment", size=size)
    line = '#p3 .line[data-segment="p3-1"]:lang(ar)'
    assert style(page, line, "direction") == "rtl"
    edge = page.locator(line).evaluate(
        "line => { const range = document.createRange(); range.setStart(line.firstChild, 0);"
        " range.setEnd(line.firstChild, 1); return range.getBoundingClientRect().right }"
    )
    assert abs(edge - box(page, "#p3 .body")["right"]) < 4
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_marks_of_lists_and_quotations_stand_before_their_text(visit: Visitor) -> None:
    page = visit(GARDEN)
    assert style(page, "#p8 .text:lang(ar)", "borderRightWidth") == "2px"
    assert style(page, "#p8 .text:lang(en)", "borderLeftWidth") == "2px"
    assert style(page, "#p5 .text:lang(ar)", "paddingRight") != "0px"


def test_a_note_mark_follows_its_word_to_the_left(visit: Visitor) -> None:
    page = visit(f"{GARDEN}?view=rows")
    mark = page.locator("#p2 .text:lang(ar) a.mark")
    assert style(page, "#p2 .text:lang(ar) a.mark", "unicodeBidi") == "isolate"
    before = mark.evaluate(
        "mark => { const range = document.createRange(); range.selectNode(mark.previousSibling);"
        " return range.getBoundingClientRect().left }"
    )
    assert mark.evaluate("mark => mark.getBoundingClientRect().right") <= before + 1


def test_notes_menus_results_and_contents_run_their_way(visit: Visitor) -> None:
    page = visit(GARDEN)
    page.locator("#p2 .text:lang(ar) a.mark").click()
    assert style(page, ".note-card p:lang(ar)", "direction") == "rtl"
    page.keyboard.press("Escape")
    assert style(page, ".contents span:lang(ar) >> nth=0", "direction") == "rtl"
    page.keyboard.press("/")
    page.keyboard.type("كتاب حديقة"[5:])
    page.wait_for_selector(".results .side:lang(ar)")
    assert style(page, ".results .side:lang(ar) >> nth=0", "direction") == "rtl"
    assert style(page, ".results .side:lang(en) >> nth=0", "direction") == "ltr"


def test_without_scripts_too(visit: Visitor) -> None:
    page = visit(GARDEN, js=False)
    assert box(page, "#p2 .text:lang(en)")["right"] < box(page, "#p2 .text:lang(ar)")["left"]


def box(page: Page, selector: str) -> dict[str, Any]:
    return dict(page.locator(selector).evaluate("element => element.getBoundingClientRect().toJSON()"))


def style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).evaluate("(element, name) => getComputedStyle(element)[name]", name))
