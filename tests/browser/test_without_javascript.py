"""With scripts switched off the whole text is there, columns by width, notes as links, and no dead controls."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import NARROW, WIDE, Visitor


def letters(text: str) -> str:
    """The letters of a text: marks of notes and the setting of punctuation aside."""
    return re.sub(r"[\W\d_]", "", text)


OVER = pytest.mark.parametrize("over", ["http", "file"])


@OVER
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_all_of_the_text_is_shown(visit: Visitor, built: Path, over: str, size: dict[str, int]) -> None:
    page = visit(over=over, size=size, js=False)
    article = letters(page.locator("article").inner_text())
    data = json.loads((built / "report/report/report.json").read_text(encoding="utf-8"))
    for section in data["sections"]:
        for pair in section["pairs"]:
            for segment in pair["segments"]:
                for language in data["languages"]:
                    assert letters(segment[language]) in article, segment["id"]
    assert page.locator(".line:visible").count() == page.locator(".line").count()


@OVER
def test_columns_on_a_wide_window_rows_on_a_phone(visit: Visitor, over: str) -> None:
    tops = {}
    for name, size in (("wide", WIDE), ("narrow", NARROW)):
        page = visit(over=over, size=size, js=False)
        chinese, english = (page.locator(f"#p4 .text[lang={tag}]").bounding_box() for tag in ("zh-Hant", "en"))
        assert chinese
        assert english
        tops[name] = english["y"] - chinese["y"]
    assert abs(tops["wide"]) < 24
    assert tops["narrow"] > 24


@OVER
def test_notes_are_links_there_and_back(visit: Visitor, over: str) -> None:
    page = visit(over=over, js=False)
    page.locator("article a.mark:not(.borrowed)", has_text="5").click()
    assert page.url.endswith("#n5")
    expect(page.locator("#n5")).to_be_in_viewport()
    page.locator("#n5 .back a").click()
    assert page.url.endswith("#r5")


def test_numbers_and_contents_are_links(visit: Visitor) -> None:
    page = visit(js=False)
    page.locator("#p5 > a.number").click()
    assert page.url.endswith("#p5")
    page.locator('#contents a[href="#p9"]').click()
    assert page.url.endswith("#p9")


def test_nothing_is_shown_that_needs_a_script(visit: Visitor) -> None:
    page = visit(js=False)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)


@OVER
@pytest.mark.parametrize("path", ["report/index.html", "full/index.html", "report/404.html"])
def test_every_page_leads_on(visit: Visitor, path: str, over: str) -> None:
    page = visit(path, over=over, js=False)
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url.split("#")[0].endswith("index.html")
    expect(page.get_by_role("main")).to_be_visible()
