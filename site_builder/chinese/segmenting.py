"""The words of Chinese lines: jieba's on the Simplified copy; what CC-CEDICT lacks is split where that gives words.

A token that the dictionary lacks is split by the best path over the dictionary, but only into pieces of two characters
and more (重大项目 → 重大 项目): splitting off single ones (营 商) does more harm than good.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from site_builder.annotating import Texts, Word
from site_builder.chinese.conversion import simplified
from site_builder.glossaries import chinese_glossary
from site_builder.overrides import Overrides

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\U00020000-\U0003ffff]+")
_LEAST, _LONGEST = 2, 8  # characters of the pieces that a token may be split into
_PIECE = 9.5  # a piece costs this less its band of frequency, which is a logarithm


def words(texts: Texts, tag: str, own: Overrides) -> list[tuple[Word, ...]]:
    """The words of each text, those that the author lists as they are listed."""
    listed = _pattern(own.words)
    return [tuple(_words(text, listed)) for text in texts]


def _words(text: str, listed: re.Pattern[str] | None) -> Iterator[Word]:
    copy = simplified(text)
    for start, end in _spans(copy, listed):
        part = copy[start:end]
        if HAN.search(part):
            yield Word(start, end, part)


def _spans(copy: str, listed: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    ends = _ends(copy)
    if listed:
        for match in listed.finditer(copy):
            start, end = match.span()
            at = bisect_right(ends, start)
            ends[at : bisect_right(ends, end)] = [start, end] if start else [end]
    start = 0
    for end in ends:
        if end > start:
            yield start, end
        start = end


def _ends(copy: str) -> list[int]:
    from rjieba import cut

    ends, at = [], 0
    for token in cut(copy):
        for length in split(token) if len(token) >= 2 * _LEAST else (len(token),):
            at += length
            ends.append(at)
    return ends


@lru_cache(maxsize=20_000)
def split(token: str) -> tuple[int, ...]:
    """The lengths of the pieces that a token is made of; its own where it is a word, or cannot be split."""
    if token in chinese_glossary() or not HAN.fullmatch(token):
        return (len(token),)
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *[None] * len(token)]
    for end in range(_LEAST, len(token) + 1):
        for start in range(max(0, end - _LONGEST), end - _LEAST + 1):
            before, piece = best[start], token[start:end]
            if before and piece in chinese_glossary():
                cost = before[0] + _PIECE - chinese_glossary().band(piece)
                if (found := best[end]) is None or cost < found[0]:
                    best[end] = (cost, (*before[1], end - start))
    whole = best[-1]
    return whole[1] if whole else (len(token),)


@lru_cache(maxsize=4)
def _pattern(listed: Sequence[str]) -> re.Pattern[str] | None:
    """What finds the author's words in a Simplified copy, the longest first."""
    forms = sorted({simplified(word) for word in listed}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, forms))) if forms else None
