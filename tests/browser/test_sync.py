"""The page for timing a recording: the site's own recording or a file, marks by key, mended, saved as files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import violations
from tests.browser.visiting import NARROW, WIDE, Visitor, served
from tests.built_sites import ROOT, build
from tests.sounds import tone

OVER = pytest.mark.parametrize("over", ["http", "file"])


@pytest.fixture(scope="module")
def untimed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site with a recording that nobody has timed."""
    folder = tmp_path_factory.mktemp("untimed")
    content = folder / "content"
    content.mkdir()
    (content / "report.txt").write_bytes((ROOT / "content/report.txt").read_bytes())
    (content / "report.zh.wav").write_bytes(tone(4))
    (content / "site.toml").write_text("[listening]\nlink = true\n", encoding="utf-8")
    (folder / "mine.en.wav").write_bytes(tone(2))
    done = build("--content", content, "--output", folder / "site", "--no-cache")
    assert done.returncode == 0, done.stdout
    with served(folder / "site") as address:
        yield folder / "site", address


@pytest.fixture
def timing(browser: Browser, untimed: tuple[Path, str]) -> Iterator[Visitor]:
    """Opens pages of that site."""
    visitor = Visitor(browser, *untimed)
    yield visitor
    visitor.leave()
    assert not visitor.faults


def times(page: Page) -> list[str]:
    """The times of the first sentences."""
    return page.locator("li:visible .time").all_inner_texts()[:4]


def at(page: Page, seconds: float) -> None:
    """Bring the recording to a moment, and wait until it is there."""
    page.locator("audio").evaluate(
        "(audio, to) => new Promise((done) => { audio.onseeked = () => done(); audio.currentTime = to; })", seconds
    )


def saved(page: Page, form: str) -> tuple[str, str]:
    """The name and the text of the file that a button hands over."""
    with page.expect_download() as download:
        page.get_by_role("group", name="Save as").get_by_role("button", name=form).click()
    path = download.value.path()
    return download.value.suggested_filename, Path(path).read_text(encoding="utf-8")


def ready(page: Page) -> Page:
    """The recording can be played."""
    for _ in range(100):
        if page.locator("audio").evaluate("audio => audio.readyState") >= 2:
            return page
        page.wait_for_timeout(50)
    raise AssertionError("the recording does not load")


def test_sentences_are_timed_by_the_space_bar_mended_and_saved(timing: Visitor) -> None:
    page = ready(timing("report/sync.html", over="file"))
    for seconds in (0.5, 1.5, 2.5):
        at(page, seconds)
        page.keyboard.press(" ")
    assert times(page) == ["00:00.50", "00:01.50", "00:02.50", "–"]
    at(page, 3)
    page.keyboard.press("e")
    page.keyboard.press("ArrowLeft")
    assert times(page)[2] == "00:02.40"
    page.keyboard.press("u")
    assert times(page)[2] == "00:02.50"
    name, text = saved(page, "JSON")
    assert name == "report.zh.json"
    assert json.loads(text) == {"p1-1": [0.5, 1.5], "p1-2": [1.5, 2.5], "p1-3": [2.5, 3]}
    assert saved(page, "WebVTT")[0] == "report.zh.vtt"
    assert saved(page, "Audacity")[1].startswith("0.500000\t1.500000\tp1-1\n")
    page.reload()
    assert times(page) == ["00:00.50", "00:01.50", "00:02.50", "–"]
    page.get_by_role("button", name="Start over").click()
    assert times(page) == ["–"] * 4
    page.keyboard.press("u")
    assert times(page)[0] == "00:00.50"


def test_what_was_saved_is_what_the_next_build_reads(
    timing: Visitor, untimed: tuple[Path, str], tmp_path: Path
) -> None:
    page = ready(timing("report/sync.html", over="file"))
    for seconds in (0.5, 1.5):
        at(page, seconds)
        page.get_by_role("button", name="It begins").click()
    content = untimed[0].parent / "content"
    again = tmp_path / "content"
    again.mkdir()
    for path in content.iterdir():
        (again / path.name).write_bytes(path.read_bytes())
    for form in ("WebVTT", "Audacity", "SMIL", "JSON"):
        name, text = saved(page, form)
        (again / name).write_text(text, encoding="utf-8")
        assert build("--content", again, "--output", tmp_path / "site", "--strict").returncode == 0
        script = (tmp_path / "site/report/report.audio.js").read_text(encoding="utf-8")
        assert '"cues":{"p1-1":[0.5,1.5],\n"p1-2":[1.5,4.0]}' in script
        (again / name).unlink()


@OVER
def test_another_file_may_be_chosen(timing: Visitor, untimed: tuple[Path, str], over: str) -> None:
    page = timing("report/sync.html", over=over)
    page.get_by_label("Language").select_option("English")
    page.get_by_label("Choose a sound file").set_input_files(untimed[0].parent / "mine.en.wav")
    ready(page)
    at(page, 1)
    page.keyboard.press("Enter")
    assert times(page)[0] == "00:01.00"
    name, text = saved(page, "SMIL")
    assert name == "mine.en.smil"
    assert '<audio src="mine.en.wav" clipBegin="00:00:01.000" clipEnd="00:00:02.000"/>' in text


def test_presses_count_earlier_while_it_sounds(timing: Visitor) -> None:
    page = ready(timing("report/sync.html"))
    page.get_by_label("Count presses earlier by").select_option("0.3 s")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("p")
    heard: Any = 0
    while heard < 0.6:
        heard = page.locator("audio").evaluate("audio => audio.currentTime")
    page.keyboard.press(" ")
    page.keyboard.press("p")
    stopped = page.locator("audio").evaluate("audio => audio.currentTime")
    start = float(times(page)[0].partition(":")[2])
    assert heard - 0.31 <= start <= stopped - 0.29


def test_a_click_on_a_sentence_goes_there_in_the_recording(timing: Visitor) -> None:
    page = ready(timing("report/sync.html", over="file"))
    for seconds in (0.5, 1.5):
        at(page, seconds)
        page.keyboard.press(" ")
    page.locator("li:visible button").first.click()
    assert page.locator("audio").evaluate("audio => audio.currentTime") == 0.5
    expect(page.locator("li.now")).to_have_attribute("data-segment", "p1-1")
    expect(page.locator("li.sounds")).to_have_attribute("data-segment", "p1-1")


def test_one_section_alone(timing: Visitor) -> None:
    page = timing("report/sync.html")
    page.get_by_label("Section").select_option("s1")
    assert page.locator("li:visible").first.get_attribute("data-segment") == "p2-1"
    assert page.locator("audio").get_attribute("src") is None


def test_the_reading_page_leads_there_only_if_it_should(timing: Visitor, visit: Visitor) -> None:
    page = timing("report/index.html")
    page.get_by_role("link", name="Time a recording").click()
    expect(page.get_by_role("heading", name="Time a recording")).to_be_visible()
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    other = visit()
    expect(other.get_by_role("link", name="Time a recording")).to_have_count(0)


def test_without_scripts_the_page_says_so(timing: Visitor) -> None:
    page = timing("report/sync.html", js=False)
    expect(page.get_by_text("JavaScript")).to_be_visible()


@pytest.mark.parametrize("size", [WIDE, NARROW, {"width": 320, "height": 640}], ids=["wide", "narrow", "smallest"])
@pytest.mark.parametrize("colours", ["light", "sepia", "dark"])
def test_the_page_is_open_to_everyone(timing: Visitor, size: dict[str, int], colours: str) -> None:
    page = ready(timing(f"report/sync.html?theme={colours}", size=size))
    at(page, 0.5)
    page.keyboard.press(" ")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
