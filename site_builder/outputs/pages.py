"""The reading page of each document, and the cover that stands before a site's only document."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any
from urllib.parse import quote

from site_builder.config import DownloadName
from site_builder.linking import resolve
from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import absolute, data_path, page_path, relative
from site_builder.rendering.contents import contents_html
from site_builder.rendering.inline import Address
from site_builder.rendering.page import Page, interface, joined, render_page
from site_builder.rendering.views import DocumentView
from site_builder.rendering.wording import shown
from site_builder.site import Card, Site

_FACTS = ("author", "translator", "date", "source", "licence")  # of the front matter, in the order they are shown


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    yield Artifact(page_path(document.id), _reading_page(document, site))
    if len(site.cards) == 1:
        yield Artifact("index.html", _cover(document, site, site.cards[0]))


def _reading_page(document: Document, site: Site) -> bytes:
    path = page_path(document.id)
    words = site.theme.words[interface(site, document.languages)]
    view = DocumentView(document, site.theme, _address(document, site), words["note"])
    before, after = _neighbours(document, site)
    return render_page(
        site,
        "document.html",
        _page(document, site, path),
        **_shared(document, site, path),
        sections=list(view.sections()),
        notes=list(view.notes()),
        title_shown=view.title_shown,
        before=before,
        after=after,
    )


def _cover(document: Document, site: Site, card: Card) -> bytes:
    address = relative(page_path(document.id), "index.html")
    return render_page(
        site,
        "cover.html",
        _page(document, site, "index.html"),
        **_shared(document, site, "index.html", address),
        address=address,
        subtitles=[
            [shown((tag,), (row,))[0] for row in rows]
            for tag, rows in zip(document.languages, card.subtitle or repeat(()), strict=False)
        ],
        has_notes=bool(document.notes),
        figures=[("pairs", card.pairs), ("segments", card.segments), ("notes", len(card.notes))],
        lengths=list(zip(document.languages, card.lengths, strict=False)),
    )


def _shared(document: Document, site: Site, path: str, address: str = "") -> dict[str, Any]:
    """What the cover and the reading page both show; the text is at `address` from there."""
    return {
        "document_id": document.id,
        "document_id_quoted": quote(document.id),
        "titles": shown(document.languages, document.title),
        "contents": contents_html(document, site.theme, address),
        "facts": [(key, document.meta[key]) for key in _FACTS if document.meta.get(key)],
        "downloads": list(_downloads(document, site.config.downloads, path)),
    }


def _downloads(document: Document, names: Sequence[DownloadName], path: str) -> Iterator[tuple[str, str, str]]:
    """The files about the document: address, name, and what each is, as a key of the interface's words."""
    bilingual = ["xlf", *(f"{tag}.xlf" for tag in document.languages[2:])]  # a file for each language after the first
    for ending in [ending for name in names for ending in (bilingual if name == "xliff" else [name])]:
        what = f"download.{ending.rpartition('.')[2]}"
        yield relative(data_path(document.id, ending), path), f"{document.id}.{ending}", what


def _page(document: Document, site: Site, path: str) -> Page:
    title = joined(document.title)
    description = document.meta.get("description") or _opening(document) or title
    return Page(path, title, description, document.languages, "article", _json_ld(document, site, path))


def _opening(document: Document) -> str:
    """How the text begins, a sentence a language: what a link preview says of it."""
    pair = next((pair for pair in document.pairs() if pair.kind in ("lead", "paragraph", "verse")), None)
    if pair is None or not pair.segments:
        return ""
    return " ".join(line.shown().strip() for line in pair.segments[0].lines if line.text)[:300]


def _json_ld(document: Document, site: Site, path: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": [
            {"@language": tag, "@value": text} for tag, text in zip(document.languages, document.title, strict=True)
        ],
        "inLanguage": list(document.languages),
    }
    names = {
        "author": "author",
        "translator": "translator",
        "date": "datePublished",
        "licence": "license",
        "source": "isBasedOn",
    }
    data |= {name: document.meta[key] for key, name in names.items() if document.meta.get(key)}
    return {**data, "url": absolute(site.config.base_url, path)} if site.config.base_url else data


def _neighbours(document: Document, site: Site) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The documents before and after this one in the library, as the page links them."""
    at = next(index for index, card in enumerate(site.cards) if card.id == document.id)
    before = site.cards[at - 1] if at else None
    after = site.cards[at + 1] if at + 1 < len(site.cards) else None
    return _neighbour(before, document), _neighbour(after, document)


def _neighbour(card: Card | None, document: Document) -> dict[str, Any] | None:
    if card is None:
        return None
    address = relative(page_path(card.id), page_path(document.id))
    return {"address": address, "languages": card.languages, "titles": shown(card.languages, card.title)}


def _address(document: Document, site: Site) -> Address:
    """Turns addresses in the text into addresses in the page."""
    page = page_path(document.id)

    def address(typed: str) -> str | None:
        found = resolve(typed, document.path, site.catalogue, site.files)
        if found.kind == "outside":
            return typed
        if found.kind == "fragment":
            return f"#{found.fragment}"
        if found.kind == "document":
            return relative(page_path(found.document), page, found.fragment)
        return relative(f"{document.id}/{found.path}", page) if found.kind == "file" else None

    return address


OUTPUT = Output("the reading page of each document; a cover when there is only one", for_document=_make)
