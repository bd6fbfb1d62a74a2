"""Long documents by their outline, for tests of where they are cut.

A line `title` is a title block, `# title` a heading that is the title, `7` seven paragraphs, `## 7` a heading of the
second level and seven paragraphs. Behind the number, `lead 5` makes every fifth paragraph a lead, `item` all of them
items, and `of 900` gives each 900 characters.
"""

import re
from collections.abc import Iterator

from site_builder.model import Document, Line, Pair, PairKind, Section, Segment

_LINE = re.compile(r"(#*) ?(title|\d+)(?: lead (\d+))?( item)?(?: of (\d+))?")


def outlined(text: str) -> Document:
    """The document of an outline. Its title is 書, Book; a heading's text is its level and the number of its pair."""
    sections: list[Section] = []
    count = 0
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        assert match, line
        level = len(match[1])
        if level or not sections:
            sections.append(Section(f"s{sum(bool(each.level) for each in sections) + 1}" if level else "s0", level, ()))
        pairs = tuple(_pairs(match, level, count))
        count += len(pairs)
        last = sections[-1]
        sections[-1] = Section(last.id, last.level, (*last.pairs, *pairs))
    return Document("book", ("zh-Hant", "en"), ("書", "Book"), tuple(sections))


def _pairs(match: re.Match[str], level: int, before: int) -> Iterator[Pair]:
    if match[2] == "title":
        yield pair(before + 1, "heading" if level else "title", "書", "Book", level)
        return
    if level:
        before += 1
        yield pair(before, "heading", f"{level} {before}", f"{level} {before}", level)
    for number in range(1, int(match[2]) + 1):
        lead = bool(match[3]) and (number - 1) % int(match[3]) == 0
        kind: PairKind = "lead" if lead else "item" if match[4] else "paragraph"
        yield pair(before + number, kind, "字" * (int(match[5] or 8) // 2), "a" * (int(match[5] or 8) // 2))


def pair(number: int, kind: PairKind, first: str, second: str, level: int = 0) -> Pair:
    """A pair of one segment."""
    return Pair(f"p{number}", kind, (Segment(f"p{number}-1", (Line(first), Line(second))),), level)
