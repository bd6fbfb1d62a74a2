"""Books on paper, as other programs read them: poppler's pdfinfo and pdftotext."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.built_sites import ROOT, SITES, build, long_site

pytest.importorskip("weasyprint")


def made(folder: Path, content: Path, *, pdf: str = "") -> Path:
    """The site of this content with PDF."""
    (folder / "content").mkdir()
    for path in content.rglob("*"):
        if path.is_file() and path.name != "site.toml":
            place = folder / "content" / path.relative_to(content)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    settings = f'downloads = ["json", "pdf"]\nbase_url = "https://example.org/"\n[pdf]\n{pdf}\n'
    (folder / "content/site.toml").write_text(settings, encoding="utf-8")
    done = build("--content", folder / "content", "--output", folder / "site", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def text(path: Path, *, first: int = 1, last: int = 0) -> str:
    """What pdftotext reads, row breaks and hyphens at them taken out."""
    pages = ["-f", str(first), *(["-l", str(last)] if last else [])]
    found = subprocess.run(["pdftotext", *pages, path, "-"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"[\s‐\u2060]|-(?=\n)", "", found)


def info(path: Path) -> dict[str, str]:
    """What pdfinfo says."""
    found = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return {key: value.strip() for key, _, value in (line.partition(":") for line in found.splitlines())}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report's book."""
    return made(tmp_path_factory.mktemp("paper"), ROOT / "content") / "report/report.pdf"


def test_the_report_fits_on_few_tagged_pages(report: Path) -> None:
    found = info(report)
    assert int(found["Pages"]) <= 4
    assert found["Tagged"] == "yes"
    assert found["Title"] == "政府工作報告 · REPORT ON THE WORK OF THE GOVERNMENT"
    assert "A4" in found["Page size"]
    assert "CreationDate" not in found


def test_it_is_tagged_as_the_standard_asks(report: Path) -> None:
    said = subprocess.run(["pdfinfo", "-meta", report], capture_output=True, text=True, check=True).stdout
    assert re.search(r"pdfuaid:part\D+1", said)
    tags = subprocess.run(["pdfinfo", "-struct-text", report], capture_output=True, text=True, check=True).stdout
    for tag in ("H1", "H2", "Sect", "P", "Link"):
        assert re.search(rf"(?m)^ *{tag}\b", tags), tag
    assert "Table" not in tags  # two columns are no table


def test_all_fonts_are_embedded(report: Path) -> None:
    fonts = subprocess.run(["pdffonts", report], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +0$", font) for font in fonts)


def test_both_texts_are_there(report: Path) -> None:
    said = text(report)
    for part in ("加快建設國際科技創新中心", "WesteppedupthepaceofbuildingBeijing", "settinganewrecord", "創歷史新高"):
        assert part in said


def test_notes_stand_on_the_page_of_their_mark(report: Path) -> None:
    pages = [text(report, first=page, last=page) for page in range(1, int(info(report)["Pages"]) + 1)]
    for mark, note in (("三城一區”建設", "TheyrefertoZhongguancun"), ("All-in-One-Go”", "”meansservicesareeasily")):
        assert [mark in page for page in pages].index(True) == [note in page for page in pages].index(True)


def test_the_same_text_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    again = made(tmp_path, ROOT / "content") / "report/report.pdf"
    assert again.read_bytes() == report.read_bytes()


def test_rows_and_letter(tmp_path: Path) -> None:
    path = made(tmp_path, ROOT / "content", pdf='size = "letter"\nlayout = "rows"') / "report/report.pdf"
    assert "letter" in info(path)["Page size"]
    assert text(path).count("創歷史新高") == 1


def test_no_row_begins_with_a_closing_mark(report: Path) -> None:
    rows = subprocess.run(["pdftotext", "-layout", report, "-"], capture_output=True, text=True, check=True).stdout
    starts = [row.strip()[:1] for row in rows.splitlines() if row.strip()]
    assert not {"。", "，", "、", "；", "”", "）"} & set(starts)


@pytest.mark.parametrize("name", ["full", "righttoleft", "three"])
def test_whatever_a_text_has_can_be_printed(tmp_path: Path, name: str) -> None:
    site = made(tmp_path, SITES[name])
    books = list(site.glob("*/*.pdf"))
    assert books
    for book in books:
        assert info(book)["Tagged"] == "yes"
        assert len(text(book)) > 100


def test_the_page_offers_it(report: Path) -> None:
    page = (report.parent / "index.html").read_text(encoding="utf-8")
    assert 'href="report.pdf"' in page


def test_a_book_says_its_title_before_its_contents(tmp_path: Path) -> None:
    content = long_site(tmp_path / "river")
    river = made(tmp_path, content) / "river/river.pdf"
    said = text(river, first=1, last=1)
    assert said.index("TheBookbytheRiver") < said.index("Chapter2.6") < said.index("Onesentencestandsinfront")


def test_each_language_runs_in_its_own_direction(tmp_path: Path) -> None:
    garden = made(tmp_path, SITES["righttoleft"]) / "garden/garden.pdf"
    rows = subprocess.run(["pdftotext", "-layout", garden, "-"], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^My grandfather had a small garden behind the house\.", rows, re.MULTILINE)
