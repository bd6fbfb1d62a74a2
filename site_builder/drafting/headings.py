"""Tell headings in plain text by their numbering, and rank them."""

import re
from collections.abc import Iterable

_HAN_NUMBER = "[〇零一二三四五六七八九十百千0-9０-９]+"
# Forms of numbering, the highest rank first; forms of one row are translations of each other.
_FORMS = tuple(
    (rank, re.compile(form, re.IGNORECASE if rank < 4 else 0))
    for rank, form in (
        (1, rf"第\s*{_HAN_NUMBER}\s*[編编部卷]|(?:part|book|volume)\s+(?:[ivxlc]+|\d+|one|two|three|four|five)\b"),
        (2, rf"第\s*{_HAN_NUMBER}\s*[章回篇講讲課课]|(?:chapter|lesson|lecture)\s+(?:[ivxlc]+|\d+|one|two|three|four|five)\b"),
        (3, rf"第\s*{_HAN_NUMBER}\s*[節节]|section\s+(?:[ivxlc]+|\d+|one|two|three|four|five)\b"),
        (4, r"[一二三四五六七八九十百]+、|(?=[IVXLC])(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})(?:[.、:：]\s*|\s+)(?=\S)"),
        (5, r"[（(][一二三四五六七八九十]+[)）]|[A-Z][.]\s+"),
        (6, r"\d{1,2}(?:[.．、]\s*|\s+)(?=[^\d\s.])"),
        (7, r"\d{1,2}\.\d{1,2}\.?\s*(?=[^\d\s.%％])"),
        (8, r"\d{1,2}(?:\.\d{1,2}){2,3}\.?\s*(?=[^\d\s.])"),
        (9, r"[（(]\d{1,2}[)）]|[（(][a-z][)）]"),
    )
)
_OPENING = re.compile(r"[第一二三四五六七八九十（(\dA-Za-z]")
_CLOSED = re.compile(r"[。．.，,；;！!…：:、—-][”’」』\"')）]*$")
_LONGEST = 120  # letters, the longest heading: more is a paragraph that opens with a number


def rank(text: str) -> int:
    """The rank of the numbering that opens `text`, 1 the highest; 0 where there is none: `一、工作回顧` → 4."""
    if not _OPENING.match(text) or not short(text):
        return 0
    return next((rank for rank, form in _FORMS if form.match(text)), 0)


def short(text: str) -> bool:
    """Whether a text is short enough for a heading and has no mark at its end that closes a sentence."""
    return len(text) <= _LONGEST and not _CLOSED.search(text)


def levels(ranks: Iterable[int]) -> dict[int, int]:
    """The level for each rank that occurs, from 1 and without a gap, so that readers never meet h2 followed by h4."""
    return {rank: min(level, 6) for level, rank in enumerate(sorted(set(ranks)), 1)}
