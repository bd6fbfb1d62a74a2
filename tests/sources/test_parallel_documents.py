"""Documents, books and pages a language are read into a stream each. In a case, `>>> name.zh.html` begins a page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.draft import Source, SourceFile
from site_builder.pairing.assemble import assemble
from site_builder.sources.parallel_documents import SOURCE
from tests.cases import Case, cases
from tests.notation import outline
from tests.sources.archives import book
from tests.sources.test_docx import written


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "parallel_documents"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    _, *parts = re.split(r"^>>> (.+)\n", case.input, flags=re.MULTILINE)
    files = tuple(SourceFile(path, text.encode()) for path, text in zip(parts[::2], parts[1::2], strict=True))
    matches(case, outline(SOURCE.read(Source("text", "parallel_documents", files), ())))


def test_a_document_and_a_book_make_one_text() -> None:
    files = (
        SourceFile("spring.en.docx", written("! Spring\nThe *flowers* are out.\nWe go to the park.")),
        SourceFile("spring.zh.epub", book({"a.xhtml": "<h1>春</h1><p>花開了。</p><p>我們去公園。</p>"})),
    )
    reading = SOURCE.read(Source("spring", "parallel_documents", files), ())
    assert reading.draft
    assert not reading.problems
    document, problems = assemble(reading.draft, "spring", files[0].path)
    assert not problems
    assert document.languages == ("zh-Hant", "en")
    assert document.title == ("春", "Spring")
    assert [(pair.kind, pair.text(0), pair.text(1)) for pair in document.pairs()] == [
        ("title", "春", "Spring"),
        ("paragraph", "花開了。", "The flowers are out."),
        ("paragraph", "我們去公園。", "We go to the park."),
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("mengzi.zh.docx", "mengzi"),
        ("mengzi_zh-Hant.epub", "mengzi"),
        ("mengzi/en.html", "mengzi"),
        ("zh.docx", ""),
        ("report.docx", None),
        ("report.final.docx", None),
        ("mengzi.zh.md", None),
    ],
)
def test_claim_takes_names_that_end_in_a_language(path: str, name: str | None) -> None:
    assert SOURCE.claim(path) == name
