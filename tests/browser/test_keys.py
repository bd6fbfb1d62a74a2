"""Every key of the table in keys.js does what the sheet says, rests while one types, and can be switched off."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, Visitor

THEME = Path(__file__).parents[2] / "themes/reader"


def current(page: Page) -> list[str]:
    """The segments the reader stands on."""
    found = page.locator(".line.current[lang=en]").all()
    return [str(line.get_attribute("data-segment")) for line in found]


def data(page: Page, name: str) -> str | None:
    """A choice in effect, as the style sheet sees it."""
    return page.locator("html").get_attribute(f"data-{name}")


def press(page: Page, keys: str) -> Page:
    """Press keys one after the other."""
    for key in keys.split():
        page.keyboard.press(key)
    return page


# Keys, and what is to be true after them on a page opened at p4-2.
KEYS: dict[str, Callable[[Page], bool]] = {
    "j": lambda page: current(page) == ["p4-3"],
    "ArrowDown": lambda page: current(page) == ["p4-3"],
    "k": lambda page: current(page) == ["p4-1"],
    "ArrowUp": lambda page: current(page) == ["p4-1"],
    "J": lambda page: current(page) == ["p4-2", "p4-3"],
    "K": lambda page: current(page) == ["p4-1", "p4-2"],
    "]": lambda page: current(page) == ["p5-1"],
    "[": lambda page: current(page) == ["p3-1"],
    "Enter": lambda page: page.get_by_role("dialog", name="This sentence").is_visible(),
    "/": lambda page: page.evaluate("document.activeElement.type") == "search",
    "v": lambda page: data(page, "view") == "rows",
    "v v v v v": lambda page: data(page, "view") == "columns",
    "1": lambda page: data(page, "view") == "columns",
    "2": lambda page: data(page, "view") == "rows",
    "3": lambda page: data(page, "view") == "first",
    "4": lambda page: data(page, "view") == "second",
    "5": lambda page: data(page, "view") == "reveal",
    "x": lambda page: data(page, "swap") == "",
    "x x": lambda page: data(page, "swap") is None,
    "t": lambda page: data(page, "appearance") == "light",
    "t t": lambda page: data(page, "appearance") == "sepia",
    "t t t": lambda page: data(page, "appearance") == "dark",
    "p": lambda page: data(page, "readings") == "pinyin",
    "p p p": lambda page: data(page, "readings") == "off",
    "s": lambda page: page.evaluate("Reader.settings.chosen().script") == "hant",
    "s s": lambda page: page.evaluate("Reader.settings.chosen().script") == "hans",
    "+": lambda page: "--size: 1.05" in str(page.locator("html").get_attribute("style")),
    "=": lambda page: "--size: 1.05" in str(page.locator("html").get_attribute("style")),
    "-": lambda page: "--size: 0.95" in str(page.locator("html").get_attribute("style")),
    "c": lambda page: page.evaluate("document.activeElement.closest('#contents') !== null"),
    "n": lambda page: current(page) == ["p4-2"],  # the hits are walked in test_search_hits.py
    "N": lambda page: current(page) == ["p4-2"],
    "g": lambda page: current(page) == ["p4-2"],  # cards of words are tested in test_gloss.py
    "F": lambda page: page.wait_for_selector("dialog.presenter[open]") is not None,  # see test_presenter.py
    "?": lambda page: page.get_by_role("dialog", name="Shortcuts").is_visible(),
    "Escape": lambda page: current(page) == [],
}


@pytest.mark.parametrize("keys", KEYS)
def test_a_key_does_what_it_says(visit: Visitor, keys: str) -> None:
    assert KEYS[keys](press(visit("report/report/index.html#p4-2"), keys))


def test_every_key_of_the_table_is_tested() -> None:
    table = re.search(r"const KEYS = \{(.*?)\n  \};", (THEME / "js/keys.js").read_text(encoding="utf-8"), re.DOTALL)
    assert table
    names = {plain or quoted for plain, quoted in re.findall(r'^    (?:(\w+)|"(.+?)"):', table[1], re.MULTILINE)}
    names -= {" ", "l"}  # see the reveal view below, and test_listening.py
    assert names <= {key for keys in KEYS for key in keys.split()}


def test_the_sheet_lists_every_key(visit: Visitor) -> None:
    page = press(visit(), "?")
    sheet = page.get_by_role("dialog", name="Shortcuts")
    listed = set(sheet.locator("kbd").all_inner_texts())
    assert {
        "j",
        "k",
        "J",
        "K",
        "Enter",
        "Space",
        "/",
        "v",
        "x",
        "t",
        "+",
        "−",
        "c",
        "[",
        "]",
        "n",
        "N",
        "?",
        "Esc",
    } <= listed
    expect(sheet).to_contain_text("Next sentence")
    page.keyboard.press("?")
    expect(sheet).to_have_count(0)


def test_space_shows_and_covers_the_translation_in_the_reveal_view(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=reveal#p4-2")
    english = page.locator('.line[data-segment="p4-2"][lang="en"]')
    veil = page.locator('[data-veil="p4-2"]')
    expect(veil).to_have_attribute("aria-pressed", "false")
    assert english.evaluate("line => line.inert")
    press(page, "j k Space")
    expect(veil).to_have_attribute("aria-pressed", "true")
    assert not english.evaluate("line => line.inert")
    press(page, "Space")
    expect(veil).to_have_attribute("aria-pressed", "false")


def test_revealing_by_click(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=reveal")
    page.locator('[data-veil="p4-1"]').click()
    expect(page.locator('[data-veil="p4-1"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-veil="p4-2"]')).to_have_attribute("aria-pressed", "false")


def test_keys_rest_while_something_is_typed(visit: Visitor) -> None:
    page = visit()
    press(page, "/")
    page.keyboard.type("jkvx25?")
    assert page.locator("#q").input_value() == "jkvx25?"
    assert data(page, "view") == "columns"


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_keys_with_a_modifier_belong_to_the_browser(visit: Visitor, modifier: str) -> None:
    page = visit()
    page.keyboard.press(f"{modifier}+2")
    page.keyboard.press(f"{modifier}+x")
    assert (data(page, "view"), data(page, "swap")) == ("columns", None)


def test_shortcuts_can_be_switched_off_and_stay_off(visit: Visitor) -> None:
    page = visit()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("checkbox", name="Keyboard shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    press(page, "2 x t j /")
    assert (data(page, "view"), data(page, "swap"), data(page, "appearance")) == ("columns", None, None)
    assert current(page) == []


def test_space_still_scrolls_and_enter_still_follows_links(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("Space")
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") > 200
    page.locator('#contents a[href="#p3"]').focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#p3")


def test_the_next_view_of_a_phone_skips_columns(visit: Visitor) -> None:
    page = visit(size=NARROW)
    seen = [data(press(page, "v"), "view") for _ in range(4)]
    assert seen == ["first", "second", "reveal", "rows"]


def test_walking_brings_each_segment_into_sight(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=rows")
    for _ in range(30):
        page.keyboard.press("j")
        line = page.locator(":focus")
        expect(line).to_be_in_viewport()
        box, bar = line.bounding_box(), page.locator(".bar").bounding_box()
        assert box
        assert bar
        assert box["y"] >= bar["height"] - 1


def test_words_of_the_sheet_are_all_there() -> None:
    words = tomllib.loads((THEME / "words.toml").read_text(encoding="utf-8"))
    used = set(re.findall(r'"(key\.[\w-]+)"', (THEME / "templates/partials/keys.html").read_text(encoding="utf-8")))
    assert used
    assert all(used <= set(tongue) for tongue in words.values())


def test_the_sheet_has_the_focus_and_gives_it_back(visit: Visitor) -> None:
    page = visit()
    link = page.locator('#contents a[href="#p3"]')
    link.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Shortcuts")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
