"""The settings panel: each setting takes effect at once, is shown as chosen, and is kept."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import Visitor


def settings(page: Page) -> Locator:
    """The panel, opened."""
    page.get_by_role("button", name="Settings").click()
    return page.get_by_role("dialog", name="Settings")


# Group, choice, attribute of the root, its value afterwards.
CHOICES = [
    ("View", "Side by side", "data-view", "columns"),
    ("View", "Interlinear", "data-view", "rows"),
    ("View", "中文", "data-view", "first"),
    ("View", "English", "data-view", "second"),
    ("View", "Reveal", "data-view", "reveal"),
    ("Aligned by", "Sentence", "data-grain", "segment"),
    ("Aligned by", "Paragraph", "data-grain", "paragraph"),
    ("First", "English", "data-swap", ""),
    ("Paper", "Light", "data-appearance", "light"),
    ("Paper", "Sepia", "data-appearance", "sepia"),
    ("Paper", "Dark", "data-appearance", "dark"),
    ("Type", "Sans", "data-font", "sans"),
    ("Interface", "繁體", "lang", "zh-Hant"),
    ("Interface", "简体", "lang", "zh-Hans"),
]


@pytest.mark.parametrize(("group", "choice", "attribute", "value"), CHOICES)
def test_a_choice_takes_effect_and_is_kept(visit: Visitor, group: str, choice: str, attribute: str, value: str) -> None:
    page = visit()
    panel = settings(page)
    radio = panel.get_by_role("group", name=group).get_by_role("radio", name=choice)
    radio.click()
    chosen = page.locator("#settings").get_by_role("radio", name=choice)  # the panel's own name may have changed
    expect(chosen.and_(page.locator(":checked"))).not_to_have_count(0)
    expect(page.locator("html")).to_have_attribute(attribute, value)
    page.reload()
    expect(page.locator("html")).to_have_attribute(attribute, value)


@pytest.mark.parametrize(("name", "property_"), [("Text size", "font-size"), ("Line spacing", "line-height")])
def test_a_slider_changes_the_text(visit: Visitor, name: str, property_: str) -> None:
    page = visit()
    line = page.locator('.line[data-segment="p4-1"][lang="zh-Hant"]')
    measure = f"line => parseFloat(getComputedStyle(line).getPropertyValue('{property_}'))"
    before = line.evaluate(measure)
    slider = settings(page).get_by_role("slider", name=name)
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    assert line.evaluate(measure) == pytest.approx(before * 1.1, rel=0.02)
    expect(page.get_by_role("dialog").locator("output", has_text="110 %")).to_be_visible()
    page.reload()
    assert line.evaluate(measure) == pytest.approx(before * 1.1, rel=0.02)


def test_reset_forgets_every_choice(visit: Visitor) -> None:
    page = visit()
    panel = settings(page)
    panel.get_by_role("radio", name="Dark").click()
    panel.get_by_role("radio", name="Interlinear").click()
    panel.get_by_role("slider", name="Text size").press("ArrowRight")
    panel.get_by_role("button", name="Reset").click()
    root = page.locator("html")
    expect(root).to_have_attribute("data-view", "columns")
    assert root.get_attribute("data-appearance") is None
    page.reload()
    expect(root).to_have_attribute("data-view", "columns")


def test_the_panel_and_the_bar_show_the_same_view(visit: Visitor) -> None:
    page = visit()
    panel = settings(page)
    panel.get_by_role("radio", name="Reveal").click()
    expect(page.locator("reader-views").get_by_role("radio", name="Reveal")).to_be_checked()


def test_escape_closes_the_panel_and_the_focus_returns(visit: Visitor) -> None:
    page = visit()
    panel = settings(page)
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.get_by_role("button", name="Settings")).to_be_focused()


def test_settings_hold_for_every_page_of_the_site(visit: Visitor) -> None:
    page = visit()
    settings(page).get_by_role("radio", name="Dark").click()
    page.goto(visit.address("report/index.html"))
    expect(page.locator("html")).to_have_attribute("data-appearance", "dark")


@pytest.mark.parametrize("dark", [False, True])
def test_auto_follows_the_system(visit: Visitor, dark: bool) -> None:
    colour = visit(dark=dark).evaluate("getComputedStyle(document.body).color")
    light_ink = sum(map(float, re.findall(r"[\d.]+", colour)[:3])) > 400
    assert light_ink is dark
