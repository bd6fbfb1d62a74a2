"""Readings take no room and touch nothing: where a browser draws them, and what stands where without them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_learning import READ, REPORT, SIZES, chosen
from tests.browser.visiting import Visitor


def boxes(page: Page) -> list[list[float]]:
    """Where every character and every paragraph of the page is."""
    found: list[list[float]] = page.evaluate("""() => {
        const blocks = [...document.querySelectorAll(".pair, .text, .notes li")];
        const found = blocks.map((each) => each.getBoundingClientRect());
        const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            for (let at = 0; at < node.length; at++) {
                const range = new Range();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                found.push(range.getBoundingClientRect());
            }
        }
        return found.map(({ x, y, width, height }) => [x, y, width, height]);
    }""")
    return found


def readings(page: Page) -> list[tuple[str, float, float, float]]:
    """Every reading that is drawn: what, its left and right edge, and its top, as the browser has them."""
    snapshot = page.context.new_cdp_session(page).send("DOMSnapshot.captureSnapshot", {"computedStyles": []})
    document, strings = snapshot["documents"][0], snapshot["strings"]
    layout, nodes = document["layout"], document["nodes"]
    drawn, found = set(nodes["pseudoType"]["index"]), []
    for place, node in enumerate(layout["nodeIndex"]):
        text, (left, top, width, _) = layout["text"][place], layout["bounds"][place]
        if text >= 0 and (node in drawn or nodes["parentIndex"][node] in drawn) and strings[text].strip():
            found.append((strings[text], left, left + width, top))
    return found


def all_cut(page: Page) -> None:
    """Have all lines cut into words, as for print."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@SIZES
@pytest.mark.parametrize("scheme", ["Pinyin", "Zhuyin"])
def test_readings_move_nothing(visit: Visitor, size: dict[str, int], scheme: str) -> None:
    page = visit(f"{REPORT}?tones=hues", size=size)
    before = boxes(page)
    chosen(page, "Readings", scheme)
    expect(page.locator(READ).first).to_be_attached()
    all_cut(page)
    assert page.locator(READ).count() > 400
    after = boxes(page)
    assert len(after) == len(before)
    gap = 3  # between figures and characters; at the edge of a span a browser may draw it on the other side
    moved = [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if (one[1], one[3]) != pytest.approx((other[1], other[3]), abs=0.05) or abs(one[0] - other[0]) > gap
    ]
    assert moved == []


@SIZES
@pytest.mark.parametrize("query", ["readings=pinyin", "readings=zhuyin", "readings=pinyin&size=130&leading=85"])
def test_readings_touch_neither_each_other_nor_the_edge(visit: Visitor, size: dict[str, int], query: str) -> None:
    page = visit(f"{REPORT}?{query}", size=size)
    expect(page.locator(READ).first).to_be_attached()
    all_cut(page)
    found = readings(page)
    assert len(found) > 400
    rows: dict[float, list[tuple[float, float, str]]] = {}
    for text, left, right, top in found:
        rows.setdefault(round(top), []).append((left, right, text))
    touching = [
        (one[2], other[2])
        for row in rows.values()
        for one, other in zip(sorted(row), sorted(row)[1:], strict=False)
        if other[0] < one[1]
    ]
    assert touching == []
    assert min(left for _, left, _, _ in found) >= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
