"""Long bilingual texts, made rather than kept: parts with chapters of paragraphs; notes, links and ids among them."""

from collections.abc import Iterator

GUIDE = """# 導讀

# A Guide

先讀[最後一段](river.md#the-end)。

Read [the last paragraph](river.md#the-end) first.
"""
NUMERALS = "零一二三四五六七八九十"


def book(chapters: int = 6, paragraphs: int = 5, parts: int = 2) -> str:
    """A Markdown text with a title, a line before the first heading, and `parts` of `chapters` with `paragraphs` each.

    The first chapter of each part links to the last paragraph of the text, and its second paragraph has a note; one
    note is used in every part.
    """
    return "\n\n".join(_blocks(chapters, paragraphs, parts)) + "\n"


def _blocks(chapters: int, paragraphs: int, parts: int) -> Iterator[str]:
    yield "# 河邊的書\n\n# The Book by the River"
    yield "一句話放在最前面。\n\nOne sentence stands in front."
    for part in range(1, parts + 1):
        yield f"## 第{NUMERALS[part]}部\n\n## Part {part}"
        for chapter in range(1, chapters + 1):
            yield f"### {part}之{chapter}章 {{#chapter-{part}-{chapter}}}\n\n### Chapter {part}.{chapter}"
            for number in range(1, paragraphs + 1):
                yield _paragraph(part, chapter, number, (part, chapter, number) == (parts, chapters, paragraphs))
    yield "[^all]: 各部都用的注。\n\n    A note that every part uses."
    for part in range(1, parts + 1):
        yield f"[^{part}]: 第{NUMERALS[part]}部的注。\n\n    The note of part {part}."


def _paragraph(part: int, chapter: int, number: int, last: bool) -> str:
    name = f"{part}.{chapter}.{number}"
    chinese, english = f"第{name}段說到河水。河水流得很慢。", f"Paragraph {name} tells of the river. The river is slow."
    if chapter == 1 and number == 1:
        chinese, english = f"{chinese}見[最後一段](#the-end)。", f"{english} See [the last paragraph](#the-end)."
    if chapter == 1 and number == 2:
        chinese, english = f"{chinese}[^{part}]", f"{english}[^{part}][^all]"
    return f"{chinese}\n\n{english}" + (" {#the-end}" if last else "")
