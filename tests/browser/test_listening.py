"""Listening: by voices of the computer, and by recordings beside the text; a sentence at a time, lit while heard."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.speaking import voices
from tests.browser.test_accessibility import violations
from tests.browser.visiting import NARROW, WIDE, Visitor, served
from tests.built_sites import ROOT, build
from tests.sounds import tone

OVER = pytest.mark.parametrize("over", ["http", "file"])
LABELS = "0\t1\tp1-1\n1\t2\tp2-1\n2\t3\tp3-1\n3.5\t4.5\tp4-1\n4.5\t6\tp4-2\n"
HEARD = ".line.aloud"
SOUNDING = "[...document.querySelectorAll('audio')].filter((one) => !one.paused).map((one) => one.currentTime)"
LOADED = "performance.getEntriesByType('resource').map(({ name }) => name)"
UNMARKED = """text => {
  const copy = text.cloneNode(true);
  for (const mark of copy.querySelectorAll(".mark")) mark.remove();
  return copy.textContent;
}"""
OUTSIDE = """[...document.querySelectorAll(".listening :is(button, select)")].filter((one) => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && (box.left < 0 || box.right > innerWidth || box.width < 20);
}).length"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site with the report read aloud, and where it is served, by a server that knows no parts of files."""
    folder = tmp_path_factory.mktemp("recorded")
    content = folder / "content"
    content.mkdir()
    (content / "report.txt").write_bytes((ROOT / "content/report.txt").read_bytes())
    (content / "report.zh.wav").write_bytes(tone(6))
    (content / "report.zh.txt").write_text(LABELS, encoding="utf-8")
    done = build("--content", content, "--output", folder / "site", "--no-cache")
    assert done.returncode == 0, done.stdout
    with served(folder / "site") as address:
        yield folder / "site", address


@pytest.fixture
def hear(browser: Browser, recorded: tuple[Path, str]) -> Iterator[Visitor]:
    """Opens pages of that site."""
    visitor = Visitor(browser, *recorded)
    yield visitor
    visitor.leave()
    assert not visitor.faults


def until(page: Page, script: str, wanted: Any) -> None:
    """Wait until a script gives what is wanted. The page's policy forbids what `wait_for_function` does."""
    found = None
    for _ in range(120):
        found = page.evaluate(script)
        if found == wanted:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{script} is {found}, not {wanted}")


def spoken(page: Page, texts: list[list[Any]]) -> None:
    """Wait until exactly this was said: voice and beginning of the text."""
    until(page, "spoken.map(([voice, text]) => [voice, text.slice(0, 6)])", texts)


def bar(page: Page) -> Any:
    return page.get_by_role("region", name="Listen")


def from_menu(page: Page, pair: str, item: str) -> None:
    page.locator(f"#{pair} > .number").click()
    page.get_by_role("dialog", name="This sentence").get_by_role("button", name=item, exact=True).click()


@pytest.mark.parametrize(
    "known",
    [
        pytest.param([], id="none"),
        pytest.param([("Sin-ji", "zh-HK"), ("Cantonese", "yue")], id="only Cantonese"),
        pytest.param([("Google", "zh-CN", False), ("Google US", "en-US", False)], id="only on other computers"),
    ],
)
def test_where_no_voice_fits_nothing_is_offered(visit: Visitor, known: list[tuple[object, ...]]) -> None:
    page = visit(before=voices(known))
    expect(page.locator(".open-listening")).to_be_hidden()
    page.keyboard.press("l")
    page.locator("#p3 > .number").click()
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    expect(page.get_by_role("button", name="Listen")).to_have_count(0)
    assert page.evaluate("performance.getEntries().filter(({ name }) => name.includes('listening')).length") == 0


def test_without_speech_in_the_browser_nothing_is_offered(visit: Visitor) -> None:
    page = visit(before="delete window.speechSynthesis; delete Window.prototype.speechSynthesis")
    expect(page.locator(".open-listening")).to_be_hidden()


def test_voices_may_come_late(visit: Visitor) -> None:
    page = visit(before=voices(late=True))
    expect(page.locator(".open-listening")).to_be_hidden()
    page.evaluate("late()")
    expect(page.locator(".open-listening")).to_be_visible()


@OVER
def test_a_paragraph_is_read_sentence_by_sentence_and_lit(visit: Visitor, over: str) -> None:
    page = visit(over=over, before=voices())
    from_menu(page, "p3", "Listen")
    spoken(page, [["Mei-Jia", "二是著力發揮"]])
    expect(page.locator('[data-segment="p3-1"].heard')).to_have_count(2)
    expect(page.locator(HEARD)).to_have_attribute("lang", "zh-Hant")
    expect(bar(page).get_by_role("button", name="Play")).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar(page)).to_have_count(0)
    expect(page.locator(".line.heard")).to_have_count(0)


