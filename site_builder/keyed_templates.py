"""What surrounds each text of a keyed work, by its templates: `"mn1:1.1": "<p>{}"` begins a paragraph.

Templates of all keys, one after the other, are one HTML document; what opens a block and what is around it matters.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from site_builder.model import PairKind

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>", re.IGNORECASE)
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "header", "td", "th"})
_OUTER = frozenset({"header", "ul", "ol", "blockquote"})
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
    number, verse, tag = 0, False, "p"
    for key, template in templates:
        before, _, after = template.partition("{}")
        for closing, name in _tags(before):
            number += name in _BLOCKS
            tag = name if name in _BLOCKS and not closing else tag
            _step(around, closing, name)
        verse = "gatha" in before or "verse" in before or (verse and "<" not in before)
        yield key, _setting(number, tag, around, verse)
        for closing, name in _tags(after):
            number += name in _BLOCKS
            _step(around, closing, name)


def _setting(number: int, tag: str, around: list[str], verse: bool) -> Setting:
    quoted = around.count("blockquote")
    if tag[0] == "h" and tag[1:].isdigit():
        return Setting(number, "heading", int(tag[1:]), quoted, "header" in around)
    if "header" in around:
        return Setting(number, "paragraph", title=True)
    if verse:
        return Setting(number, "verse", 0, max(0, quoted - 1))
    lists = around.count("ul") + around.count("ol")
    return Setting(number, "item" if lists else "paragraph", lists, quoted)


def _tags(html: str) -> Iterator[tuple[bool, str]]:
    return ((bool(match[1]), match[2].lower()) for match in _TAG.finditer(html))


def _step(around: list[str], closing: bool, name: str) -> None:
    """Go into what may be around a block, or out of it."""
    if name not in _OUTER:
        return
    if not closing and len(around) < _DEEPEST:
        around.append(name)
    elif closing and name in around:
        del around[len(around) - 1 - around[::-1].index(name) :]
