"""The files that can be had of a document, by what people want them for."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from site_builder.model import Document
from site_builder.rendering.addresses import data_path, relative
from site_builder.rendering.books import editions, ending
from site_builder.rendering.endonyms import endonyms
from site_builder.rendering.single import single_ending
from site_builder.rendering.tongues import speaks
from site_builder.site import Site
from site_builder.studying import has_deck

_PURPOSES = ("read", "learn", "translate", "data")
_UNITS = ((1 << 20, "MB"), (1 << 10, "kB"))


class File(NamedTuple):
    """A file: its address from the page, what to call it, what says of its language where it is in one, and how large
    it is, "" when nobody said so."""

    address: str
    name: str
    attributes: Markup
    size: str


class Offer(NamedTuple):
    """The files of one form: `download.<what>` of the interface's words says what they are for."""

    what: str
    files: list[File]


def downloads(document: Document, site: Site, path: str) -> list[tuple[str, list[Offer]]]:
    """What there is of a document as the page at `path` links it, grouped by purpose: read, learn, translate, data."""
    groups: dict[str, list[Offer]] = {purpose: [] for purpose in _PURPOSES}
    for name in site.config.downloads:
        for purpose, what, ends in _forms(name, document, site):
            files = [_file(document, site, end, path) for end in ends]
            groups[purpose].append(Offer(what, files))
    if has_deck(document, site.config.learning):
        decks = (("apkg", "apkg"), ("cards", "cards.tsv"))
        groups["learn"] = [Offer(what, [_file(document, site, end, path)]) for what, end in decks]
    return [(purpose, offers) for purpose, offers in groups.items() if offers]


def said(size: int) -> str:
    """A number of bytes as people say it: 34 kB."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}" if size < 10 * unit else f"{size / unit:.0f} {name}"
    return f"{size} B"


def _file(document: Document, site: Site, end: str, path: str) -> File:
    """The file with this ending; one in a single language is called by that."""
    place, tag = data_path(document.id, end), end.rpartition(".")[0]
    names = dict(zip(document.languages, endonyms(document.languages), strict=True))
    size = said(site.sizes[place]) if place in site.sizes else ""
    attributes = speaks(tag) if tag in names else Markup()
    return File(relative(place, path), names.get(tag, f"{document.id}.{end}"), attributes, size)


def _forms(name: str, document: Document, site: Site) -> Iterator[tuple[str, str, list[str]]]:
    """The forms of one download: purpose, what it is, the endings of its files."""
    tags = document.languages
    if name == "epub":
        books = map(ending, editions(document, site.config.ebook))
        yield from (("read", end, [end]) for end in books)
    elif name == "html":
        yield "read", "html", [single_ending(document, site)]
    elif name == "pdf":
        yield "read", "pdf", ["pdf"]
    elif name == "xliff":
        yield "translate", "xlf", ["xlf", *(f"{tag}.xlf" for tag in tags[2:])]
    elif name in ("text", "markdown"):
        end = {"text": "txt", "markdown": "md"}[name]
        yield "data", end, [end, *(f"{tag}.{end}" for tag in tags)]
    else:
        yield ("data" if name == "json" else "translate"), name, [name]
