"""What surrounds each text of a keyed work, by its templates: `"mn1:1.1": "<p>{}"` begins a paragraph.

Templates of all keys, one after the other, are one HTML document; what opens a block and what is around it matters.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from site_builder.model import PairKind

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "gatha", "header", "td", "th"}
)
_OUTER = frozenset({"header", "ul", "ol", "blockquote", "gatha"})
_VERSE = "gatha"  # what bilara calls a blockquote of verse
_DEEPEST = 100


class Setting(NamedTuple):
    """What a text is set as: texts with the same `number` are one block; `title` in the head of the work."""

    number: int
    kind: PairKind
    level: int = 0
    quoted: int = 0
    title: bool = False


def settings(templates: Iterable[tuple[str, str]]) -> dict[str, Setting]:
    """The setting of each key, by the templates in order. A template without a place for the text stands before it."""
    return dict(_settings(templates))


def _settings(templates: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Setting]]:
    around: list[str] = []
    number, tag = 0, "p"
    for key, template in templates:
        before, _, after = template.partition("{}")
        for closing, name in _tags(before):
            number += name in _BLOCKS
            tag = name if name in _BLOCKS and not closing else tag
            _step(around, closing, name)
        yield key, _setting(number, tag, around, "verse-line" in before)
        for closing, name in _tags(after):
            number += name in _BLOCKS
            _step(around, closing, name)


def _setting(number: int, tag: str, around: list[str], verse: bool) -> Setting:
    quoted = around.count("blockquote")
    if tag[0] == "h" and tag[1:].isdigit():
        return Setting(number, "heading", int(tag[1:]), quoted, "header" in around)
    if "header" in around:
        return Setting(number, "paragraph", title=True)
    if verse or _VERSE in around:
        return Setting(number, "verse", 0, quoted)
    lists = around.count("ul") + around.count("ol")
    return Setting(number, "item" if lists else "paragraph", lists, quoted)


def _tags(html: str) -> Iterator[tuple[bool, str]]:
    """Each tag, whether it closes and its name; a quotation that is verse by that."""
    for match in _TAG.finditer(html):
        name = match[2].lower()
        verse = name == "blockquote" and (_VERSE in match[0] or "verse" in match[0])
        yield bool(match[1]), _VERSE if verse else name


def _step(around: list[str], closing: bool, name: str) -> None:
    """Go into what may be around a block, or out of it. A closing tag does not say that a quotation was verse."""
    if name not in _OUTER:
        return
    if not closing and len(around) < _DEEPEST:
        around.append(name)
        return
    names = ("blockquote", _VERSE) if name == "blockquote" else (name,)
    last = max((at for at, each in enumerate(around) if each in names), default=-1)
    if closing and last >= 0:
        del around[last:]
