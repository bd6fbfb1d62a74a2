"""What learners see in the page: readings, the other script, which words get help, tones; and what must not change."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import violations
from tests.browser.visiting import NARROW, WIDE, Visitor, lit

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
REPORT = "report/report/index.html"
READ = ".word[data-reading], .letter[data-reading]"


def chosen(page: Page, group: str, choice: str) -> None:
    """Choose in the settings, and close them."""
    page.get_by_role("button", name="Settings").click()
    panel = page.get_by_role("dialog", name="Settings")
    panel.get_by_role("group", name=group, exact=True).get_by_role("radio", name=choice, exact=True).click()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def line(page: Page, segment: str) -> Locator:
    """The Chinese line of a segment, in whatever script."""
    return page.locator(f'article .line[data-segment="{segment}"]').first


@pytest.mark.parametrize("over", ["http", "file"])
def test_readings_stand_above_words_and_are_nobody_elses(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    text = line(page, "p4-1").inner_text()
    assert not page.locator(".word").count()
    chosen(page, "Readings", "Pinyin")
    word = line(page, "p4-1").locator(".word").first
    expect(word).to_have_attribute("data-reading", "jiākuài")
    assert word.evaluate("word => getComputedStyle(word, '::before').content").startswith('"jiākuài"')
    assert [re.sub(r"\W\w+\.js.*", "", url.rpartition("/")[2]) for url in asked if ".js" in url] == [
        "learning",
        "known",
        "report.words.zh",
    ]
    assert line(page, "p4-1").inner_text() == text
    line(page, "p4-1").evaluate("line => getSelection().selectAllChildren(line)")
    assert page.evaluate("String(getSelection())") == text
    assert not page.evaluate("find('jiākuài')")
    assert page.locator("article").aria_snapshot().find("jiākuài") < 0


@pytest.mark.parametrize("over", ["http", "file"])
def test_the_other_script_and_back(visit: Visitor, over: str) -> None:
    page = visit(over=over)
    inside = "[...document.querySelectorAll('main, .contents, .home')].map(each => each.innerHTML)"
    before = page.evaluate(inside)
    chosen(page, "Script", "简体")
    expect(line(page, "p4-1")).to_have_text("加快建设国际科技创新中心，")
    expect(line(page, "p4-1")).to_have_attribute("lang", "zh-Hans")
    assert line(page, "p4-1").evaluate("line => getComputedStyle(line).fontFamily").startswith('"Noto Serif CJK SC"')
    expect(page.locator(".home")).to_contain_text("政府工作报告")
    expect(page.locator(".contents a[href='#p3'] [lang=zh-Hans]")).to_have_text("二是着力发挥科技创新引领作用")
    chosen(page, "Readings", "Pinyin")
    expect(line(page, "p4-1").locator(".word").first).to_have_attribute("data-reading", "jiākuài")
    page.reload()
    expect(line(page, "p4-1").locator(".word").first).to_have_text("加快")
    expect(line(page, "p10-1")).to_have_attribute("lang", "zh-Hans")
    chosen(page, "Readings", "Off")
    chosen(page, "Script", "As typed")
    expect(line(page, "p4-1")).to_have_text("加快建設國際科技創新中心，")
    assert page.evaluate(inside) == before


def test_what_is_found_stays_lit(visit: Visitor) -> None:
    page = visit(f"{REPORT}?q=創新")
    lit(page, ["創新"] * 6)
    page.keyboard.press("p")
    expect(page.locator(READ).first).to_be_attached()
    lit(page, ["創新"] * 6)
    page.keyboard.press("s")
    page.keyboard.press("s")
    lit(page, ["创新"] * 6)
    page.keyboard.press("n")
    expect(page.get_by_role("region", name="Hits").or_(page.locator(".hits")).first).to_be_visible()
    page.keyboard.press("s")
    lit(page, ["創新"] * 6)


def test_copies_and_citations_follow(visit: Visitor) -> None:
    page = visit(f"{REPORT}?script=hans#p4-1")
    expect(line(page, "p4-1")).to_have_text("加快建设国际科技创新中心，")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Cite · 中文").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    said = page.evaluate("navigator.clipboard.readText()")
    assert said.startswith("「加快建设国际科技创新中心，」")
    assert "《政府工作报告》" in said


def test_a_selection_outlives_a_change_of_script(visit: Visitor) -> None:
    page = visit()
    select = "line => getSelection().setBaseAndExtent(line.firstChild, 4, line.firstChild, 6)"
    line(page, "p4-1").evaluate(select)
    page.evaluate("Reader.settings.set('script', 'hans')")
    expect(line(page, "p4-1")).to_have_text("加快建设国际科技创新中心，")
    assert page.evaluate("String(getSelection())") == "国际"


def test_help_for_harder_words_only(visit: Visitor) -> None:
    page = visit(f"{REPORT}?readings=pinyin")
    expect(line(page, "p4-2").locator(READ).first).to_be_attached()
    every = line(page, "p4-2").locator(READ).count()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("combobox", name="Level").select_option(label="HSK 3.0 (2025) > 3")
    expect(line(page, "p4-2").locator(READ)).not_to_have_count(every)
    assert 0 < line(page, "p4-2").locator(READ).count() < every
    known = line(page, "p4-2").locator(".word:not([data-reading])").all_inner_texts()
    assert "是" in known
    page.reload()
    expect(page.locator("#set-above")).to_have_value("hsk-2025:3")


@pytest.mark.parametrize("over", ["http", "file"])
def test_what_one_knows_needs_no_help(visit: Visitor, over: str) -> None:
    page = visit(f"{REPORT}?readings=pinyin", over=over)
    word = line(page, "p4-1").locator(".word").first
    expect(word).to_have_attribute("data-reading", "jiākuài")
    page.evaluate("Reader.known.set('加快', 'known')")
    expect(word).to_have_attribute("data-reading", "jiākuài")
    chosen(page, "Words", "New to me")
    expect(word).not_to_have_attribute("data-reading", "jiākuài")
    expect(line(page, "p4-1").locator(".word").nth(1)).to_have_attribute("data-reading", "jiànshè")
    chosen(page, "Script", "简体")
    expect(word).to_have_text("加快")
    expect(word).not_to_have_attribute("data-reading", "jiākuài")
    page.evaluate("Reader.known.set('加快', 'learning')")
    expect(word).to_have_attribute("data-reading", "jiākuài")


@pytest.mark.parametrize("colours", ["hues", "rainbow", "shades"])
def test_tones_have_colours_beside_readings_only(visit: Visitor, colours: str) -> None:
    page = visit(f"{REPORT}?tones={colours}")
    assert not page.locator("article .letter").count()
    chosen(page, "Readings", "Pinyin")
    letters = line(page, "p4-1").locator(".letter")
    expect(letters.first).to_have_attribute("data-tone", "1")
    seen = letters.evaluate_all("all => all.map(each => [each.dataset.tone, getComputedStyle(each).color])")
    assert len({tone for tone, _ in seen}) >= 2
    assert len(dict(seen)) == len({colour for _, colour in seen})
    chosen(page, "Tones", "Off")
    expect(page.locator("article .letter")).to_have_count(0)


def test_keys_turn_readings_and_script(visit: Visitor) -> None:
    page = visit()
    root = page.locator("html")
    for scheme in ("pinyin", "zhuyin", "off"):
        page.keyboard.press("p")
        expect(root).to_have_attribute("data-readings", scheme)
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Shortcuts")
    expect(sheet).to_contain_text("Readings")
    expect(sheet).to_contain_text("Traditional, Simplified")


def test_paper_has_all_readings(visit: Visitor) -> None:
    page = visit(f"{REPORT}?readings=pinyin&script=hans")
    expect(page.locator(READ).first).to_be_attached()
    uncut = "document.querySelectorAll('article .line[lang=zh-Hans]:not(:has(.word))').length"
    assert page.evaluate(uncut) > 20
    page.evaluate(f"addEventListener('beforeprint', () => (document.title = String({uncut})))")
    page.pdf()
    expect(page).to_have_title("0")
    expect(page.locator("article .line[lang=zh-Hans]:not(:has(.word))").nth(20)).to_be_attached()  # and afterwards


def test_what_other_features_ask_for(visit: Visitor) -> None:
    page = visit()
    found: dict[str, Any] = page.evaluate("""async () => {
        const { learning } = await Reader.learning.load("zh-Hant").then(() => Reader);
        const line = document.getElementById("p4-1");
        const html = line.outerHTML;
        const node = line.firstChild;
        const at = learning.at(node, 5);
        const spans = learning.wrap(line);
        const same = learning.at(spans[2].firstChild, 0);
        const word = learning.word(spans[2]);
        learning.unwrap(line);
        return { text: at.word.text, id: at.id, start: at.start, same: same.word.text, word: word.word.text,
                 levels: at.word.levels, between: learning.at(node, 12), undone: line.outerHTML === html,
                 count: spans.length };
    }""")
    assert (found["text"], found["id"], found["start"]) == ("國際", "p4-1", 4)
    assert found["same"] == found["word"] == "國際"
    assert found["levels"]["hsk-2025"] > 0
    assert found["between"] is None
    assert found["undone"] is True
    assert found["count"] == 6


def test_a_text_without_data_has_no_such_settings(visit: Visitor) -> None:
    page = visit("minimal/hello/index.html?readings=pinyin&script=hans")
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("dialog", name="Settings")).to_be_visible()
    expect(page.get_by_role("group", name="Learning")).to_have_count(0)
    assert page.evaluate("Reader.learning") is None


def test_without_scripts_the_text_is_as_typed(visit: Visitor) -> None:
    page = visit(f"{REPORT}?readings=pinyin&script=hans", js=False)
    expect(line(page, "p4-1")).to_be_visible()
    expect(line(page, "p4-1")).to_have_text("加快建設國際科技創新中心，")


@pytest.mark.parametrize("rubbish", ["<<<", '{"readings":"klingon","script":7,"above":"<b>:x","tones":null}'])
def test_rubbish_in_the_storage_changes_nothing(visit: Visitor, rubbish: str) -> None:
    page = visit(before=f"localStorage.setItem('bilingual-reader', {rubbish!r})")
    chosen(page, "Readings", "Pinyin")
    expect(page.locator(READ).first).to_be_attached()


@SIZES
@pytest.mark.parametrize("colours", ["light", "sepia", "dark"])
def test_axe_finds_nothing_with_all_of_it_on(visit: Visitor, size: dict[str, int], colours: str) -> None:
    page = visit(f"{REPORT}?readings=pinyin&tones=hues&script=hans&theme={colours}", size=size)
    expect(page.locator(READ).first).to_be_attached()
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("group", name="Learning")).to_be_visible()
    assert violations(page) == []
