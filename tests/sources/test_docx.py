"""A Word document is read as these outlines say. In a case, each line is a paragraph or what its mark makes of it."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from site_builder.draft import Reading, Source, SourceFile
from site_builder.sources.docx import SOURCE
from tests.cases import Case, cases
from tests.notation import outline, told
from tests.sources.archives import members, packed

_STYLES = {"#": "Heading 1", "##": "Heading 2", "!": "Title", "-": "List Bullet", "1.": "List Number", ">": "Quote"}


def read(data: bytes, path: str = "text.docx") -> Reading:
    return SOURCE.read(Source("text", "docx", (SourceFile(path, data),)), ())


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "docx"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    matches(case, outline(read(written(case.input))))


def test_foot_and_end_notes_are_notes() -> None:
    data = written("孟子見梁惠王@1。\nMencius went to see King Hui@2.")
    notes = {
        "word/footnotes.xml": _notes("footnote", {"1": "魏惠王。"}),
        "word/endnotes.xml": _notes("endnote", {"1": "Of Wei."}),
    }
    data = changed(data, lambda xml: xml.replace("@1", _mark("footnote")).replace("@2", _mark("endnote")), notes)
    assert outline(read(data)).split("\n")[1:] == [
        "paragraph @1",
        "  孟子見梁惠王‹1›。",
        "  Mencius went to see King Hui‹2›.",
        "note 1 @3",
        "  魏惠王。",
        "  -",
        "note 2 @4",
        "  -",
        "  Of Wei.",
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "empty-file", id="empty"),
        pytest.param(b"\xd0\xcf\x11\xe0 an old .doc", "not-a-zip", id="no zip"),
        pytest.param(b"PK\x03\x04 cut", "not-a-zip", id="cut off"),
        pytest.param(lambda: written("春。")[:-200], "not-a-zip", id="cut off later"),
        pytest.param(lambda: packed({"a.txt": "x"}), "not-a-zip", id="no document"),
        pytest.param(lambda: packed({"[Content_Types].xml": "<a/>"}), "not-a-zip", id="no parts"),
        pytest.param(lambda: packed({"word/document.xml": "<w:p"}), "not-xml", id="no XML"),
        pytest.param(lambda: packed({"word/document.xml": "0" * (80 * 2**20)}), "too-large", id="bomb"),
        pytest.param(
            lambda: packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "xml-entities",
            id="entities",
        ),
        pytest.param(lambda: written(""), "empty-file", id="no text"),
        pytest.param(lambda: changed(written("春。"), lambda xml: _nested(xml, 80)), "too-deep", id="nested"),
        pytest.param(lambda: changed(written("春。"), lambda xml: _nested(xml, 90)), "not-xml", id="nested deeper"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes | Callable[[], bytes], problem: str) -> None:
    reading = read(data if isinstance(data, bytes) else data())
    assert reading.draft is None
    assert [told.code for told in reading.problems] == [problem]
    assert all(told.hint and told.place.path.startswith("text.docx") for told in reading.problems)


def test_formulas_are_missed() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
    data = changed(written("春。\nSpring."), lambda xml: xml.replace("</w:p>", f"{formula}</w:p>", 1))
    assert [told(problem) for problem in read(data).problems] == ["! part-left-out: parts are not read: oMath"]


def written(text: str) -> bytes:
    """A document of a text: `#` and the like set a style, `**bold**` and `*italics*` a run, `a | b` is a table row."""
    document = docx.Document()
    table = None
    for line in text.split("\n"):
        cells = line.split(" | ")
        if len(cells) > 1:
            table = table or document.add_table(0, len(cells))
            for cell, content in zip(table.add_row().cells, cells, strict=True):
                _runs(cell.paragraphs[0], content)
        else:
            table = None
            _paragraph(document, line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _paragraph(document: Document, line: str) -> None:
    mark, gap, rest = line.partition(" ")
    style = _STYLES.get(mark) if gap else None
    _runs(document.add_paragraph(style=style), rest if style else line)


def _runs(paragraph: Paragraph, text: str) -> None:
    for part in re.split(r"(\*\*.+?\*\*|\*.+?\*)", text):
        run = paragraph.add_run(part.strip("*").replace("\\", "\n"))
        run.bold, run.italic = (
            part.startswith("**") or None,
            (part.startswith("*") and not part.startswith("**")) or None,
        )


def changed(data: bytes, change: Callable[[str], str], others: dict[str, str] | None = None) -> bytes:
    """The document with its main part changed and other parts added."""
    parts = members(data)
    return packed({**parts, "word/document.xml": change(parts["word/document.xml"]), **(others or {})})


def _nested(xml: str, depth: int) -> str:
    opening, closing = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    return xml.replace("<w:p>", f"{opening}<w:p>", 1).replace("</w:p>", f"</w:p>{closing}", 1)


def _mark(kind: str) -> str:
    return f'</w:t></w:r><w:r><w:{kind}Reference w:id="1"/></w:r><w:r><w:t>'


def _notes(kind: str, texts: dict[str, str]) -> str:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'
        for number, text in texts.items()
    )
    return f'<w:{kind}s xmlns:w="{words}">{notes}</w:{kind}s>'
