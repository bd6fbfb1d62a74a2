"""The page of cards: asked, answered, taken back, left and gone on with, over http and from files."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import COLOURS, SIZES, violations
from tests.browser.visiting import NARROW, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])
PAGE = "report/report/cards.html"
THREE = "#words=發展,創新,區塊"


def cards_page(visit: Visitor, query: str = THREE, **reader: object) -> Page:
    """The page with its first card."""
    page = visit(PAGE + query, **reader)
    expect(page.locator("main").get_by_role("button", name="Show the answer")).to_be_visible()
    return page


def face(page: Page) -> Locator:
    """What the card shows."""
    return page.locator(".face")


def counts(page: Page) -> str:
    """New, learning, due."""
    return " ".join(re.findall(r"\d+", page.locator(".counts").inner_text())[:3])


@OVER
def test_a_word_is_asked_in_its_sentence_and_answered(visit: Visitor, over: str) -> None:
    page = cards_page(visit, over=over)
    assert counts(page) == "3 0 0"
    expect(face(page).locator("mark")).to_have_text("創新")
    expect(face(page)).not_to_contain_text("to bring forth new ideas")
    page.get_by_role("button", name="Show the answer").click()
    expect(face(page)).to_contain_text("chuàngxīn")
    expect(face(page)).to_contain_text("innovation")
    answers = [button.inner_text().split("\n") for button in page.locator(".acts button").all()]
    assert answers == [["Again", "1 min"], ["Hard", "6 min"], ["Good", "10 min"], ["Easy", "8 days"]]
    page.get_by_role("button", name="Easy").click()
    assert counts(page) == "2 0 0"
    page.reload()
    expect(face(page).locator("mark")).to_have_text("發展")
    assert counts(page) == "2 0 0"


def test_help_is_out_of_focus_until_it_is_wanted(visit: Visitor) -> None:
    page = cards_page(visit)
    aid = page.locator(".help")
    expect(aid).to_have_attribute("aria-hidden", "true")
    assert "blur" in aid.evaluate("box => getComputedStyle(box).filter")
    page.keyboard.press("p")
    expect(aid).not_to_have_attribute("aria-hidden", "true")
    expect(aid).to_contain_text("innovation")
    assert aid.evaluate("box => getComputedStyle(box).filter") == "none"


@OVER
def test_the_keyboard_does_all_and_takes_it_back(visit: Visitor, over: str) -> None:
    page = cards_page(visit, over=over)
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Good")).to_be_focused()
    page.keyboard.press("1")
    expect(face(page).locator("mark")).to_have_text("發展")
    assert counts(page) == "2 1 0"
    page.keyboard.press("u")
    expect(face(page).locator("mark")).to_have_text("創新")
    assert counts(page) == "3 0 0"
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("4")
    expect(face(page)).to_contain_text("That is all for today.")
    expect(face(page)).to_contain_text("Next card: in 8 days")
    kept = json.loads(page.evaluate("localStorage['bilingual-reader-cards']"))
    assert sorted(kept["cards"]) == ["zh 创新", "zh 区块", "zh 发展"]


def test_a_day_brings_so_many_new_cards(visit: Visitor) -> None:
    page = cards_page(visit)
    page.get_by_label("New cards a day").fill("1")
    page.get_by_label("New cards a day").press("Tab")
    assert counts(page) == "1 0 0"
    page.get_by_role("button", name="Show the answer").click()
    page.get_by_role("button", name="Easy").click()
    expect(face(page)).to_contain_text("2 new cards left for other days")
    page.get_by_role("button", name="Learn 2 more new cards today").click()
    expect(face(page).locator("mark")).to_have_text("發展")


def test_sentences_are_asked_in_either_direction(visit: Visitor) -> None:
    page = cards_page(visit)
    page.locator("#card-deck").select_option("sentences")
    expect(face(page).locator("p[lang=zh-Hant]")).to_have_text("政府工作報告")
    page.get_by_label("Shown first").select_option("en")
    expect(face(page).locator("p")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Show the answer").click()
    expect(face(page).locator("p[lang=zh-Hant]")).to_have_text("政府工作報告")


def test_words_that_are_being_learnt_are_a_deck(visit: Visitor) -> None:
    page = visit("report/report/words.html")
    page.get_by_label("State of 發展", exact=True).select_option("learning")
    page.get_by_role("checkbox", name="Pick 創新", exact=True).check()
    page.get_by_role("link", name="Review as cards").click()
    page.wait_for_url("**/cards.html#words=*")
    expect(face(page).locator("mark")).to_have_text("創新")
    page.locator("#card-deck").select_option("learning")
    expect(face(page).locator("mark")).to_have_text("發展")
    assert counts(page) == "1 0 0"


def test_the_script_and_the_readings_of_the_reader_are_those_of_the_card(visit: Visitor) -> None:
    page = cards_page(visit, f"?script=hans&readings=zhuyin&tones=hues{THREE}")
    expect(face(page).locator("mark")).to_have_text("创新")
    expect(face(page).locator("mark").locator("..")).to_have_attribute("lang", "zh-Hans")
    page.keyboard.press("Space")
    expect(face(page).locator(".said")).to_have_text("ㄔㄨㄤˋ ㄒㄧㄣ")
    expect(face(page).locator(".letter").first).to_have_attribute("data-tone", "4")


def test_how_far_the_cards_are_goes_into_a_file_and_out_of_it(visit: Visitor, tmp_path: Path) -> None:
    page = cards_page(visit)
    page.keyboard.press("Space")
    page.keyboard.press("4")
    page.get_by_text("What I know").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save everything").click()
    download.value.save_as(tmp_path / "all.json")
    fresh = cards_page(visit)
    fresh.get_by_text("What I know").click()
    fresh.locator("#known-file").set_input_files(tmp_path / "all.json")
    expect(fresh.locator(".told")).to_contain_text("Cards: 1 added, 0 changed, 0 as before.")
    assert counts(fresh) == "2 0 0"


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })",
        'localStorage.setItem(\'bilingual-reader-cards\', \'{"cards":{"zh 创新":[1]},"perDay":"x"}\')',
    ],
)
def test_storage_that_throws_or_holds_rubbish_changes_nothing(visit: Visitor, storage: str) -> None:
    page = cards_page(visit, before=storage)
    page.keyboard.press("Space")
    page.keyboard.press("4")
    assert counts(page) == "2 0 0"


def test_an_address_without_such_words_says_so(visit: Visitor) -> None:
    page = visit(f"{PAGE}#words=%E0%A4,無此詞")
    expect(page.locator(".counts")).to_be_visible()
    page.goto(visit.address(f"{PAGE}#words=無此詞"))
    page.locator("#card-deck").select_option("chosen")
    expect(face(page)).to_contain_text("There are no cards here yet.")
    expect(face(page).get_by_role("link")).to_have_attribute("href", "words.html")


def test_shortcuts_can_be_switched_off(visit: Visitor) -> None:
    page = cards_page(visit, before="localStorage.setItem('bilingual-reader', '{\"keys\":\"off\"}')")
    page.keyboard.press("Space")  # the button has the focus
    expect(face(page)).to_contain_text("innovation")
    page.keyboard.press("4")
    assert counts(page) == "3 0 0"


def test_without_scripts_the_page_leads_to_the_decks(visit: Visitor) -> None:
    page = visit(PAGE, js=False)
    expect(page.get_by_text("複習卡片需要 JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="report.apkg")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_the_window(visit: Visitor, width: int) -> None:
    page = cards_page(visit, size={**NARROW, "width": width})
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@SIZES
@COLOURS
def test_axe_finds_nothing(visit: Visitor, size: dict[str, int], colours: str) -> None:
    page = cards_page(visit, f"?theme={colours}{THREE}", size=size)
    assert violations(page) == []
    page.keyboard.press("Space")
    assert violations(page) == []
