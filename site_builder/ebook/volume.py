"""A document as the files of an EPUB: its text, its notes, its contents, its cover, and what it says of itself."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from site_builder.config import EditionName
from site_builder.ebook.cover import title_lines
from site_builder.ebook.layout import File, lay_out
from site_builder.ebook.packing import Member, packed
from site_builder.ebook.passages import passage, spoken, well_formed
from site_builder.ebook.ruby import with_readings
from site_builder.ebook.ways import Ways
from site_builder.interchange.xml_text import legal
from site_builder.languages import language
from site_builder.model import Document, Note, Section
from site_builder.paging.cutting import titled
from site_builder.rendering.endonyms import endonyms
from site_builder.rendering.inline import Inline, inline_html
from site_builder.rendering.lines import Side, side_of
from site_builder.rendering.page import interface
from site_builder.rendering.wording import shown
from site_builder.site import Site

_FACTS = ("author", "translator", "date", "source", "licence")
_UNDATED = "2000-01-01"  # the standard asks when a book was changed, and bytes depend on the text alone
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")  # as the standard writes dates
_COVER_WIDTH = 1000.0


class Entry(NamedTuple):
    """A line of the contents: its address, its text as XHTML, and the entries below it."""

    address: str
    html: Markup
    below: "list[Entry]"


class NoteView(NamedTuple):
    """A note: its label, its paragraphs with what these say of their language, and where it is marked."""

    label: str
    paragraphs: list[tuple[Markup, Markup]]
    back: str


def book(document: Document, edition: EditionName, site: Site) -> bytes:
    """The document as an electronic book."""
    read = with_readings(document) if edition == "ruby" else document
    layout = lay_out(read)
    ways = Ways(read, site, layout)
    sides = [
        side_of(index, tag, Inline(ways.address, ways.mark, language(tag).typeset))
        for index, tag in enumerate(read.languages)
    ]
    texts = [(file, _text(read, file, sides, ways, edition)) for file in layout.files]
    notes = list(_notes(read, sides, ways))
    about = _about(document, edition, site)
    entries = _nested(list(_entries(document, layout.files)))
    members = list(_members(site, texts, notes, about, entries, ways))
    return packed((Member("package.opf", _package(site, about, members)), *members))


def _text(document: Document, file: File, sides: list[Side], ways: Ways, edition: EditionName) -> Markup:
    """The body of a file of the text."""
    ways.file = file.name
    below = 0 if titled(document) else 1
    made = "".join(_section(section, sides, edition == "interlinear", below) for section in file.sections)
    return Markup(made)


def _section(section: Section, sides: list[Side], interlinear: bool, below: int) -> str:
    heading = f"h{min(6, max(1, section.level) + below)}"
    pairs = "".join(passage(pair, sides, interlinear, heading) for pair in section.pairs)
    named = f' aria-labelledby="{section.heading.id}"' if section.heading else ""
    return f'<section id="{section.id}"{named}>\n{pairs}</section>\n'


def _notes(document: Document, sides: list[Side], ways: Ways) -> Iterator[NoteView]:
    ways.file = "notes.xhtml"
    for note in document.notes:
        marks = ways.marks.get(note.label, [])
        back = f"{marks[0].file}#{marks[0].id}" if marks else ""
        yield NoteView(note.label, list(_paragraphs(note, sides)), back)


def _paragraphs(note: Note, sides: list[Side]) -> Iterator[tuple[Markup, Markup]]:
    for side, body in zip(sides, note.bodies, strict=True):
        for line in body:
            yield Markup(spoken(side.tag)), Markup(well_formed(inline_html(line, side.how)))


def _entries(document: Document, files: tuple[File, ...]) -> Iterator[tuple[int, Entry]]:
    """Headings and leads with their depth."""
    for file in files:
        for section in file.sections:
            for pair in section.pairs:
                if pair.kind in ("heading", "lead"):
                    depth = max(1, section.level) + (pair.kind == "lead")
                    place = section.id if pair.kind == "heading" else pair.id
                    texts = [
                        "".join(segment.lines[side].shown() for segment in pair.segments).strip()
                        for side in range(len(document.languages))
                    ]
                    yield depth, Entry(f"{file.name}#{place}", _both(document.languages, texts), [])


def _both(languages: tuple[str, ...], texts: list[str]) -> Markup:
    said = zip(languages, shown(languages, texts), strict=True)
    return Markup(" ").join(
        Markup("<span {}>{}</span>").format(Markup(spoken(tag)), text) for tag, text in said if text
    )


def _nested(flat: list[tuple[int, Entry]]) -> list[Entry]:
    """The contents as a tree; a level that is left out is no level."""
    root: list[Entry] = []
    path: list[tuple[int, list[Entry]]] = [(0, root)]
    for depth, entry in flat:
        while path[-1][0] >= depth:
            path.pop()
        path[-1][1].append(entry)
        path.append((depth, entry.below))
    return root


def _about(document: Document, edition: EditionName, site: Site) -> dict[str, Any]:
    """What the templates are told of the book."""
    meta, tongue = document.meta, interface(site, document.languages)
    titles = shown(document.languages, document.title)
    date = meta.get("date", "")
    return {
        "edition": edition,
        "languages": document.languages,
        "endonyms": endonyms(document.languages),
        "titles": [(tag, title) for tag, title in zip(document.languages, titles, strict=True) if title],
        "title_shown": titled(document) or any(pair.kind == "title" for pair in document.pairs()),
        "meta": meta,
        "facts": [(key, meta[key]) for key in _FACTS if meta.get(key)],
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.config.base_url}{document.id}#{edition}')}",
        "date": date if _DATE.fullmatch(date) else "",
        "modified": f"{date if len(date) == 10 and _DATE.fullmatch(date) else _UNDATED}T00:00:00Z",
        "address": site.config.base_url and f"{site.config.base_url}{document.id}/",
        "rtl": language(document.languages[0]).rtl,
        "interface": tongue,
        "words": site.theme.words[tongue],
        "spoken": lambda tag: Markup(spoken(tag)),
        "cover": [
            (tag, size, title_lines(title, tag, size, _COVER_WIDTH))
            for tag, title, size in zip(document.languages, titles, (132, 66, *(52 for _ in titles)), strict=False)
            if title
        ],
    }


def _members(
    site: Site,
    texts: list[tuple[File, Markup]],
    notes: list[NoteView],
    about: Mapping[str, Any],
    entries: list[Entry],
    ways: Ways,
) -> Iterator[Member]:
    """The files of the book in reading order, pictures and styles last."""
    first = texts[0][0].name
    told = {**about, "entries": entries, "notes": notes, "first": first}
    yield _made(site, "cover.xhtml", told, kind="cover")
    yield _made(site, "nav.xhtml", told, kind="nav")
    for file, body in texts:
        yield _made(site, "text.xhtml", {**told, "body": body, "opens": file.name == first}, name=file.name)
    if notes:
        yield _made(site, "notes.xhtml", told)
    yield _made(site, "about.xhtml", told)
    yield Member("style.css", site.theme.render("ebook/style.css").encode(), "text/css")
    yield _made(site, "cover.svg", told, media="image/svg+xml", kind="cover-image")
    pictures = {picture.name: picture for picture in ways.pictures.values()}
    yield from (Member(picture.name, picture.data, picture.kind) for picture in pictures.values())


def _made(
    site: Site,
    template: str,
    told: Mapping[str, Any],
    name: str = "",
    media: str = "application/xhtml+xml",
    kind: str = "",
) -> Member:
    return Member(name or template, legal(site.theme.render(f"ebook/{template}", **told)).encode(), media, kind)


def _package(site: Site, about: Mapping[str, Any], members: list[Member]) -> bytes:
    """The file that says what the book is, and what it is made of."""
    told = {
        **about,
        "items": [(f"i{at}", member) for at, member in enumerate(members, 1)],
        "pictures": any(member.name.startswith("pictures/") for member in members),
    }
    return legal(site.theme.render("ebook/package.opf", **told)).encode()