def test_marks_of_notes_are_not_read(visit: Visitor) -> None:
    page = visit(before=voices(takes=20))
    page.locator("article a.mark:not(.borrowed)").first.evaluate("mark => mark.closest('.pair').scrollIntoView()")
    pair = page.locator(".pair:has(a.mark:not(.borrowed))").first.get_attribute("id") or ""
    page.evaluate("localStorage.setItem('bilingual-reader:listening', JSON.stringify({ order: 'en' }))")
    page.reload()
    from_menu(page, pair, "Listen")
    expect(bar(page).get_by_role("button", name="Play")).to_be_visible()
    said = " ".join(text for _, text, _ in page.evaluate("spoken"))
    read = page.locator(f"#{pair} .text:lang(en)").evaluate(UNMARKED)
    assert said.split() == read.split()


def test_chinese_then_english_twice_at_another_speed(visit: Visitor) -> None:
    page = visit(before=voices(takes=60))
    from_menu(page, "p3", "Listen")
    bar(page).get_by_label("Languages").select_option("中文 → English")
    bar(page).get_by_label("Times each").select_option("2 times")
    bar(page).get_by_label("Speed").select_option("0.75 ×")
    expect(bar(page).get_by_role("button", name="Play")).to_be_visible()
    page.evaluate("spoken.length = 0")
    bar(page).get_by_role("button", name="Play").click()
    chinese, english = ["Mei-Jia", "二是著力發揮"], ["Daniel", "Second"]
    spoken(page, [chinese, english, chinese, english])
    assert {rate for _, _, rate in page.evaluate("spoken")} == {0.75}
    again = visit(before=voices())
    assert again.evaluate("localStorage.length") == 0  # of another reader
    page.reload()
    from_menu(page, "p3", "Listen")
    expect(bar(page).get_by_label("Languages")).to_have_value("zh-Hant,en")


def test_from_a_sentence_on_to_the_next_and_back(visit: Visitor) -> None:
    page = visit(before=voices(takes=5000))
    from_menu(page, "p4", "Listen from here")
    expect(bar(page)).to_contain_text("¶ 4.1")
    bar(page).get_by_role("button", name="Next sentence").click()
    expect(bar(page)).to_contain_text("¶ 4.2")
    expect(page.locator(HEARD)).to_have_attribute("data-segment", "p4-2")
    bar(page).get_by_role("button", name="Previous sentence").click()
    bar(page).get_by_role("button", name="Previous sentence").click()
    expect(bar(page)).to_contain_text("¶ 4.1")  # where listening began, it ends
    page.keyboard.press("l")
    expect(bar(page).get_by_role("button", name="Play")).to_be_visible()
    assert not page.evaluate("speechSynthesis.speaking")
    page.keyboard.press("l")
    expect(bar(page).get_by_role("button", name="Pause")).to_be_visible()


def test_a_part_over_and_over(visit: Visitor) -> None:
    """Which sentences the part has is a matter of how fast one presses; that it comes round again is not."""
    page = visit(before=voices(takes=400))
    from_menu(page, "p4", "Listen from here")
    bar(page).get_by_role("button", name="Loop a part: from here").click()
    until(page, "spoken.length >= 2", True)
    bar(page).get_by_role("button", name="Loop a part: until here").click()
    until(page, "new Set(spoken.slice(-8).map(([, text]) => text)).size < Math.min(8, spoken.length) - 3", True)
    part = page.evaluate("[...new Set(spoken.slice(-4).map(([, text]) => text))]")
    bar(page).get_by_role("button", name="End the loop").click()
    until(page, f"!{json.dumps(part)}.includes(spoken.at(-1)[1])", True)


def test_a_voice_is_chosen_once_for_its_language(visit: Visitor) -> None:
    page = visit(before=voices(takes=5000))
    from_menu(page, "p3", "Listen")
    bar(page).get_by_role("button", name="How to listen").click()
    panel = page.get_by_role("dialog", name="How to listen")
    assert panel.get_by_label("中文").locator("option").all_inner_texts() == ["Mei-Jia", "Ting-Ting"]
    panel.get_by_label("中文").select_option("Ting-Ting")
    spoken(page, [["Mei-Jia", "二是著力發揮"], ["Ting-Ting", "二是著力發揮"]])
    page.reload()
    from_menu(page, "p3", "Listen")
    spoken(page, [["Ting-Ting", "二是著力發揮"]])


def test_rubbish_that_was_kept_changes_nothing(visit: Visitor) -> None:
    rubbish = 'localStorage.setItem("bilingual-reader:listening", `{"rate": "x", "voices": 7, "order": "fr,de"}`);'
    page = visit(before=voices() + rubbish)
    from_menu(page, "p3", "Listen")
    spoken(page, [["Mei-Jia", "二是著力發揮"]])


