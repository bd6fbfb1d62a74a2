"""Listening on a page of a long document, and what a voice of the mainland is given of a Traditional text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.books import book
from tests.browser.speaking import voices
from tests.browser.test_listening import SOUNDING, bar, from_menu, until
from tests.browser.visiting import Visitor, served
from tests.built_sites import build
from tests.sounds import tone

_LINE = re.compile(r'class="line" lang="zh-Hant" data-segment="(p\d+-\d+)"')


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A long document, recorded whole in English and with a section in Chinese; cues on its fourth page."""
    folder = tmp_path_factory.mktemp("river")
    content = folder / "content"
    content.mkdir()
    (content / "river.md").write_text(book(), encoding="utf-8")
    (content / "river.en.wav").write_bytes(tone(6))
    (content / "site.toml").write_text("[view]\npage_pairs = 14\n[learning]\n", encoding="utf-8")
    assert build("--content", content, "--output", folder / "site").returncode == 0
    page = sorted(folder.glob("site/river/s*.html"))[3]
    first, second, *_ = _LINE.findall(page.read_text(encoding="utf-8"))
    (content / "river.en.vtt").write_text(
        f"WEBVTT\n\n{first}\n00:01.000 --> 00:02.500\n\n{second}\n00:02.500 --> 00:04.000\n", encoding="utf-8"
    )
    (content / f"river.{page.stem}.zh.wav").write_bytes(tone(2))
    done = build("--content", content, "--output", folder / "site")
    assert done.returncode == 0, done.stdout
    page.rename(folder / "site/river/here.html")  # a name that tests know
    with served(folder / "site") as address:
        yield folder / "site", address


@pytest.fixture
def along(browser: Browser, river: tuple[Path, str]) -> Iterator[Visitor]:
    """Opens pages of that site."""
    visitor = Visitor(browser, *river)
    yield visitor
    visitor.leave()
    assert not visitor.faults


@pytest.mark.parametrize("over", ["http", "file"])
def test_the_recording_of_the_whole_is_heard_on_every_page(along: Visitor, over: str) -> None:
    page = along("river/here.html", over=over)
    expect(page.locator("article audio")).to_have_count(1)
    assert page.locator("article audio").get_attribute("data-language") == "zh-Hant"
    page.get_by_role("button", name="Listen").click()
    expect(bar(page).get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator(".line.aloud")).to_have_attribute("lang", "en")
    segment = page.locator(".line.aloud").get_attribute("data-segment")
    page.locator(f'.line.aloud:not([data-segment="{segment}"])').wait_for()


def test_players_stand_where_their_text_stands(along: Visitor) -> None:
    page = along("river/index.html")
    expect(page.locator("article audio")).to_have_count(1)
    assert page.locator("article audio").get_attribute("data-language") == "en"
    assert page.evaluate(SOUNDING) == []


def test_a_voice_of_the_mainland_is_given_simplified_characters_where_they_are_known(along: Visitor) -> None:
    page = along("river/here.html", before=voices([("Ting-Ting", "zh-CN")], takes=60_000))
    page.evaluate("Reader.load('river/river.words.zh-Hant.js')")
    pair = page.locator(".pair.paragraph").first.get_attribute("id") or ""
    from_menu(page, pair, "Listen")
    until(page, "spoken.map(([, text]) => /說|说/.exec(text)[0])", ["说"])
    plain = along("river/here.html", before=voices([("Mei-Jia", "zh-TW")], takes=60_000))
    plain.evaluate("Reader.load('river/river.words.zh-Hant.js')")
    from_menu(plain, pair, "Listen")
    until(plain, "spoken.map(([, text]) => /說|说/.exec(text)[0])", ["說"])
