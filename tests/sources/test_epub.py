"""A book is read as these outlines say. In a case, `>>> path` begins one of its texts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.draft import Reading, Source, SourceFile
from site_builder.sources.epub import SOURCE
from tests.cases import Case, cases
from tests.notation import outline
from tests.sources.archives import CONTAINER, book, members, packed


def read(data: bytes) -> Reading:
    return SOURCE.read(Source("text", "epub", (SourceFile("text.epub", data),)), ())


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "epub"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    head, *parts = re.split(r"^>>> (.+)\n", case.input, flags=re.MULTILINE)
    matches(case, outline(read(book(dict(zip(parts[::2], parts[1::2], strict=True)), head.strip()))))


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"", ["empty-file text.epub"]),
        (b"no archive", ["not-a-zip text.epub"]),
        (packed({"a": "b"}), ["not-a-zip text.epub"]),
        (packed({"META-INF/container.xml": "<container"}), ["not-xml text.epub/META-INF/container.xml"]),
        (packed(CONTAINER), ["not-a-zip text.epub"]),
        (packed({**CONTAINER, "OEBPS/content.opf": "<package/>"}), ["not-a-zip text.epub"]),
        (book({"a.xhtml": ""}), ["empty-file text.epub"]),
        (book({"a.xhtml": "x"}, others={"OEBPS/a.xhtml": "0" * (80 * 2**20)}), ["too-large text.epub"]),
        (
            book({"a.xhtml": "x"}, others={"META-INF/encryption.xml": '<a><CipherReference URI="OEBPS/a.xhtml"/></a>'}),
            ["encrypted text.epub"],
        ),
        (
            book({"a.xhtml": '<!DOCTYPE html [<!ENTITY a "b">]><html><body>&a;</body></html>'}),
            ["xml-entities text.epub/OEBPS/a.xhtml"],
        ),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, problems: list[str]) -> None:
    reading = read(data)
    assert reading.draft is None
    assert [f"{problem.code} {problem.place.path}" for problem in reading.problems] == problems
    assert all(problem.hint for problem in reading.problems)


def test_a_text_that_is_not_there_or_broken_leaves_the_others() -> None:
    data = book({"a.xhtml": "<p>春。</p><p>Spring.</p>", "b.xhtml": "<!-- --><p>夏。<p>Summer.", "c.xhtml": "x"})
    shorter = packed({name: text for name, text in members(data).items() if not name.endswith("c.xhtml")})
    reading = read(shorter)
    assert reading.draft
    assert [block.rows[0][0].text for block in reading.draft.blocks] == ["春。", "夏。"]
    assert [(problem.code, problem.place.path) for problem in reading.problems] == [
        ("not-xml", "text.epub/OEBPS/b.xhtml"),
        ("missing-part", "text.epub"),
    ]