@OVER
def test_a_recording_is_heard_from_the_sentence_on(hear: Visitor, over: str) -> None:
    page = hear("report/index.html", over=over)
    from_menu(page, "p3", "Listen from here")
    until(page, f"({SOUNDING}).some((time) => time > 2.1 && time < 3)", True)
    expect(page.locator(HEARD)).to_have_attribute("data-segment", "p3-1")
    page.locator('.line.aloud[data-segment="p4-1"]').wait_for()
    bar(page).get_by_role("button", name="Pause").click()
    until(page, SOUNDING, [])
    bar(page).get_by_role("button", name="Previous sentence").click()
    expect(page.locator(HEARD)).to_have_attribute("data-segment", "p3-1")


@OVER
def test_one_sentence_of_a_recording_ends_where_it_ends(hear: Visitor, over: str) -> None:
    page = hear("report/index.html", over=over)
    from_menu(page, "p2", "Listen")
    until(page, f"({SOUNDING}).length", 1)
    expect(bar(page).get_by_role("button", name="Play")).to_be_visible()
    time = page.evaluate("document.querySelector('audio').currentTime")
    assert 2 <= time < 2.4
    bar(page).get_by_role("button", name="Play").click()
    until(page, f"({SOUNDING}).some((time) => time > 1 && time < 2)", True)


def test_the_buttons_of_the_player_itself_light_the_text(hear: Visitor) -> None:
    page = hear("report/index.html", over="file")
    page.locator("audio").evaluate("audio => audio.play()")
    page.locator('.line.aloud[data-segment="p1-1"]').wait_for()
    page.locator('.line.aloud[data-segment="p2-1"]').wait_for()
    page.locator("audio").evaluate("audio => { audio.currentTime = 4.6; }")
    page.locator('.line.aloud[data-segment="p4-2"]').wait_for()
    page.locator("audio").evaluate("audio => audio.pause()")
    expect(bar(page).get_by_role("button", name="Play")).to_be_visible()


def test_a_part_of_a_recording_over_and_over(hear: Visitor) -> None:
    page = hear("report/index.html", over="file")
    from_menu(page, "p2", "Listen from here")
    until(page, f"({SOUNDING}).some((time) => time > 1.3)", True)
    bar(page).get_by_role("button", name="Loop a part: from here").click()
    until(page, f"({SOUNDING}).some((time) => time > 2.3)", True)
    bar(page).get_by_role("button", name="Loop a part: until here").click()
    seen = [page.evaluate(SOUNDING) for _ in range(25) if not page.wait_for_timeout(100)]
    times = [time for each in seen for time in each]
    assert min(times) < 1.9 < max(times) < 2.8
    assert any(later < earlier for earlier, later in pairwise(times))
    bar(page).get_by_role("button", name="End the loop").click()
    until(page, f"({SOUNDING}).some((time) => time > 3)", True)


def test_the_speed_of_a_recording_changes_while_it_sounds(hear: Visitor) -> None:
    page = hear("report/index.html")
    from_menu(page, "p1", "Listen from here")
    until(page, f"({SOUNDING}).length", 1)
    bar(page).get_by_label("Speed").select_option("1.5 ×")
    assert page.locator("audio").evaluate("audio => audio.playbackRate") == 1.5


def test_a_recording_needs_no_script(hear: Visitor) -> None:
    page = hear("report/index.html", js=False)
    expect(page.locator("article audio")).to_be_visible()
    assert page.locator("article audio source").get_attribute("src") == "report.zh-Hant.wav"


def test_listening_costs_nothing_until_it_is_asked_for(hear: Visitor) -> None:
    page = hear("report/index.html")
    asked = f"{LOADED}.filter((name) => /listening|audio|wav/.test(name)).length"
    assert page.evaluate(asked) == 0
    page.get_by_role("button", name="Listen").click()
    expect(bar(page)).to_be_visible()
    assert page.evaluate(asked) >= 3


@pytest.mark.parametrize("size", [WIDE, NARROW, {"width": 320, "height": 640}], ids=["wide", "narrow", "smallest"])
@pytest.mark.parametrize("colours", ["light", "sepia", "dark"])
def test_the_bar_is_whole_and_open_to_everyone(hear: Visitor, size: dict[str, int], colours: str) -> None:
    page = hear(f"report/index.html?theme={colours}", size=size, before=voices(takes=60_000))
    page.keyboard.press("l")
    expect(bar(page)).to_be_visible()
    bar(page).get_by_label("Languages").select_option("English")
    assert violations(page) == []
    bar(page).get_by_role("button", name="How to listen").click()
    assert violations(page) == []
    assert page.evaluate(OUTSIDE) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
