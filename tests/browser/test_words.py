"""The words of the interface: there in three languages, chosen by the reader, else by the browser."""

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Visitor

THEME = Path(__file__).parents[2] / "themes/reader"
WORDS = tomllib.loads((THEME / "words.toml").read_text(encoding="utf-8"))


def test_every_language_has_every_key() -> None:
    keys = {tongue: set(words) for tongue, words in WORDS.items()}
    assert set(keys) == {"zh-Hant", "zh-Hans", "en"}
    assert keys["zh-Hans"] == keys["zh-Hant"] == keys["en"]
    assert all(text.strip() for words in WORDS.values() for text in words.values())


def test_every_key_that_is_used_is_there() -> None:
    used = set()
    for path in THEME.glob("templates/**/*.html"):
        used |= set(re.findall(r"""(?:word|label)\(["']([\w.-]+)["']\)""", path.read_text(encoding="utf-8")))
    for path in THEME.glob("js/*.js"):
        used |= set(
            re.findall(r"""(?:Reader\.t|\bt|say)\(["']([\w-]+(?:\.[\w-]+)*)["']""", path.read_text(encoding="utf-8"))
        )
    assert used
    assert used <= set(WORDS["en"])


def test_every_word_is_used() -> None:
    """By its whole key, or by the beginning of it that a template or script completes: `"fact." ~ key`."""
    outputs = (THEME.parents[1] / "site_builder").glob("**/*.py")
    files = [*(path for path in THEME.glob("templates/**/*") if path.is_file()), *THEME.glob("js/*.js"), *outputs]
    texts = [path.read_text(encoding="utf-8") for path in files]
    quoted = {key for text in texts for key in re.findall(r"""["']([\w.-]+)["']""", text)}
    begun = {key for text in texts for key in re.findall(r"""[`"]([\w-]+[.-](?:[\w-]+\.)*)(?:\$?\{)""", text)}
    beginnings = (*(key for key in quoted if key.endswith(".")), *begun, "download.")  # as downloads.html completes it
    unused = [key for key in WORDS["en"] if key not in quoted and not key.startswith(beginnings)]
    ends = {end for text in texts for end in re.findall(r"""(?:\}|~ ["'])([.-]\w+)[`"']""", text)}  # `${key}.n`
    assert [
        key for key in unused if not any(key.removesuffix(end) in quoted for end in ends if key.endswith(end))
    ] == []


@pytest.mark.parametrize(
    ("locale", "tongue"),
    [("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-CN", "zh-Hans"), ("en-GB", "en"), ("de-DE", "zh-Hant")],
)
def test_the_browser_s_language_decides_first(visit: Visitor, locale: str, tongue: str) -> None:
    page = visit(locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", tongue)
    expect(page.get_by_role("button", name=WORDS[tongue]["settings"])).to_be_visible()
    expect(page.get_by_role("radio", name=WORDS[tongue]["view.rows"])).to_be_visible()


@pytest.mark.parametrize(
    "page_path",
    ["report/report/index.html", "report/index.html", "full/index.html", "report/404.html", "full/concordance.html"],
)
@pytest.mark.parametrize("tongue", WORDS)
def test_no_word_stays_behind(visit: Visitor, tongue: str, page_path: str) -> None:
    page = visit(f"{page_path}?ui={tongue}")
    root = page.locator("html")
    expect(root).to_have_attribute("lang", tongue)
    for element in page.locator("[data-word]").all():
        assert element.text_content() == WORDS[tongue][str(element.get_attribute("data-word"))]
    for element in page.locator("[data-label]").all():
        assert element.get_attribute("aria-label") == WORDS[tongue][str(element.get_attribute("data-label"))]


def test_words_outside_the_text_follow_the_choice(visit: Visitor) -> None:
    """Whatever is not the author's text, a document's title or the name of a language, is in the chosen language."""
    page = visit("report/report/index.html?ui=en")
    own = "[lang]:not(html), .number, kbd, script, style, svg"
    left = page.evaluate(
        """(own) => {
            const texts = ({ childNodes }) => [...childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            const others = [...document.body.querySelectorAll('*')].filter((element) => !element.closest(own));
            return others.flatMap(texts).map((node) => node.data).filter((text) => /\\p{Script=Han}/u.test(text));
        }""",
        own,
    )
    names = page.evaluate(
        """() => [...document.querySelectorAll('[aria-label]')].map((element) => element.ariaLabel)
            .filter((name) => /\\p{Script=Han}/u.test(name))"""
    )
    assert (left, names) == ([], [])
