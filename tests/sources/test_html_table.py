"""A web page is read as these outlines say."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.draft import Draft, Reading, Source, SourceFile
from site_builder.hypertext.elements import parsed_html
from site_builder.pairing.assemble import assemble
from site_builder.sources.html_table import SOURCE
from tests.cases import Case, cases
from tests.notation import outline


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "html_table"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    matches(
        case, outline(SOURCE.read(Source("text", "html_table", (SourceFile("text.html", case.input.encode()),)), ()))
    )


_MARKS = st.one_of(
    st.sampled_from(["<p>", "</p>", "<h2>", "</h2>", "<li>", "<ul>", "</ul>", "<ol start=3>", "<br>", "<hr>", "<div>"]),
    st.sampled_from(
        ["<table>", "</table>", "<tr>", "<td>", "<td colspan=9999>", "<td rowspan=9>", "<th>", "<caption>"]
    ),
    st.sampled_from(
        ["<em>", "</em>", "<b>", "<a href=#x>", "</a>", '<p id="x">', "<img src=a.png alt=flower>", "<pre>"]
    ),
    st.sampled_from(["<a href=javascript:x>", "&nbsp;", "&", "<", "<!--", "-->", "<span lang=fr>", "<blockquote>"]),
    st.sampled_from(
        ["春天。", "夏天的夜晚", "Rain. ", "on 5", "\n", " ", "[^1]", "English", "中文", "第一章 ", "|", "5\x01"]
    ),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(_MARKS, max_size=40).map("".join))
@example("<table><td>春天。<tr><td><td>")  # a cell that is in no row
def test_no_markup_raises_and_no_letter_is_lost(text: str) -> None:
    reading = _read(text)
    root = parsed_html(SourceFile("text.html", text.encode()))
    if isinstance(root, tuple):
        assert reading.draft is None
        return
    kept = _texts(reading.draft) if reading.draft else ""
    assert {letter for image in root.iter("img") for letter in image.get("alt", "")} <= set(kept)
    assert set(filter(str.isalpha, "".join(root.itertext()))) <= set(kept)
    if not any(True for _ in root.iter("pre")):  # code that stands twice is the same in both languages
        assert not Counter(filter(str.isalpha, "".join(root.itertext()))) - Counter(kept)
    if reading.draft:
        assemble(reading.draft, "text", "text.html")


def _texts(draft: Draft) -> str:
    lines = [line for block in draft.blocks for row in block.rows for line in row]
    lines += [line for note in draft.notes for body in note.bodies for line in body]
    return "".join(line.text for line in lines)


@pytest.mark.parametrize("charset", ["big5", "gb18030", "utf-8", "no-such-charset"])
def test_a_page_may_say_its_encoding(charset: str) -> None:
    page = f"<html><meta charset={charset}><p>春天來了。</p><p>Spring has come.</p></html>"
    data = page.encode(charset if charset != "no-such-charset" else "utf-8")
    reading = SOURCE.read(Source("text", "html_table", (SourceFile("text.html", data),)), ())
    assert reading.draft
    assert reading.draft.blocks[0].rows[0][0].text == "春天來了。"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<p>" + "春天來了".encode("big5"), "not-utf-8"),
        (b"<div>" * 400 + b"x", "too-deep"),
        (b"", "empty-file"),
        (b"\0\0\0\0", "not-utf-8"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, problem: str) -> None:
    reading = SOURCE.read(Source("text", "html_table", (SourceFile("text.html", data),)), ())
    assert reading.draft is None
    assert [each.code for each in reading.problems] == [problem]


def test_the_languages_of_the_site_tell_columns_of_one_script_apart() -> None:
    page = b"<table><tr><td>Le printemps.</td><td>Spring.</td></tr></table>"
    reading = SOURCE.read(Source("text", "html_table", (SourceFile("text.html", page),)), ("fr", "en"))
    assert reading.draft
    assert reading.draft.languages == ("fr", "en")
    assert not reading.problems


def _read(text: str) -> Reading:
    return SOURCE.read(Source("text", "html_table", (SourceFile("text.html", text.encode()),)), ())
