"""Tell headings in plain text by their numbering, and rank them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from site_builder.draft import Block
from site_builder.drafting.letters import width

_HAN_NUMBER = "[〇零一二三四五六七八九十百千0-9０-９]+"
_UNIT = r"[%％億亿萬万倍級级版折]|(?:hundred|thousand|million|billion|trillion|times|percent|per)\b"  # of a quantity
_COUNT = r"(?:[ivxlc]+|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
_ROMAN = r"(?=[IVXLC])(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})"
# Forms of numbering, the highest rank first, with the letters they may open with; the forms of a rank are translations
# of each other. Each is compiled when a text first opens with such a letter.
_FORMS = (
    ("第pPbBvV", rf"(?i:第\s*{_HAN_NUMBER}\s*[編编部卷]|(?:part|book|volume)\s+{_COUNT})"),
    ("第cClL", rf"(?i:第\s*{_HAN_NUMBER}\s*[章回篇講讲課课]|(?:chapter|lesson|lecture)\s+{_COUNT})"),
    ("第sS", rf"(?i:第\s*{_HAN_NUMBER}\s*[節节]|section\s+{_COUNT})"),
    ("一二三四五六七八九十百IVXLC", rf"[一二三四五六七八九十百]+、|{_ROMAN}[.、:：]\s*(?=\S)"),
    ("（(ABCDEFGH", r"[（(][一二三四五六七八九十]+[)）]|[A-H][.]\s+"),
    ("0123456789", r"\d{1,2}[.．、]\s*(?=[^\d\s.])"),
    ("0123456789", rf"\d{{1,2}}\.\d{{1,2}}\.?\s*(?=[^\d\s.])(?!{_UNIT})"),
    ("0123456789", r"\d{1,2}(?:\.\d{1,2}){2,3}\.?\s*(?=[^\d\s.])"),
    ("（(", r"[（(]\d{1,2}[)）]|[（(][a-z][)）]"),
)
_OPENING = frozenset("".join(letters for letters, _ in _FORMS))
_BARE = rf"(?P<roman>{_ROMAN})\s+(?=[A-Z])|(?P<figure>\d{{1,2}})\s+(?=[^\d\s])"
_CLOSED = frozenset("。．.，,；;！!…：:、—-")
_FIRST = 11  # the highest rank: below those of # to ######
_IN_LISTS = _FIRST + 3  # from this rank on, headings one after the other are a list
_FEWEST = 3  # so many of them
_WIDEST = 120  # columns, the longest heading: more is a paragraph that opens with a number


def rank(text: str) -> int:
    """The rank of the numbering that opens `text`, the lower the higher; 0 where there is none."""
    first = text[:1]
    if first not in _OPENING or not short(text):
        return 0
    ranked = enumerate(_FORMS, _FIRST)
    return next((rank for rank, (letters, form) in ranked if first in letters and re.match(form, text)), 0)


def common_rank(texts: Sequence[str]) -> int:
    """The rank of a heading that stands in several languages, 0 when it is none. All are short, and one at least is
    numbered as headings are; a bare number (`I Review`, `1 Scope`) will do where every language has the same."""
    if not all(map(short, texts)):
        return 0
    if found := next(filter(None, map(rank, texts)), 0):
        return found
    bare = [re.match(_BARE, text) for text in texts]
    if len(texts) < 2 or not all(bare) or len({match and match[0].strip() for match in bare}) > 1:
        return 0
    return _FIRST + (3 if bare[0] and bare[0]["roman"] else 5)


def short(text: str) -> bool:
    """Whether a text is short enough for a heading and has no mark at its end that closes a sentence."""
    if len(text) > _WIDEST or text.rstrip("”’」』\"')）")[-1:] in _CLOSED:
        return False
    return 2 * len(text) <= _WIDEST or width(text) <= _WIDEST


def levelled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with levels of headings in place of ranks: from 1 and without a gap, so that readers never meet h2
    followed by h4. Numbered lines in a row are a list."""
    found = [block.level for block in blocks if block.kind == "heading"]
    listed = set(_in_lists(blocks)) if any(rank >= _IN_LISTS for rank in found) else set()
    ranks = {block.level for at, block in enumerate(blocks) if block.kind == "heading" and at not in listed}
    level = {rank: min(level, 6) for level, rank in enumerate(sorted(ranks), 1)}
    return [
        (replace(block, kind="item", level=1) if at in listed else replace(block, level=level[block.level]))
        if block.kind == "heading"
        else block
        for at, block in enumerate(blocks)
    ]


def _in_lists(blocks: Sequence[Block]) -> Iterator[int]:
    at = 0
    for (kind, rank), run in groupby(blocks, key=lambda block: (block.kind, block.level)):
        length = len(list(run))
        if kind == "heading" and rank >= _IN_LISTS and length >= _FEWEST:
            yield from range(at, at + length)
        at += length
