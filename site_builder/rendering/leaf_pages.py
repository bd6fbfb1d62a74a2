"""The pages of a long document: its front page with the whole contents, and a page for each of its sections."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from site_builder.model import Document
from site_builder.paging.leaves import Leaf, first_line, last_lines
from site_builder.paging.places import page_rows, places
from site_builder.rendering.about import about, head, leaf_head
from site_builder.rendering.addresses import page_path
from site_builder.rendering.inline import Address
from site_builder.rendering.layers import Learner
from site_builder.rendering.outline import near, whole
from site_builder.rendering.page import interface, render_page
from site_builder.rendering.profile import profiles
from site_builder.rendering.recordings import players
from site_builder.rendering.tongues import speaks
from site_builder.rendering.views import DocumentView, text_of
from site_builder.rendering.wording import shown
from site_builder.site import Site

_Neighbour = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Book:
    """A long document with its pages. `addresses` makes the way from a page to what an author's address means; `before`
    and `after` are its neighbours in the library; `figures` are its counts, by the keys of the interface's words."""

    work: Document
    leaves: Sequence[Leaf]
    addresses: Callable[[Leaf, Mapping[str, str]], Address]
    before: _Neighbour
    after: _Neighbour
    figures: Mapping[str, Any]
    learner: Learner | None = None


def leaf_pages(book: Book, site: Site) -> Iterator[tuple[str, bytes]]:
    """Each page: its path in the site, and its bytes."""
    found = places(book.leaves)
    for at, leaf in enumerate(book.leaves):
        path = page_path(book.work.id, leaf.name)
        yield path, _leaf(book, at, site, path, found) if at else _front(book, site, path, found)


def _front(book: Book, site: Site, path: str, found: Mapping[str, str]) -> bytes:
    leaf = book.leaves[0]
    return render_page(
        site,
        "front.html",
        head(book.work, site, path),
        book.learner,
        **about(book.work, site, path),
        **book.figures,
        profiles=list(profiles(book.work)),
        **_text(book, leaf, site, found),
        contents=whole(book.leaves, site.theme, path),
        places=page_rows(book.leaves),
        leaf=None,
        before=book.before,
        after=_turn(book, 1, 0),
    )


def _leaf(book: Book, at: int, site: Site, path: str, found: Mapping[str, str]) -> bytes:
    leaf = book.leaves[at]
    contents, later = near(book.leaves, at, site.theme)
    told = {**about(book.work, site, path), "titles": shown(book.work.languages, leaf.document.title), "downloads": []}
    return render_page(
        site,
        "document.html",
        leaf_head(leaf.document, book.work, site, path, at),
        book.learner,
        **told,
        **_text(book, leaf, site, found),
        contents=contents,
        later=later,
        leaf=_place(book, at),
        profiles=[],
        before=_turn(book, at - 1, at),
        after=_turn(book, at + 1, at) if at + 1 < len(book.leaves) else book.after,
    )


def _text(book: Book, leaf: Leaf, site: Site, found: Mapping[str, str]) -> dict[str, Any]:
    """The text of a page with its notes."""
    tongue = interface(site, book.work.languages)
    word = site.theme.words[tongue]["note"]
    sounds = players(leaf.document, site.theme, site.theme.wordings[tongue])
    marks = {label: first for label, (first, _) in leaf.marks.items()}
    view = DocumentView(leaf.document, site.theme, book.addresses(leaf, found), word, leaf.top, marks, sounds)
    return text_of(view, sounds)


def _place(book: Book, at: int) -> dict[str, Any]:
    """Where a page stands in the whole: as shares of its pairs, how many are before it, whether it is the last; and who
    speaks, which only the title says."""
    leaf = book.leaves[at]
    return {
        "since": f"{leaf.before / leaf.of:.4f}",
        "until": f"{(leaf.before + leaf.pairs) / leaf.of:.4f}",
        "before": leaf.before,
        "last": at + 1 == len(book.leaves),
        "speakers": _speakers(book.work),
    }


def _speakers(work: Document) -> list[tuple[Markup, str]]:
    """The third line of the title block, for citations: the attributes of its language, and the line."""
    block = next((pair for pair in work.pairs() if pair.kind == "title"), None)
    if block is None or len(block.segments) < 3:
        return []
    lines = shown(work.languages, tuple(line.shown().strip() for line in block.segments[2].lines))
    return [(speaks(tag), line) for tag, line in zip(work.languages, lines, strict=True) if line]


def _turn(book: Book, to: int, at: int) -> _Neighbour:
    """The page `leaves[to]` as a neighbour of `leaves[at]`: `line` is where walking by sentences goes on, `pair` where
    walking by paragraphs does."""
    leaf = book.leaves[to]
    line, pair = (first_line(leaf),) * 2 if to > at else last_lines(leaf)
    titles = shown(book.work.languages, leaf.document.title)
    return {
        "address": f"{leaf.name}.html",
        "languages": book.work.languages,
        "titles": titles,
        "line": line,
        "pair": pair,
        "page": True,
    }
