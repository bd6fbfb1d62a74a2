"""Where a long document is cut: at headings of the highest level that gives pages of a readable size.

    # One            80 pairs       s1               One
    # Two             2             s2               Two, which only opens others, and Two, first
    ## Two, first   100        →    s4               Two, second
    ## Two, second  110             s5, s5-2, s5-3   Three in parts, since it is far too long
    # Three         400

A pair counts once, and once more for every `CHARACTERS` beyond the first as many, in all its languages together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple, TypeAlias

from site_builder.model import Document, Pair, Section

CHARACTERS = 400  # of a pair of usual size: 150 pairs are 60,000
_FAR = 1.5  # as many times too long is a section without headings that is cut all the same
_SMALL, _FEW = 0.1, 3  # of a page, and pairs at least: so much stays with the title, or with the first section it opens
_SOON, _LATE = 0.7, 1.5  # of a part: from here on it may end before a lead, here it has to end

_Sections: TypeAlias = tuple[Section, ...]


class Sheet(NamedTuple):
    """What stands on a page: `name` is the page's, `part` counts the parts of a section from 1, 0 is a whole one."""

    name: str
    part: int
    sections: _Sections


def surely_short(pairs: int, characters: int, limit: int) -> bool:
    """Whether a document of so many pairs and characters need not be weighed to be known as short."""
    return limit <= 0 or pairs + characters / CHARACTERS <= limit


def cut(document: Document, limit: int) -> list[Sheet]:
    """The pages of a document that weighs more than `limit` pairs, the front page first; none when it is short, or
    cannot be cut. With `limit` 0 every document is short."""
    if limit <= 0:
        return []
    weights = {section.id: sum(map(_weight, section.pairs)) for section in document.sections}
    if sum(weights.values()) <= limit:
        return []
    opening, rest = _opening(document)
    front, sheets = _front(opening, weights, limit)
    for group in _joined(_split(rest, weights, limit), weights, limit) if rest else ():
        sheets += _whole_or_parts(group, limit)
    return [Sheet("index", 0, front), *sheets] if len(sheets) > 1 else []


def titled(document: Document) -> bool:
    """Whether the text begins with the document's title as a heading."""
    first = next(document.pairs(), None)
    return first is not None and first.kind == "heading" and first.level <= 1 and texts(first) == document.title


def texts(pair: Pair) -> tuple[str, ...]:
    """What a pair says in each language, as readers see it."""
    sides = range(len(pair.segments[0].lines)) if pair.segments else ()
    return tuple("".join(segment.lines[side].shown() for segment in pair.segments).strip() for side in sides)


def _weight(pair: Pair) -> float:
    return max(1.0, sum(len(line.text) for segment in pair.segments for line in segment.lines) / CHARACTERS)


def _opening(document: Document) -> tuple[_Sections, _Sections]:
    """What stands before the first heading that is not the title, and the rest."""
    sections = document.sections
    at = next((at for at, section in enumerate(sections) if section.level > 0), len(sections))
    if titled(document) and sections[at].pairs[0] is next(document.pairs()):
        at += 1
    return sections[:at], sections[at:]


def _front(opening: _Sections, weights: Mapping[str, float], limit: int) -> tuple[_Sections, list[Sheet]]:
    """What stands on the front page, and the pages of the opening when it is more than a few paragraphs: then only the
    title stays."""
    if sum(weights[section.id] for section in opening) <= _small(limit):
        return opening, []
    front, sheets = [], []
    for section in opening:
        kept = int(section.pairs[0].kind in ("title", "heading")) if section.pairs else 0
        if kept:
            front.append(replace(section, pairs=section.pairs[:kept]))
        parts = list(_parts(section.pairs[kept:], limit))
        for number, pairs in enumerate(parts, 1):
            name = f"{section.id}-{number}"
            sheets.append(Sheet(name, number if len(parts) > 1 else 0, (Section(name, section.level, pairs),)))
    return tuple(front), sheets


def _split(sections: _Sections, weights: Mapping[str, float], limit: int) -> Iterator[_Sections]:
    """The sections in groups that are short enough, or have no headings left to be split at."""
    if len(sections) == 1 or sum(weights[section.id] for section in sections) <= limit:
        yield sections
        return
    level = min(section.level for section in sections[1:])
    starts = [0, *(at for at, section in enumerate(sections) if at and section.level <= level)]
    for start, end in zip(starts, [*starts[1:], len(sections)], strict=True):
        yield from _split(sections[start:end], weights, limit)


def _joined(groups: Iterator[_Sections], weights: Mapping[str, float], limit: int) -> list[_Sections]:
    """The groups; a heading that only opens others (Part Two) stands on the page of the first of these."""
    made: list[_Sections] = []
    for group in groups:
        if made and _opens(made[-1], group, weights, limit):
            made[-1] += group
        else:
            made.append(group)
    return made


def _opens(before: _Sections, group: _Sections, weights: Mapping[str, float], limit: int) -> bool:
    if all(len(section.pairs) == 1 for section in before):
        return True
    weight = sum(weights[section.id] for section in before)
    whole = weight + sum(weights[section.id] for section in group)
    return before[-1].level < group[0].level and weight <= _small(limit) and whole <= limit


def _small(limit: int) -> float:
    return max(_FEW, limit * _SMALL)


def _whole_or_parts(group: _Sections, limit: int) -> Iterator[Sheet]:
    *before, last = group
    parts = list(_parts(last.pairs, limit)) or [last.pairs]
    for number, pairs in enumerate(parts, 1):
        if number == 1:
            yield Sheet(group[0].id, int(len(parts) > 1), (*before, replace(last, pairs=pairs)))
        else:
            name = f"{last.id}-{number}"
            yield Sheet(name, number, (Section(name, last.level, pairs),))


def _parts(pairs: Sequence[Pair], limit: int) -> Iterator[tuple[Pair, ...]]:
    """The pairs in parts of about one size: one ends before a lead or a paragraph, only a very long one elsewhere. They
    are one part when they are not far too long."""
    weights = [_weight(pair) for pair in pairs]
    left = sum(weights)
    count = ceil(left / limit) if left > limit * _FAR else 1
    share, start, weight = left / count, 0, 0.0
    for at, pair in enumerate(pairs):
        if count > 1 and left > share * (1 - _SOON) and _may_begin(pair, weight / share):
            yield tuple(pairs[start:at])
            start, weight = at, 0.0
        weight += weights[at]
        left -= weights[at]
    if start < len(pairs):
        yield tuple(pairs[start:])


def _may_begin(pair: Pair, full: float) -> bool:
    """Whether a part may begin with a pair when the one before it is as full as this, 1 being as it should."""
    if pair.kind == "lead":
        return full >= _SOON
    return full >= (1 if pair.kind in ("paragraph", "verse") and not pair.quoted else _LATE)
