"""The table of contents of a document: headings, leads, and in short texts how each paragraph begins."""

from typing import NamedTuple

from markupsafe import Markup

from site_builder.languages import language
from site_builder.model import Document, Pair
from site_builder.rendering.wording import both

_FULL = 40  # documents with more pairs than this list headings and leads only
_CLOSING = "。，、；：！？,.;:!? "


class Entry(NamedTuple):
    """A line of the contents: the fragment it leads to, the kind of its pair, its depth from 1, its text as HTML."""

    id: str
    kind: str
    level: int
    html: Markup


def contents(document: Document) -> tuple[Entry, ...]:
    """The entries in reading order. A heading leads to its section, anything else to its pair."""
    full = sum(1 for _ in document.pairs()) <= _FULL
    entries = []
    for section in document.sections:
        depth = max(1, section.level)
        for pair in section.pairs:
            if pair.kind == "heading":
                entries.append(Entry(section.id, "heading", depth, _text(document, pair, whole=True)))
            elif pair.kind == "lead" or (full and pair.kind == "paragraph" and not pair.quoted):
                below = depth + (1 if pair.kind == "lead" else 2)
                entries.append(Entry(pair.id, pair.kind, below, _text(document, pair, whole=False)))
    return tuple(entries)


def _text(document: Document, pair: Pair, whole: bool) -> Markup:
    """The pair's text in each language, or only how it begins: its first line, cut at its first clause."""
    segments = pair.segments if whole else pair.segments[:1]
    texts = [
        _opening(tag, "".join(segment.lines[side].shown() for segment in segments), whole)
        for side, tag in enumerate(document.languages)
    ]
    return both(document.languages, texts)


def _opening(tag: str, text: str, whole: bool) -> str:
    speech = language(tag)
    if not whole and text:
        if speech.clause_ends:
            text = text[: speech.clause_ends(text)[0]]
        text = text.rstrip(_CLOSING)
    return speech.typeset(text).strip()
