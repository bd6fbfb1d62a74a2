"""The page of words: found, narrowed, sorted, picked, taken along, over http and from files."""

import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import COLOURS, SIZES, violations
from tests.browser.visiting import NARROW, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])
PAGE = "report/report/words.html"


def words_page(visit: Visitor, query: str = "", **reader: object) -> Page:
    """The page with its words, when the scripts have taken over."""
    page = visit(PAGE + query, **reader)
    expect(page.get_by_role("checkbox", name=re.compile("^Pick these"))).to_be_visible()
    return page


def entries(page: Page) -> Locator:
    """The words that are shown."""
    return page.locator(".vocables > li")


def entry(page: Page, word: str) -> Locator:
    """The entry of a word."""
    return entries(page).filter(has=page.locator("b", has_text=re.compile(f"^{word}$")))


def found(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until so many words are shown, and said."""
    expect(page.locator(".found")).to_contain_text(text)


def pick(page: Page, *words: str) -> None:
    for word in words:
        page.get_by_role("checkbox", name=f"Pick {word}", exact=True).check()


@OVER
def test_words_are_found_by_characters_pinyin_and_english(visit: Visitor, over: str) -> None:
    page = words_page(visit, over=over)
    field = page.get_by_role("searchbox")
    asking = [("发展", "發展", 1), ("chuangxin", "創新", 2), ("growth", "發展", 1), ("qū kuài", "區塊", 1)]
    for asked, word, count in asking:
        field.fill(asked)
        expect(entries(page)).to_have_count(count)
        expect(entry(page, word)).to_be_visible()
    field.fill("qqq")
    expect(page.locator(".found")).to_have_text("No such words")
    expect(page.get_by_role("status").first).to_have_text("No such words")


def test_words_are_narrowed_and_the_address_says_how(visit: Visitor) -> None:
    page = words_page(visit)
    page.locator("main").get_by_label("Level", exact=True).select_option("-2")
    levels = [text.split()[-1] for text in page.locator(".vocables .level").all_text_contents()]
    assert levels
    assert set(levels) == {"1", "2"}
    page.get_by_label("List", exact=True).select_option("HSK 2.0")
    page.locator("main").get_by_label("Level", exact=True).select_option("6")
    page.get_by_label("Sort by").select_option("sound")
    assert page.evaluate("location.search") == "?list=hsk-2.0&level=6&sort=sound"
    texts = page.locator(".vocables b").all_text_contents()
    again = words_page(visit, "?list=hsk-2.0&level=6&sort=sound")
    assert again.locator(".vocables b").all_text_contents() == texts
    assert {text.strip() for text in again.locator(".vocables .level").all_text_contents()} == {"HSK 2.0 6"}


def test_words_are_sorted(visit: Visitor) -> None:
    page = words_page(visit, "?sort=count")
    counts = [int(text[:-1]) for text in page.locator(".vocables .times").all_text_contents()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_label("Sort by").select_option("sound")
    expect(entries(page).first.locator("b")).to_have_text("版")
    letters = [unicodedata.normalize("NFD", text)[0] for text in page.locator(".reading").all_text_contents() if text]
    assert letters == sorted(letters, key=str.lower)


def test_rubbish_in_the_address_changes_nothing(visit: Visitor) -> None:
    page = words_page(visit, "?list=x&level=99&band=%00&state=__proto__&sort=constructor&q=%E0%A4")
    expect(entries(page)).to_have_count(0)
    page.get_by_role("searchbox").fill("")
    expect(entries(page).first).to_be_visible()
    found(page, re.compile(r"^(\d+) of \1 words"))


@OVER
def test_a_word_shows_where_it_stands_with_the_translation(visit: Visitor, over: str) -> None:
    page = words_page(visit, over=over)
    button = page.get_by_role("button", name="1×, show where 區塊 stands")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    place = entry(page, "區塊").get_by_role("listitem")
    expect(place.locator("mark")).to_have_text("區塊")
    expect(place.locator("p[lang=en]")).to_contain_text("blockchain")
    place.get_by_role("link").click()
    page.wait_for_url("**/report/index.html#p7-2")
    expect(page.locator("#p7-2")).to_be_in_viewport()


@OVER
def test_what_one_knows_stays_and_other_tabs_follow(visit: Visitor, over: str) -> None:
    page = words_page(visit, over=over)
    other = page.context.new_page()
    visit.watch(other)
    other.goto(visit.address(PAGE, over))
    state = page.get_by_label("State of 發展", exact=True)
    state.select_option("known")
    expect(other.get_by_label("State of 發展", exact=True)).to_have_value("known")
    found(page, "known 1 ")
    page.reload()
    expect(page.get_by_label("State of 發展", exact=True)).to_have_value("known")
    assert page.evaluate("Reader.known.has('發展') && Reader.known.has('发展')")
    assert page.evaluate("JSON.parse(localStorage['bilingual-reader-words'])") == {"zh": {"known": ["发展"]}}
    page.get_by_label("State", exact=True).select_option("known")
    expect(entries(page)).to_have_count(1)


def test_everything_up_to_a_level_is_known(visit: Visitor) -> None:
    page = words_page(visit)
    page.get_by_text("What I know").click()
    page.get_by_label("All I know of HSK 3.0 (2025):").select_option("up to level 3")
    expect(page.get_by_label("State of 發展", exact=True)).to_have_value("known")
    expect(page.locator("reader-known .census")).to_contain_text(re.compile(r"You know [1-9]\d?%"))
    page.get_by_label("State of 發展", exact=True).select_option("new")
    page.reload()
    expect(page.get_by_label("State of 發展", exact=True)).to_have_value("new")
    expect(page.get_by_label("State of 工作", exact=True)).to_have_value("known")


def test_the_keyboard_walks_the_words_and_puts_them_into_states(visit: Visitor) -> None:
    page = words_page(visit)
    page.get_by_role("checkbox", name="Pick 政府", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("checkbox", name="Pick 工作", exact=True)).to_be_focused()
    page.keyboard.press("l")
    expect(page.get_by_label("State of 工作", exact=True)).to_have_value("learning")
    expect(page.get_by_role("status").first).to_have_text("工作: learning")
    page.keyboard.press("Space")
    expect(page.get_by_role("group", name="Picked words")).to_contain_text("1 word picked")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("checkbox", name="Pick 政府", exact=True).focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_all_that_are_shown_are_picked_and_a_run_of_them(visit: Visitor) -> None:
    page = words_page(visit, "?level=1")
    count = entries(page).count()
    everything = page.get_by_role("checkbox", name=f"Pick these {count}")
    everything.check()
    bar = page.get_by_role("group", name="Picked words")
    expect(bar).to_contain_text(f"{count} words picked")
    page.reload()
    expect(everything).to_be_checked()
    bar.get_by_role("button", name="Unpick all").click()
    expect(bar).to_be_hidden()
    boxes = page.locator(".vocables .pick input")
    boxes.nth(1).click()
    boxes.nth(4).click(modifiers=["Shift"])
    expect(bar).to_contain_text("4 words picked")
    assert everything.evaluate("box => box.indeterminate")


@OVER
def test_picked_words_are_taken_along(visit: Visitor, over: str, tmp_path: Path) -> None:
    page = words_page(visit, over=over)
    pick(page, "創新", "發展")
    bar = page.get_by_role("group", name="Picked words")
    with page.expect_download() as download:
        bar.get_by_role("button", name="Table for Anki").click()
    download.value.save_as(tmp_path / "words.tsv")
    assert download.value.suggested_filename == "report.words.tsv"
    rows = (tmp_path / "words.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[4] for row in rows if not row.startswith("#")] == ["創新", "發展"]
    with page.expect_download() as download:
        bar.get_by_role("button", name="Word list").click()
    download.value.save_as(tmp_path / "words.txt")
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "創新\n發展\n"
    bar.get_by_role("button", name="Copy").click()
    expect(page.locator(".toast")).to_have_text("Words copied: 2")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0].split("\t")[:2] == ["創新", "chuàngxīn"]


@OVER
def test_what_one_knows_is_saved_and_read_again(visit: Visitor, over: str, tmp_path: Path) -> None:
    page = words_page(visit, over=over)
    page.get_by_label("State of 發展", exact=True).select_option("known")
    page.get_by_text("What I know").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save everything").click()
    download.value.save_as(tmp_path / "all.json")
    fresh = words_page(visit, over=over)
    fresh.get_by_text("What I know").click()
    fresh.locator("#known-file").set_input_files(tmp_path / "all.json")
    expect(fresh.locator(".told")).to_have_text("Words: 1 added, 0 changed, 0 as before.")
    expect(fresh.get_by_label("State of 發展", exact=True)).to_have_value("known")
    (tmp_path / "list.txt").write_text("創新\n區塊鏈\n發展\n", encoding="utf-8")
    fresh.get_by_label("a plain list counts as").select_option("learning")
    fresh.locator("#known-file").set_input_files(tmp_path / "list.txt")
    expect(fresh.get_by_label("State of 創新", exact=True)).to_have_value("learning")
    expect(fresh.get_by_label("State of 發展", exact=True)).to_have_value("known")
    (tmp_path / "photo.txt").write_bytes(b"\x00\x01\xff" * 99)
    fresh.locator("#known-file").set_input_files(tmp_path / "photo.txt")
    expect(fresh.locator(".told")).to_have_text("There is nothing to be used in photo.txt.")


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })",
        "for (const key of ['words', 'picked', 'cards']) localStorage.setItem(`bilingual-reader-${key}`, '{\"zh\":[')",
        "localStorage.setItem('bilingual-reader-words', '[1]'); localStorage.setItem('bilingual-reader-picked', '7')",
    ],
)
def test_storage_that_throws_or_holds_rubbish_changes_nothing(visit: Visitor, storage: str) -> None:
    page = words_page(visit, before=storage)
    page.get_by_label("State of 發展", exact=True).select_option("known")
    found(page, "known 1 ")
    pick(page, "創新")
    expect(page.get_by_role("group", name="Picked words")).to_contain_text("1 word picked")


def test_the_card_of_a_word_in_the_text_says_the_same(visit: Visitor) -> None:
    page = words_page(visit)
    page.get_by_label("State of 發展", exact=True).select_option("known")
    page.goto(visit.address("report/report/index.html"))
    page.evaluate("Reader.load(document.querySelector('reader-gloss').dataset.known.replace(/^[./]+/, ''))")
    page.locator("#p4-1").focus()
    page.keyboard.press("j")
    page.keyboard.press("g")
    card = page.get_by_role("dialog", name="Word")
    expect(card.get_by_role("group")).to_be_visible()
    card.get_by_role("button", name="learning").click()
    assert "learning" in page.evaluate("Object.keys(JSON.parse(localStorage['bilingual-reader-words']).zh)")


def test_the_interface_speaks_chinese(visit: Visitor) -> None:
    page = visit(PAGE, locale="zh-TW")
    expect(page.get_by_role("heading", name="生詞表")).to_be_visible()
    expect(page.get_by_label("狀態", exact=True)).to_be_visible()
    expect(page.get_by_label("「發展」的狀態")).to_have_value("new")


def test_without_scripts_the_page_is_whole(visit: Visitor) -> None:
    page = visit(PAGE, js=False)
    expect(entry(page, "區塊")).to_contain_text("sector")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    entry(page, "區塊").get_by_role("link").click()
    page.wait_for_url("**/report/index.html#p7-2")


@pytest.mark.parametrize("width", [320, 360, 700, 1024])
def test_nothing_is_wider_than_the_window(visit: Visitor, width: int) -> None:
    page = words_page(visit, size={**NARROW, "width": width})
    pick(page, "創新")
    entry(page, "創新").locator(".times").click()
    page.get_by_text("What I know").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@SIZES
@COLOURS
def test_axe_finds_nothing(visit: Visitor, size: dict[str, int], colours: str) -> None:
    page = words_page(visit, f"?theme={colours}", size=size)
    page.get_by_label("State of 發展", exact=True).select_option("learning")
    pick(page, "創新")
    entry(page, "年").locator(".times").click()
    page.get_by_text("What I know").click()
    assert violations(page) == []
