"""A document in one file, opened from a folder: everything works, nothing is asked for, no policy is broken."""

import re
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Page, expect

from tests.browser.glossed import click
from tests.browser.test_accessibility import violations
from tests.browser.visiting import NARROW, WIDE, Visitor, lit

LISTEN = "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))"
FILE = "away 帶走/報告 1.html"  # where no site is beside it


@pytest.fixture
def alone(visit: Visitor, built: Path) -> Visitor:
    """A visitor to files that were taken away from their sites; anything asked for besides is a fault."""
    for name, source in (
        ("報告 1", "report/report/report"),
        ("river", "long/river/river"),
        ("full", "full/features/features"),
    ):
        place = built / f"away 帶走/{name}.html"
        place.parent.mkdir(exist_ok=True)
        copyfile(built / f"{source}.html", place)
    return visit


def opened(alone: Visitor, path: str = FILE, query: str = "", **reader: object) -> Page:
    context = alone.context(before=LISTEN, **reader)  # type: ignore[arg-type]
    page = context.new_page()
    alone.watch(page)
    address = alone.address(path, "file")
    page.on("request", lambda request: _is_it(request.url) or alone.faults.append(f"asked for {request.url}"))
    page.goto(address + query)
    return page


def _is_it(url: str) -> bool:
    return url.startswith(("data:", "blob:")) or bool(re.search(r"away[^/]*/[^/]*\.html([?#]|$)", url))


def test_views_and_settings(alone: Visitor) -> None:
    page = opened(alone)
    page.get_by_role("radio", name="Interlinear").click()
    expect(page.locator("html")).to_have_attribute("data-view", "rows")
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("radio", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-appearance", "dark")


def test_a_note_opens(alone: Visitor) -> None:
    page = opened(alone)
    page.locator("article a.mark:not(.borrowed)").first.click()
    expect(page.get_by_role("dialog", name="Note")).to_be_visible()


def test_the_text_is_searched(alone: Visitor) -> None:
    page = opened(alone)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("創新")
    expect(page.locator("#results a").first).to_be_visible()
    assert (
        page.locator("#results a").evaluate_all("(all) => all.map((each) => each.getAttribute('href')[0])").count("?")
    )
    expect(page.locator("#results a.lines")).to_have_count(0)  # that page is not here
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_hidden()
    assert "創新" in page.evaluate("[...CSS.highlights.get('hits')].map(String)")


def test_what_was_searched_for_may_be_meant(alone: Visitor) -> None:
    page = opened(alone)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("zhengfu")
    page.locator(".meant").get_by_text("政府").click()
    expect(page.locator("#results a").first).to_be_visible()


def test_an_address_says_what_is_lit_and_where(alone: Visitor) -> None:
    page = opened(alone, query="?q=%E5%89%B5%E6%96%B0&view=rows#p4-1")
    expect(page.locator("html")).to_have_attribute("data-view", "rows")
    expect(page.locator("#p4-1")).to_be_in_viewport()
    assert page.evaluate("Reader.passage()") == ["p4-1"]


def test_readings_scripts_and_cards_of_words(alone: Visitor) -> None:
    page = opened(alone, query="?readings=pinyin&script=hans")
    expect(page.locator("#p1 .line").first).to_contain_text("政府工作报告")
    expect(page.locator("#p1 [data-reading], #p1 .word").first).to_be_attached()
    click(page, "加快")
    card = page.locator("#gloss-card")
    expect(card).to_contain_text("jiākuài")
    assert card.locator(".foot a").get_attribute("href") is None  # nobody knows where the licences are
    expect(card.locator(".foot a")).to_contain_text("CC-CEDICT")


def test_a_citation_is_copied(alone: Visitor) -> None:
    page = opened(alone, query="#p4-1")
    page.locator("#p4 a.number").click()
    page.locator("#segment-menu").get_by_role("button", name="English").click()
    expect(page.locator(".toast")).to_be_visible()
    assert "Report on the Work of the Government".lower() in page.evaluate("navigator.clipboard.readText()").lower()


def test_it_is_presented_and_shared(alone: Visitor) -> None:
    page = opened(alone)
    page.evaluate("Reader.present('p4-1')")
    expect(page.locator("dialog[open]")).to_contain_text("加快建設")
    page.keyboard.press("Escape")
    page.evaluate("Reader.share(['p4-1'])")
    expect(page.get_by_role("textbox", name="Address")).to_have_value(
        re.compile(r"/%E5%A0%B1%E5%91%8A%201\.html#p4-1$")
    )


def test_where_the_site_is_known_addresses_are_its_own(alone: Visitor) -> None:
    page = opened(alone, "away 帶走/river.html")
    page.evaluate("Reader.share(['p4-1'])")
    expect(page.get_by_role("textbox", name="Address")).to_have_value("https://example.org/river/index.html#p4-1")
    assert page.evaluate("Reader.there('licences.html')") == "https://example.org/licences.html"


def test_all_of_a_long_text_is_there(alone: Visitor) -> None:
    page = opened(alone, "away 帶走/river.html", "#the-end")
    expect(page.locator(".pair:has(#the-end)")).to_be_in_viewport()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("Paragraph 1.2.3")
    page.locator("#results a").first.click()
    lit(page, ["1.2.3", "Paragraph", "1.2.3"])


def test_every_kind_of_block_is_there(alone: Visitor) -> None:
    page = opened(alone, "away 帶走/full.html")
    broken = "[...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.alt)"
    for picture in page.locator("article img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("(image) => image.decode()")
    assert page.evaluate(broken) == []


def test_without_scripts_it_is_whole(alone: Visitor) -> None:
    page = opened(alone, js=False)
    expect(page.locator(".pair")).to_have_count(10)
    expect(page.locator("#n5")).to_be_visible()
    expect(page.locator(".scripted").first).to_be_hidden()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(alone: Visitor, size: dict[str, int]) -> None:
    for colours in ("light", "sepia", "dark"):
        page = opened(alone, query=f"?theme={colours}", size=size)
        page.get_by_role("button", name="Settings").click()
        assert violations(page) == []


def test_nothing_is_wider_than_a_telephone(alone: Visitor) -> None:
    page = opened(alone, size={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
