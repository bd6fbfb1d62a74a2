"""Whatever is in a file, it is read: with a problem that names the place and the next step, and nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.checks import check
from site_builder.draft import Draft, Reading, Source, SourceFile
from site_builder.pairing.assemble import assemble
from site_builder.problems import Problem
from site_builder.sources.interleaved import SOURCE

PAIR = "甲是第一段。\n\nA is the first.\n\n"


def read(data: str | bytes, path: str = "text.md") -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    return SOURCE.read(Source("text", "interleaved", (SourceFile(path, raw),)), ())


def problems(data: str | bytes, path: str) -> list[Problem]:
    """Everything that is told of a text by reader, pairing and checks."""
    reading = read(data, path)
    if reading.draft is None:
        return list(reading.problems)
    document, found = assemble(reading.draft, "text", path)
    return [*reading.problems, *found, *check(document)]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(PAIR.encode("gb18030"), ["not-utf-8 1"], id="not UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + PAIR.encode(), [], id="BOM"),
        pytest.param(PAIR.replace("\n", "\r\n"), [], id="CRLF"),
        pytest.param(PAIR.replace("第", "\0第"), ["control-character 1"], id="NUL"),
        pytest.param("甲。\n\n\u3000\n\nA.\n", [], id="a line of wide spaces"),
        pytest.param("", ["empty-file 0"], id="empty"),
        pytest.param("---\nauthor: x\n---\n", ["empty-file 0"], id="only front matter"),
        pytest.param("甲。\n\n乙。\n", ["one-language 0"], id="one language"),
        pytest.param(PAIR + "乙是第二段。\n", ["unpaired-paragraph 5"], id="unequal paragraphs"),
        pytest.param("甲[^1]。\n\nA.\n", ["mark-without-note 1"], id="mark without note"),
        pytest.param(PAIR + "[^1]: A note.\n", ["note-without-mark 5"], id="note without mark"),
        pytest.param("甲[^1]。\n\nA[^1], B[^1].\n\n[^1]: A note.\n", [], id="note used twice"),
        pytest.param("甲[^1]。\n\nA.\n\n[^1]: One.\n\n[^1]: Two.\n", ["note-twice 7"], id="note defined twice"),
        pytest.param("甲。{#x}\n\nA.\n\n乙。{#x}\n\nB.\n", ["duplicate-id 5"], id="same id twice"),
        pytest.param("甲。{#p3}\n\nA.\n", ["duplicate-id 1"], id="an id of ours"),
        pytest.param("甲[乙](javascript:alert)。\n\nA.\n", ["refused-link 1"], id="javascript"),
        pytest.param("---\ntitle: [\n---\n" + PAIR, ["front-matter 3"], id="front matter"),
        pytest.param("> " * 200 + PAIR, ["too-deep 0"], id="too deep"),
        pytest.param(PAIR + "| 甲 | 乙 |\n|--|--|\n\n| A |\n|--|\n", ["table-shape 8"], id="tables"),
    ],
)
def test_bad_input_is_told_with_its_line(data: str | bytes, told: list[str]) -> None:
    found = problems(data, "text.md")
    assert [f"{problem.code} {problem.place.line}" for problem in found] == told
    assert all(problem.hint and problem.message and problem.place.path == "text.md" for problem in found)


def test_the_report_has_no_problems_because_its_notes_are_english_only() -> None:
    text = '甲“三城一區”。\nThe "three cities"5 did well.\n注釋:\n[5]They refer to cities.\n'
    assert problems(text, "report.txt") == []


def test_scripts_and_templates_are_text() -> None:
    draft = read("甲<script>alert(1)</script>{{ x }}\n\nA {% raw %} <b>b</b>\n").draft
    assert draft is not None
    assert _words(draft) == "甲<script>alert(1)</script>{{x}}A{%raw%}<b>b</b>"


_WORDS = st.sampled_from(
    ["春天的早晨", "It rained", "，", ". ", "。", "\n", "\n\n", "  \n", "一、", "I ", "5", "[5]", '"', " ", "第一章"]
)


@settings(max_examples=300)
@given(st.lists(_WORDS, max_size=30).map("".join))
def test_nothing_of_plain_text_is_lost(text: str) -> None:
    draft = read(text, "text.txt").draft
    kept = _letters(_words(draft)) if draft else []
    assert kept == _letters(text)


_MARKS = st.one_of(
    st.sampled_from([*"*_`[]()<>#|\t\\", "**", "~~", "](", "![", "&amp;", "{#a}", "- ", "1. ", "> ", "    "]),
    st.sampled_from(["春天", "rain ", "\n", "\n\n", "```\n", "---\n", "::: en\n", ":::\n", "title: x\n", "|--|\n"]),
    st.sampled_from(["[^1]", "[^1]: ", "[1]", "注釋:\n"]),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(_MARKS, max_size=40).map("".join))
def test_no_markup_raises(text: str) -> None:
    problems(text, "text.md")
    problems(text, "text.txt")


def _words(draft: Draft) -> str:
    lines = [line for block in draft.blocks for row in block.rows for line in row]
    lines += [line for note in draft.notes for body in note.bodies for line in body]
    return "".join("".join(line.text.split()) for line in lines)


def _letters(text: str) -> list[str]:
    return sorted(letter for letter in text if letter.isalpha())
