"""The table of contents follows the reading place, and is a sheet where there is no room beside the text."""

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import NARROW, Visitor


def test_it_is_in_both_languages(visit: Visitor) -> None:
    contents = visit().get_by_role("navigation", name="Contents")
    link = contents.get_by_role("link", name="Review of Work During 2023")
    expect(link).to_contain_text("一、2023年工作回顧")
    assert link.get_attribute("href") == "#s1"
    lead = contents.get_by_role("link", name="Second, we harnessed")
    assert lead.get_attribute("href") == "#p3"


@pytest.mark.parametrize("view", ["columns", "rows", "second"])
def test_it_follows_the_reading_place(visit: Visitor, view: str) -> None:
    page = visit(f"report/report/index.html?view={view}")
    for pair in ("p4", "p6", "p8"):
        page.locator(f"#{pair}").evaluate("pair => scrollTo({ top: pair.offsetTop - 60, behavior: 'instant' })")
        expect(page.locator("#contents a[aria-current=location]")).to_have_attribute("href", f"#{pair}")
    expect(page.locator("#contents a[aria-current]")).to_have_count(1)


def test_a_link_leads_to_its_place(visit: Visitor) -> None:
    page = visit()
    page.locator('#contents a[href="#p8"]').click()
    expect(page.locator("#p8")).to_be_in_viewport()
    expect(page.locator("#contents a[aria-current=location]")).to_have_attribute("href", "#p8")


def test_on_a_phone_it_is_a_sheet(visit: Visitor) -> None:
    page = visit(size=NARROW, touch=True)
    contents = page.get_by_role("navigation", name="Contents")
    expect(contents).not_to_be_in_viewport()
    button = page.get_by_role("button", name="Contents")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(contents).to_be_in_viewport()
    contents.get_by_role("link", name="Second, we harnessed").click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(contents).not_to_be_in_viewport()
    expect(page.locator("#p3")).to_be_in_viewport()


def test_escape_closes_the_sheet_and_the_focus_returns(visit: Visitor) -> None:
    page = visit(size=NARROW)
    button = page.get_by_role("button", name="Contents")
    button.click()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_a_closed_sheet_is_out_of_the_keyboard_s_way(visit: Visitor) -> None:
    page = visit(size=NARROW)
    for _ in range(25):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('#contents') !== null")


def test_leads_to_the_texts_before_and_after(visit: Visitor) -> None:
    page = visit("full/classics-poems/index.html")
    around = page.get_by_role("navigation", name="Previous and next")
    before, after = (link.get_attribute("href") for link in around.get_by_role("link").all())
    assert before == "../classics-mengzi/index.html"
    assert after == "../fables/index.html"
    around.get_by_role("link").first.click()
    expect(page).to_have_title("孟子 · Mencius")


def test_places_are_reached_at_once(visit: Visitor) -> None:
    """What glides on moves what the reader is about to click."""
    page = visit()
    expect(page.locator("html")).to_have_css("scroll-behavior", "auto")
