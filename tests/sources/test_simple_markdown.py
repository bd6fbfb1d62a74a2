"""A text that is cut without the parser is cut as the parser would cut it."""

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from site_builder import markup
from site_builder.markdown_parser import inline
from site_builder.model import Line
from site_builder.simple_markdown import is_simple, pieces

# What begins blocks in Markdown, and what a line may be made of besides.
OPENINGS = [
    "# ",
    "## ",
    "###### ",
    "####### ",
    "#",
    "> ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "１. ",
    "```",
    "~~~",
    "::: en",
]
OPENINGS += [
    "[^1]: ",
    "[^note]:",
    "[^1]:\t",
    "[a]: b",
    "[^1]",
    "[1]",
    "| ",
    "|--|",
    "---",
    "***",
    "_ _",
    "===",
    "    ",
    "\u3000",
]
WORDS = [
    "甲",
    "b",
    " ",
    "1",
    ".",
    "。",
    "*",
    "**",
    "_",
    "`",
    "|",
    "#",
    " #",
    "{#x}",
    "[^1]",
    "![p](q.png)",
    "<b>",
    "\\",
    "  ",
]
lines = st.tuples(st.sampled_from(["", "", "", *OPENINGS]), st.lists(st.sampled_from(WORDS), max_size=4)).map(
    lambda parts: parts[0] + "".join(parts[1])
)
texts = st.lists(lines, max_size=7).map("\n".join)
simple_lines = st.sampled_from(
    ["", "", "", "甲。", "b c", "# 甲 | b", "## b {#x}", "[^1]: 甲", "[^n]: b", "!", "**b** 甲", "甲  "]
)


def assert_cut_alike(text: str) -> None:
    assert list(pieces(text, "a.md", 3)) == markup._parsed(text, "a.md", 3).pieces


@given(texts | st.lists(simple_lines, max_size=9).map("\n".join))
@settings(max_examples=1000)
def test_the_parser_cuts_a_simple_text_the_same_way(text: str) -> None:
    event(f"simple: {is_simple(text)}")
    if is_simple(text):
        assert_cut_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲。\n\nb.",
        "# 甲\nb\n## c | 丁\n\n[^1]: e\nf\n\n[^2]: 庚",
        "甲 [^1]\nb\n[^1]: c\n[^2]: d\n# e",
        "*甲* 乙\n**b** c",
        "2.0 版\n\n2024年",
    ],
)
def test_texts_of_paragraphs_headings_and_notes_are_simple(text: str) -> None:
    assert is_simple(text)
    assert_cut_alike(text)


@pytest.mark.parametrize(
    "text", ["- a", "a\n---", "a\n  b", "1. a", "> a", "| a |", "[a]: b", "# ", "# a #", "[^1]:", "* * *", "** *"]
)
def test_every_other_kind_of_block_is_left_to_the_parser(text: str) -> None:
    assert not is_simple(text)
    assert not is_simple(f"甲。\n{text}\n")


@given(st.text(alphabet="甲b &;#a<[^]1R*_`~\\!.", max_size=14))
def test_text_without_markup_reads_as_the_parser_reads_it(text: str) -> None:
    if not markup._MARKUP.search(text):
        assert markup._line(inline(text, {})) == Line(text)
