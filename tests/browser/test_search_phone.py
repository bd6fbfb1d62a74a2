"""Search on a phone: a button opens it, and everything fits."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_search import panel
from tests.browser.visiting import NARROW, Visitor


def test_on_a_phone_the_button_opens_it(visit: Visitor) -> None:
    page = visit(size=NARROW, touch=True)
    page.get_by_role("button", name="Search").tap()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("blockchain")
    panel(page).get_by_role("listitem").get_by_role("link").tap()
    expect(page.locator("#p7-2")).to_be_in_viewport()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 360])
def test_everything_fits_a_small_phone(visit: Visitor, width: int) -> None:
    page = visit("full/fables/index.html?q=the&side=en", size={"width": width, "height": 640}, touch=True)
    expect(panel(page).get_by_role("listitem").first).to_be_visible()
    assert page.evaluate(
        """[document.scrollingElement, document.querySelector('#results')]
            .every((box) => box.scrollWidth <= box.clientWidth)"""
    )
    panel(page).get_by_role("button", name="Close").tap()
    expect(panel(page)).to_be_hidden()
    bar = page.get_by_role("region", name="Hits").bounding_box()
    assert bar
    assert bar["x"] >= 0
    assert bar["x"] + bar["width"] <= width
