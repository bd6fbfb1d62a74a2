"""Three languages in a document: two stand beside each other, which ones the reader says, the third is a click away."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, Visitor

WELL = "three/well/index.html"
FENCE = "three/fence/index.html"


@pytest.mark.parametrize("path", [WELL, FENCE])
def test_the_first_two_are_shown(visit: Visitor, path: str) -> None:
    assert shown(visit(path)) == ["zh-Hant", "en"]


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("show=zh,fr", ["zh-Hant", "fr"]),
        ("show=fr,zh", ["fr", "zh-Hant"]),
        ("show=fr,en", ["fr", "en"]),
        ("show=fr", ["fr"]),
        ("view=third", ["fr"]),
        ("first=fr", ["fr", "zh-Hant"]),
        ("first=en&second=fr", ["en", "fr"]),
        ("show=xx,yy", ["zh-Hant", "en"]),
        ("show=en,en", ["en"]),
    ],
)
def test_the_address_says_which(visit: Visitor, query: str, languages: list[str]) -> None:
    assert shown(visit(f"{WELL}?{query}")) == languages


@pytest.mark.parametrize("view", ["columns", "rows", "reveal"])
@pytest.mark.parametrize("grain", ["paragraph", "segment"])
def test_the_first_chosen_comes_first(visit: Visitor, view: str, grain: str) -> None:
    page = visit(f"{WELL}?show=fr,zh&view={view}&grain={grain}")
    assert shown(page) == ["fr", "zh-Hant"]
    assert shown(page, "#p1") == ["fr", "zh-Hant"]


def test_the_settings_choose_and_remember(visit: Visitor) -> None:
    page = visit(WELL)
    page.click(".open-settings")
    page.get_by_role("group", name="Second").get_by_role("radio", name="Français").check()
    assert shown(page) == ["zh-Hant", "fr"]
    page.get_by_role("group", name="First").get_by_role("radio", name="Français").check()
    assert shown(page) == ["fr", "zh-Hant"]
    page.reload()
    assert shown(page) == ["fr", "zh-Hant"]


def test_each_language_alone_by_the_bar_and_by_key(visit: Visitor) -> None:
    page = visit(WELL)
    page.locator("reader-views").get_by_role("radio", name="Français").check()
    assert shown(page) == ["fr"]
    page.keyboard.press("4")
    assert shown(page) == ["en"]
    page.keyboard.press("1")
    page.keyboard.press("x")
    assert shown(page) == ["en", "zh-Hant"]


def test_the_other_language_is_a_click_away(visit: Visitor) -> None:
    page = visit(WELL, size=NARROW)
    page.locator("#p3 .number").click()
    other = page.locator("#segment-menu .other")
    expect(other).to_contain_text("Chaque matin, de bonne heure")
    expect(other).to_have_attribute("lang", "fr")


def test_without_scripts_all_are_there(visit: Visitor) -> None:
    page = visit(WELL, js=False)
    assert shown(page) == ["zh-Hant", "en", "fr"]


def test_the_data_have_all(built: Path) -> None:
    data = json.loads((built / "three/well/well.json").read_text(encoding="utf-8"))
    assert data["languages"] == ["zh-Hant", "en", "fr"]
    segment = data["sections"][0]["pairs"][1]["segments"][0]
    assert all(segment[tag] for tag in data["languages"])
    assert [bool(data["notes"][0][tag]) for tag in data["languages"]] == [True, True, True]


def shown(page: Page, place: str = "#p1, #p2") -> list[str]:
    """The languages that a pair shows, as the eye meets them."""
    pair = page.locator(f":is({place})").last
    found = pair.evaluate(
        "pair => [...pair.querySelectorAll('.line')].map(line => [line, line.getClientRects()[0]])"
        ".filter(([, box]) => box && box.width)"
        ".map(([line, box]) => [document.documentElement.dataset.view === 'columns' ? box.left : box.top, line.lang])"
    )
    return list(dict.fromkeys(lang for *_, lang in sorted(found)))
