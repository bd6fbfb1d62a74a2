"""A document as a book on paper: its text with notes at the foot of the page, contents, and what it says of itself."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup, escape

from site_builder.interchange.xml_text import legal
from site_builder.languages import language
from site_builder.model import Document, Pair
from site_builder.paging.cutting import titled
from site_builder.paper.columns import widths
from site_builder.paper.passages import passage
from site_builder.paper.press import printed
from site_builder.paper.ways import Ways
from site_builder.rendering.endonyms import endonyms
from site_builder.rendering.lines import Side, side_of
from site_builder.rendering.page import interface
from site_builder.rendering.tongues import speaks
from site_builder.rendering.wording import both, shown
from site_builder.site import Site

_FACTS = ("author", "translator", "date", "source", "licence")
_MOST_COLUMNS = 3  # languages that a sheet is wide enough for
_LISTED = 6  # headings from which on a list of contents helps


class Entry(NamedTuple):
    """A line of the contents: the place it leads to, its depth, its text."""

    place: str
    depth: int
    text: Markup


def book(document: Document, site: Site) -> bytes:
    """The document as PDF."""
    identifier = uuid5(NAMESPACE_URL, f"{site.config.base_url}{document.id}#pdf")
    return printed(markup(document, site), identifier.hex)


def markup(document: Document, site: Site) -> str:
    """The book before it is set in pages: one HTML file that asks for no other."""
    ways = Ways(document, site)
    sides = [side_of(at, tag, ways.inline(tag)) for at, tag in enumerate(document.languages)]
    opening, *body = _passages(document, sides)
    entries = list(_entries(document))
    told = {
        **_about(document, site),
        "opening": Markup(opening),
        "body": Markup("".join(body)),
        "entries": entries if len(entries) >= _LISTED else [],
        "notes": [(note.label, Markup(ways.note(note))) for note in document.notes if note.label not in ways.set_notes],
        "style": Markup(site.theme.render("paper/style.css", **_settings(document, site))),
    }
    return legal(site.theme.render("paper/document.html", **told))


def _settings(document: Document, site: Site) -> dict[str, Any]:
    """What the style sheet is told."""
    paper = site.config.pdf
    columns = paper.layout == "columns" and len(document.languages) <= _MOST_COLUMNS
    ends = ("right", "left") if language(document.languages[0]).rtl else ("left", "right")
    return {"size": paper.size, "columns": columns, "widths": widths(document), "start": ends[0], "end": ends[1]}


def _below(document: Document) -> int:
    """By how much headings are deeper than the author's: the book's title stands above them."""
    return 0 if titled(document) else 1


def _passages(document: Document, sides: list[Side]) -> Iterator[str]:
    """What stands above the contents, the book's title where its text has one, and each section."""
    columns = widths(document)
    opening = next(document.pairs(), None) if _title_shown(document) else None
    yield passage(opening, sides, 1, columns) if opening else ""
    for section in document.sections:
        level = max(1, section.level) + _below(document)
        pairs = "".join(passage(pair, sides, level, columns) for pair in section.pairs if pair is not opening)
        yield f'<section id="{escape(section.id)}">\n{pairs}</section>\n'


def _title_shown(document: Document) -> bool:
    """Whether the text itself begins with its title."""
    first = next(document.pairs(), None)
    return titled(document) or (first is not None and first.kind == "title")


def _entries(document: Document) -> Iterator[Entry]:
    """The headings of the text, for the list of contents."""
    opening = next(document.pairs(), None) if titled(document) else None
    for section in document.sections:
        if section.heading and section.level <= 2 and section.heading is not opening:
            said = [_plain(section.heading, side) for side in range(len(document.languages))]
            text = both(document.languages, shown(document.languages, said))
            yield Entry(section.heading.id, max(1, section.level), text)


def _plain(pair: Pair, side: int) -> str:
    return " ".join("".join(segment.lines[side].shown() for segment in pair.in_order(side)).split())


def _about(document: Document, site: Site) -> dict[str, Any]:
    """What the template is told of the book."""
    meta, tongue = document.meta, interface(site, document.languages)
    titles = shown(document.languages, document.title)
    return {
        "languages": document.languages,
        "endonyms": endonyms(document.languages),
        "titles": [(tag, title) for tag, title in zip(document.languages, titles, strict=True) if title],
        "title_shown": _title_shown(document),
        "meta": meta,
        "facts": [(key, meta[key]) for key in _FACTS if meta.get(key)],
        "address": site.config.base_url and f"{site.config.base_url}{document.id}/",
        "rtl": language(document.languages[0]).rtl,
        "interface": tongue,
        "words": site.theme.words[tongue],
        "speaks": speaks,
    }
