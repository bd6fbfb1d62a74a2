"""The table of contents of a document: headings, leads, and in short texts how each paragraph begins."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from site_builder.languages import language
from site_builder.model import Document, Line, Pair
from site_builder.rendering.forms import hole
from site_builder.rendering.inline import escaped
from site_builder.rendering.theme import Theme
from site_builder.rendering.wording import both_html

_FULL = 40  # documents with more pairs than this list headings and leads only
_CLOSING = "。，、；：！？,.;:!? "
_CLAUSE_MARK = re.compile("[。，；！？｡…,;.!?]")  # no clause of any language ends without one of them


class Entry(NamedTuple):
    """A line of the contents: the fragment it leads to, the kind of its pair, its depth from 1, its text as HTML.

    With `anchored` the line itself answers to the fragment, and to `own_id`, where the text stands on another page.
    """

    id: str
    kind: str
    level: int
    html: str
    own_id: str = ""
    anchored: bool = False


def contents_html(document: Document, theme: Theme, address: str = "") -> Markup:
    """The entries in reading order, as `partials/entry.html` shows them. They lead to the page at `address`."""
    return entries_html(contents(document), theme, address)


def entries_html(entries: Iterable[Entry], theme: Theme, address: str = "") -> Markup:
    """The same for entries that are known."""
    made = []
    for entry in entries:
        values = {"id": entry.id, "html": entry.html, "own_id": escaped(entry.own_id), "address": address}
        made.append(_form(theme, entry) % values)
    return Markup("".join(made))


def contents(document: Document, brief: bool = False) -> Iterator[Entry]:
    """The entries in reading order, with `brief` headings and leads only. A heading leads to its section, anything else
    to its pair."""
    full = not brief and sum(len(section.pairs) for section in document.sections) <= _FULL
    for section in document.sections:
        depth = max(1, section.level)
        for pair in section.pairs:
            if pair.kind == "heading":
                yield Entry(section.id, "heading", depth, _whole(document, pair), pair.own_id)
            elif pair.kind == "lead" or (full and pair.kind == "paragraph" and not pair.quoted):
                below = depth + (1 if pair.kind == "lead" else 2)
                yield Entry(pair.id, pair.kind, below, _beginning(document, pair), pair.own_id)


def _form(theme: Theme, entry: Entry) -> str:
    key = (entry.kind, entry.level, entry.anchored and bool(entry.own_id), entry.anchored)
    return theme.form("partials/entry.html", key, lambda: {"entry": _blank(entry), "address": hole("address")})


def _blank(entry: Entry) -> Entry:
    """The entry with holes for what is its own."""
    own_id = entry.own_id and hole("own_id")
    return Entry(hole("id"), entry.kind, entry.level, hole("html"), own_id, entry.anchored)


def _whole(document: Document, pair: Pair) -> str:
    """The pair's text in each language."""
    texts = []
    for side, tag in enumerate(document.languages):
        text = "".join([segment.lines[side].shown() for segment in pair.segments])
        texts.append(language(tag).typeset(text).strip())
    return both_html(document.languages, texts)


def _beginning(document: Document, pair: Pair) -> str:
    """How the pair begins in each language: its first line, cut at its first clause."""
    lines = pair.segments[0].lines if pair.segments else [Line()] * len(document.languages)
    texts = []
    for side, (tag, line) in enumerate(zip(document.languages, lines, strict=True)):
        rules = language(tag)
        if pair.opening and rules.clause_ends and not line.spans:
            text = line.text[: pair.opening[side]].rstrip(_CLOSING)
        else:
            text = opening(tag, line.shown())
        texts.append(rules.typeset(text).strip())
    return both_html(document.languages, texts)


def opening(tag: str, text: str) -> str:
    """How a text in the language of a BCP 47 tag begins: its first clause, without the marks that close it."""
    bare = text.rstrip(_CLOSING)
    clause_ends = language(tag).clause_ends
    if clause_ends is None or not _CLAUSE_MARK.search(bare):
        return bare
    return text[: clause_ends(text)[0]].rstrip(_CLOSING)
