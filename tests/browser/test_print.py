"""On paper: both languages, the notes, and nothing that can only be clicked."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.visiting import Visitor, squeezed


def printed(visit: Visitor, path: str, folder: Path, js: bool = True) -> str:
    """The text of the page's PDF, without white space."""
    pdf = folder / "page.pdf"
    pdf.write_bytes(visit(path, js=js).pdf(format="A4"))
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return squeezed(text)


@pytest.mark.parametrize("query", ["", "?view=columns", "?view=rows", "?view=reveal", "?view=columns&grain=segment"])
def test_both_languages_are_on_paper(visit: Visitor, tmp_path: Path, query: str) -> None:
    text = printed(visit, f"report/report/index.html{query}", tmp_path)
    assert "經濟高質量發展" in text
    for words in (
        "Emphasis was placed on developing",
        "setting a new record",
        "They refer to Zhongguancun Science City",
    ):
        assert squeezed(words) in text
    for words in ("總數突破211萬戶", "政府工作報告"):
        assert words in text


@pytest.mark.parametrize(
    ("view", "missing"), [("first", "Emphasis was placed"), ("second", "加快建設國際科技創新中心")]
)
def test_one_language_alone_is_printed_alone(visit: Visitor, tmp_path: Path, view: str, missing: str) -> None:
    assert squeezed(missing) not in printed(visit, f"report/report/index.html?view={view}", tmp_path)


def test_without_javascript(visit: Visitor, tmp_path: Path) -> None:
    text = printed(visit, "report/report/index.html", tmp_path, js=False)
    assert "總數突破211萬戶" in text
    assert squeezed("setting a new record") in text


def test_no_chrome_on_paper(visit: Visitor, tmp_path: Path) -> None:
    text = printed(visit, "report/report/index.html?ui=en", tmp_path)
    for words in ("Side by side", "Interlinear", "Shortcuts", "Skip to the text", "Search both languages"):
        assert squeezed(words) not in text


def test_pages_are_numbered_and_the_address_is_given(visit: Visitor, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    page = visit("report/report/index.html")
    pdf.write_bytes(page.pdf(format="A4", prefer_css_page_size=True))
    pages = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    sheets = [sheet for sheet in pages.split("\f") if sheet.strip()]
    assert len(sheets) > 1
    assert page.url in sheets[-1]
    for number, sheet in enumerate(sheets, 1):
        assert f"{number}/{len(sheets)}" in squeezed(sheet)


@pytest.mark.parametrize("dark", [False, True])
def test_paper_is_white(visit: Visitor, dark: bool) -> None:
    page = visit("report/report/index.html?theme=dark" if dark else "report/report/index.html?theme=sepia")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor)"
    )
    assert set(colours) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    ink = page.locator('.line[data-segment="p4-1"]').first.evaluate("line => getComputedStyle(line).color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200


def test_the_cover_fills_its_first_sheet(visit: Visitor, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(visit("report/index.html").pdf(format="A4"))
    first = subprocess.run(["pdftotext", "-l", "1", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert "Contents" in first
    assert "report.json" not in printed(visit, "report/index.html", tmp_path)


def test_notes_stand_below_the_text_they_belong_to(visit: Visitor) -> None:
    page = visit()
    page.emulate_media(media="print")
    text, note = (page.locator(place).bounding_box() for place in ("#p4 .text >> nth=0", "#n5 .bodies"))
    assert text
    assert note
    assert text["x"] == note["x"]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_each_sheet_says_what_it_is_and_where_it_was_read(visit: Visitor, tmp_path: Path, size: str) -> None:
    pdf = tmp_path / "page.pdf"
    page = visit("report/report/index.html?view=columns")
    pdf.write_bytes(page.pdf(format=size))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    sheets = [sheet for sheet in text.split("\f") if sheet.strip()]
    assert len(sheets) <= 5
    for sheet in sheets:
        assert squeezed("政府工作報告 · REPORT ON THE WORK OF THE GOVERNMENT") in squeezed(sheet)
        assert page.url.partition("?")[0] in sheet


def test_type_is_that_of_books_whatever_is_chosen_on_the_screen(visit: Visitor) -> None:
    page = visit("report/report/index.html")
    page.evaluate("document.documentElement.style.setProperty('--size', '1.6')")
    page.emulate_media(media="print")
    size = page.locator("#p4 .text >> nth=0").evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    assert 10 <= size * 72 / 96 <= 11


def test_no_row_begins_with_a_closing_mark(visit: Visitor, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(visit("report/report/index.html?view=first").pdf(format="A4"))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    starts = {row.strip()[:1] for row in text.splitlines() if row.strip()}
    assert not starts & set("。，、；：”）」』！？")


def test_where_a_learner_can_go_on_is_not_for_paper(visit: Visitor, tmp_path: Path) -> None:
    assert squeezed("Flash cards") not in printed(visit, "report/report/index.html?ui=en", tmp_path)
