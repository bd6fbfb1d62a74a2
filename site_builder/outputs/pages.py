"""The reading page of each document, several of a long one, and the cover that stands before a site's only document."""

from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import Any

from site_builder.linking import resolve
from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.paging.leaves import Leaf, leaves
from site_builder.paging.places import holder
from site_builder.rendering.about import about, head
from site_builder.rendering.addresses import page_path, relative
from site_builder.rendering.contents import contents_html
from site_builder.rendering.inline import Address
from site_builder.rendering.layers import learner
from site_builder.rendering.leaf_pages import Book, leaf_pages
from site_builder.rendering.outline import whole
from site_builder.rendering.page import interface, render_page
from site_builder.rendering.profile import profiles
from site_builder.rendering.recordings import players
from site_builder.rendering.views import DocumentView, text_of
from site_builder.rendering.wording import shown
from site_builder.site import Card, Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    at = next(index for index, card in enumerate(site.cards) if card.id == document.id)
    card = site.cards[at]
    parts = leaves(document, site.config.view.page_pairs) if card.leaves else ()
    if parts:
        yield from (Artifact(path, data) for path, data in leaf_pages(_book(document, parts, site, at), site))
    else:
        yield Artifact(page_path(document.id), _reading_page(document, site, at))
    if len(site.cards) == 1:
        yield Artifact("index.html", _cover(document, parts, site, card))


def _reading_page(document: Document, site: Site, at: int) -> bytes:
    path = page_path(document.id)
    tongue = interface(site, document.languages)
    sounds = players(document, site.theme, site.theme.wordings[tongue])
    word = site.theme.words[tongue]["note"]
    view = DocumentView(document, site.theme, _address(document, site), word, players=sounds)
    before, after = _neighbours(document, site, at)
    return render_page(
        site,
        "document.html",
        head(document, site, path),
        learner(document),
        **about(document, site, path),
        contents=contents_html(document, site.theme),
        **text_of(view, sounds),
        leaf=None,
        later="",
        before=before,
        after=after,
        profiles=list(profiles(document)) if len(site.cards) > 1 else [],
    )


def _book(document: Document, parts: tuple[Leaf, ...], site: Site, at: int) -> Book:
    before, after = _neighbours(document, site, at)

    def addresses(leaf: Leaf, places: Mapping[str, str]) -> Address:
        return _address(document, site, leaf, places)

    return Book(document, parts, addresses, before, after, _figures(document, parts, site.cards[at]), learner(document))


def _cover(document: Document, parts: tuple[Leaf, ...], site: Site, card: Card) -> bytes:
    path = "index.html"
    address = relative(page_path(document.id), path)
    contents = whole(parts, site.theme, path) if parts else contents_html(document, site.theme, address)
    return render_page(
        site,
        "cover.html",
        head(document, site, path),
        **about(document, site, path),
        **_figures(document, parts, card),
        contents=contents,
        address=address,
        subtitles=[
            [shown((tag,), (row,))[0] for row in rows]
            for tag, rows in zip(document.languages, card.subtitle or repeat(()), strict=False)
        ],
        has_notes=bool(document.notes) and not parts,
        profiles=list(profiles(document)),
    )


def _figures(document: Document, parts: tuple[Leaf, ...], card: Card) -> dict[str, Any]:
    """How much there is of the text: counts, and the length in each language."""
    counts = [("pairs", card.pairs), ("segments", card.segments), ("notes", len(card.notes))]
    pages = [("pages", len(parts))] if parts else []
    return {"figures": pages + counts, "lengths": list(zip(document.languages, card.lengths, strict=False))}


def _neighbours(document: Document, site: Site, at: int) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The documents before and after this one in the library, as the page links them."""
    before = site.cards[at - 1] if at else None
    after = site.cards[at + 1] if at + 1 < len(site.cards) else None
    return _neighbour(before, document), _neighbour(after, document)


def _neighbour(card: Card | None, document: Document) -> dict[str, Any] | None:
    if card is None:
        return None
    address = relative(page_path(card.id), page_path(document.id))
    titles = shown(card.languages, card.title)
    return {"address": address, "languages": card.languages, "titles": titles, "page": False}


def _address(
    document: Document, site: Site, leaf: Leaf | None = None, places: Mapping[str, str] | None = None
) -> Address:
    """Turns addresses in the text into addresses in the page; of a long document, in the page `leaf`, and `places` says
    which page holds which place. A place in another long document is found by way of that one's front page."""
    page = page_path(document.id)

    def within(fragment: str) -> str:
        notes = leaf.document.notes if leaf else ()
        name = holder(places or {}, fragment)
        if leaf is None or name in ("", leaf.name) or any(f"n{note.label}" == fragment for note in notes):
            return f"#{fragment}"
        return relative(page_path(document.id, name), page, fragment)

    def address(typed: str) -> str | None:
        found = resolve(typed, document.path, site.catalogue, site.files)
        if found.kind == "outside":
            return typed
        if found.kind == "fragment":
            return within(found.fragment)
        if found.kind == "document":
            if leaf and found.document == document.id and found.fragment:
                return within(found.fragment)
            return relative(page_path(found.document), page, found.fragment)
        return relative(f"{document.id}/{found.path}", page) if found.kind == "file" else None

    return address


OUTPUT = Output("the reading page of each document; a cover when there is only one", for_document=_make, last=True)
