"""Worksheets on paper: on A4 and Letter, with the key on the last page, and no row or grid cut."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import COLOURS, SIZES, violations
from tests.browser.visiting import NARROW, Visitor, squeezed

LESSONS = "report/report"  # where site.toml asks for what learners are told
KINDS = ["words", "cloze", "match", "fold", "grids", "strips"]
LEVEL = "list=hsk-2025&level=3"


def sheet(visit: Visitor, query: str, **reader: object) -> Page:
    """The page of worksheets when it has laid out what the address asks for."""
    page = visit(f"{LESSONS}/worksheet.html?seed=k3f9&{query}", **reader)
    expect(page.locator(".sheets")).to_have_attribute("data-kind", page.url.split("kind=")[1].split("&")[0])
    return page


def printed(page: Page, folder: Path) -> list[str]:
    """The text of each page of the PDF, without white space."""
    pdf = folder / "sheet.pdf"
    pdf.write_bytes(page.pdf(prefer_css_page_size=True))
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    return [squeezed(each) for each in done.stdout.split("\f")[:-1]]


def size(folder: Path) -> str:
    done = subprocess.run(["pdfinfo", str(folder / "sheet.pdf")], capture_output=True, text=True, check=True)
    return next(line for line in done.stdout.splitlines() if line.startswith("Page size"))


@pytest.mark.parametrize(("paper", "width"), [("a4", "594"), ("letter", "612")])
@pytest.mark.parametrize("kind", KINDS)
def test_paper(visit: Visitor, tmp_path: Path, kind: str, paper: str, width: str) -> None:
    pages = printed(sheet(visit, f"kind={kind}&paper={paper}&{LEVEL}&ui=en"), tmp_path)
    assert width in size(tmp_path)
    assert all(len(text) > 20 for text in pages), "an empty page"
    first = pages[0]
    for said in ("政府工作報告", "REPORTONTHEWORKOFTHEGOVERNMENT", "DeliveredattheSecondSession", "Name", "Date"):
        assert said in first
    assert not any("Shuffleagain" in text or "Copylink" in text for text in pages)
    assert ("Answerkey" in pages[-1]) == (kind in ("cloze", "match", "strips"))


@pytest.mark.parametrize("kind", ["cloze", "match", "strips"])
def test_the_key_has_a_page_of_its_own(visit: Visitor, tmp_path: Path, kind: str) -> None:
    page = sheet(visit, f"kind={kind}&{LEVEL}&ui=en")
    pages = printed(page, tmp_path)
    number = f"{len(pages)}/{len(pages)}"
    assert pages[-1].removeprefix(number).startswith("Answerkey")
    assert not any("Answerkey" in text for text in pages[:-1])
    assert squeezed(page.url) in pages[-1]


def test_the_key_of_gaps_is_right(visit: Visitor) -> None:
    page = sheet(visit, f"kind=cloze&count=6&{LEVEL}")
    answers = page.locator(".answers li").all_inner_texts()
    assert sorted(answers) == sorted(page.locator(".given span").all_inner_texts())
    text = squeezed(page.evaluate("Object.values(Reader.take('lines/report').lines).map(([line]) => line).join('')"))
    for line in page.locator(".sentence").all():
        said = line.evaluate(
            "(line, answers) => { for (const gap of line.querySelectorAll('.space')) "
            "gap.textContent = answers[Number(gap.textContent) - 1]; return line.textContent; }",
            answers,
        )
        assert squeezed(said) in text


def test_no_row_and_no_grid_is_cut(visit: Visitor) -> None:
    for kind, row in (("words", "tr"), ("grids", ".grids li"), ("strips", ".strips li"), ("fold", ".fold tr")):
        page = sheet(visit, f"kind={kind}")
        page.emulate_media(media="print")
        assert page.locator(row).first.evaluate("row => getComputedStyle(row).breakInside") == "avoid"


def test_words_stand_by_level_with_readings_and_meanings(visit: Visitor) -> None:
    page = sheet(visit, f"kind=words&{LEVEL}&ui=en")
    row = page.get_by_role("row").filter(has_text="創新")
    for said in ("创新", "chuàngxīn", "innovation"):
        expect(row).to_contain_text(said)
    groups = page.get_by_role("rowheader").all_inner_texts()
    assert groups[0] == "HSK 3.0 (2025) 4"
    assert groups[-1] == "not in the list"
    page.get_by_label("With meanings").uncheck()
    expect(page.locator(".sheet").first.get_by_text("innovation")).to_have_count(0)
    expect(page.locator(".key").get_by_text("innovation").first).to_be_visible()


def test_characters_are_written_in_grids_with_zhuyin(visit: Visitor) -> None:
    page = sheet(visit, f"kind=grids&count=6&readings=zhuyin&script=hans&grid=mi&{LEVEL}")
    expect(page.locator(".grids > li")).to_have_count(6)
    cells = page.locator(".grids > li").first.locator(".cell")
    expect(cells).to_have_count(10)
    boxes = [box for cell in cells.all() if (box := cell.bounding_box())]
    assert all(abs(box["width"] - box["height"]) < 1 for box in boxes)
    assert page.locator(".cell path").first.get_attribute("d") == "M50 0V100M0 50H100M0 0L100 100M100 0L0 100"
    assert any("ㄅ" <= letter <= "ㄩ" for letter in page.locator(".caption b").first.inner_text())
    expect(page.locator(".cells").first).to_have_attribute("lang", "zh-Hans")


def test_readings_stand_above_the_words_of_a_sentence(visit: Visitor) -> None:
    page = sheet(visit, "kind=fold&from=p3&to=p3&readings=pinyin")
    expect(page.locator("ruby", has_text="發展").first.locator("rt")).to_have_text("fāzhǎn")


def test_a_seed_gives_the_same_sheet(visit: Visitor) -> None:
    first, second = (
        sheet(visit, "kind=match", over=over).locator(".matching").inner_text() for over in ("http", "file")
    )
    assert first == second
    page = sheet(visit, "kind=match")
    page.get_by_role("button", name="Shuffle again").click()
    expect(page.locator(".matching")).not_to_have_text(first)


def test_without_scripts_a_sheet_to_fold_stands_there(visit: Visitor, tmp_path: Path) -> None:
    page = visit(f"{LESSONS}/worksheet.html", js=False)
    expect(page.locator(".fold tbody tr")).to_have_count(52)
    expect(page.locator("form")).to_be_hidden()
    text = "".join(printed(page, tmp_path))
    assert "總數突破211萬戶" in text
    assert "settinganewrecord" in text


@COLOURS
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_mend(visit: Visitor, kind: str, colours: str) -> None:
    assert violations(sheet(visit, f"kind={kind}&theme={colours}&{LEVEL}")) == []


@SIZES
@pytest.mark.parametrize("kind", KINDS)
def test_it_fits(visit: Visitor, kind: str, size: dict[str, int]) -> None:
    narrow = {**size, "width": 320} if size == NARROW else size
    page = sheet(visit, f"kind={kind}&{LEVEL}", size=narrow)
    assert page.evaluate("document.documentElement.scrollWidth") <= narrow["width"]
    inside = (
        "element => element.getBoundingClientRect().right <= element.closest('.sheet').getBoundingClientRect().right"
    )
    for element in page.locator(".sheet-body > *").all():
        assert element.evaluate(inside)
