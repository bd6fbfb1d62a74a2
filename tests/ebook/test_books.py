"""Electronic books hold the whole document under its own ids, whatever the text says. EPUBCheck has the last word on
their form (tests/validators)."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from site_builder.config import Config
from site_builder.ebook.volume import book
from site_builder.files import read
from site_builder.model import Document, Line, Pair, Section, Segment
from site_builder.rendering.theme import load_theme
from site_builder.site import Site
from tests.built_sites import ROOT, build

X = "{http://www.w3.org/1999/xhtml}"
THEME = load_theme("reader", {
    str(path.relative_to(ROOT / "themes/reader")): path.read_bytes()
    for path in sorted((ROOT / "themes/reader").rglob("*")) if path.is_file()
})  # fmt: skip


def site(**settings_: object) -> Site:
    """A site without other documents."""
    return Site(Config(**settings_), THEME)  # type: ignore[arg-type]


def document(*texts: tuple[str, str], kind: str = "paragraph") -> Document:
    """A document with a pair for each two texts."""
    pairs = tuple(
        Pair(f"p{at}", kind, (Segment(f"p{at}-1", (Line(chinese), Line(english))),))  # type: ignore[arg-type]
        for at, (chinese, english) in enumerate(texts, 1)
    )
    return Document("fox", ("zh-Hant", "en"), ("狐", "Fox"), (Section("s0", 0, pairs),), path="fox.md")


def members(data: bytes) -> dict[str, bytes]:
    """The files of a book."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(data: bytes) -> "list[etree._Element]":
    """The pages of a book in the order of reading, parsed as XML."""
    files = members(data)
    package = etree.fromstring(files["EPUB/package.opf"])
    spine = [item.get("idref") for item in package.iter("{*}itemref")]
    names = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    return [etree.fromstring(files[f"EPUB/{names[name]}"]) for name in spine]


def ids(pages: "list[etree._Element]") -> list[str]:
    """The segments that the pages have."""
    found = (str(element.get("id")) for page in pages for element in page.iter() if element.get("id"))
    return [name for name in found if re.fullmatch(r"p\d+-\d+", name)]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report with its books, and with what learners are told."""
    folder = tmp_path_factory.mktemp("books")
    (folder / "content").mkdir()
    (folder / "content/report.txt").write_bytes((ROOT / "content/report.txt").read_bytes())
    (folder / "content/site.toml").write_text("[learning]\n", encoding="utf-8")
    done = build("--content", folder / "content", "--output", folder / "site", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site/report"


@pytest.mark.parametrize("ending", ["epub", "interlinear.epub", "ruby.epub"])
def test_every_segment_is_there_once_under_its_id(report: Path, ending: str) -> None:
    data = (report / f"report.{ending}").read_bytes()
    shown = re.findall(r'data-segment="(p\d+-\d+)" id=', (report / "index.html").read_text(encoding="utf-8"))
    assert shown
    assert ids(texts(data)) == shown


@pytest.mark.parametrize("ending", ["epub", "interlinear.epub", "ruby.epub"])
def test_every_link_inside_has_an_end(report: Path, ending: str) -> None:
    files = members((report / f"report.{ending}").read_bytes())
    pages = {name: etree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}
    known = {f"{name}#{element.get('id')}" for name, page in pages.items() for element in page.iter()}
    links = [
        (name, str(link.get("href")))
        for name, page in pages.items()
        for link in page.iter(f"{X}a")
        if "://" not in str(link.get("href"))
    ]
    assert any("notes.xhtml#n5" in link for _, link in links)
    for name, link in links:
        file, _, fragment = link.partition("#")
        place = f"EPUB/{file}" if file else name
        assert f"{place}#{fragment}" in known if fragment else place in files


def test_readings_stand_over_words_and_are_no_part_of_the_text(report: Path) -> None:
    plain, ruby = (texts((report / f"report.{ending}").read_bytes()) for ending in ("epub", "ruby.epub"))
    readings = [rt.text for page in ruby for rt in page.iter(f"{X}rt")]
    assert {"chuàngxīn", "Běijīng", "kējì"} <= set(readings)
    for page in ruby:
        for reading in list(page.iter(f"{X}rt")):
            reading.text = ""
    assert ["".join(page.itertext()) for page in ruby][2:-1] == ["".join(page.itertext()) for page in plain][2:-1]


def test_the_archive_begins_with_what_it_is(report: Path) -> None:
    with ZipFile(report / "report.epub") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert archive.read("mimetype") == b"application/epub+zip"


def test_two_builds_are_the_same_bytes() -> None:
    made = document(("一。", "One."))
    assert book(made, "paragraphs", site()) == book(made, "paragraphs", site())


@given(st.text(), st.text(), st.sampled_from(["paragraph", "verse", "heading", "lead", "item", "title", "code"]))
@settings(max_examples=60, deadline=None)
def test_any_text_is_well_formed_and_shown_as_typed(chinese: str, english: str, kind: str) -> None:
    for edition in ("paragraphs", "interlinear"):
        pages = texts(book(document((chinese, english), kind=kind), edition, site()))  # type: ignore[arg-type]
        shown = "".join("".join(page.itertext()) for page in pages)
        scripts = [element for page in pages for element in page.iter(f"{X}script")]
        assert not scripts
        for text in (chinese, "" if kind == "code" else english):
            wanted = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
            assert _letters(wanted) in _letters(shown)


def test_pictures_come_along_but_ask_nothing_of_the_network(tmp_path: Path) -> None:
    pixel = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00"
        b"\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
    )
    (tmp_path / "dot.png").write_bytes(pixel)
    (tmp_path / "fox.md").write_text(
        "狐。\n\nThe fox.\n\n![一點 a dot](dot.png)\n\n![遠方 far](https://example.org/far.png)\n", encoding="utf-8"
    )
    done = build("--content", tmp_path, "--output", tmp_path.parent / "out", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    files = members((tmp_path.parent / "out/fox/fox.epub").read_bytes())
    assert files["EPUB/pictures/1.png"] == read(str(tmp_path), "dot.png")
    assert b'<img src="pictures/1.png" alt="' in files["EPUB/text.xhtml"]
    assert b"example.org" not in files["EPUB/text.xhtml"]
    assert "遠方".encode() in files["EPUB/text.xhtml"]


def _letters(text: str) -> str:
    """What typesetting does not change: no white space, no marks of quotation."""
    return "".join(character for character in text if character.isalnum())
