"""The contents of a long document: whole on its front page, and on each other page only what is near.

What stands beside a page's text may not grow with the book: it lists the page itself, the headings it stands under,
and `_NEAR` pages before and after it.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from site_builder.languages import language
from site_builder.paging.leaves import Leaf
from site_builder.rendering.addresses import page_path, relative
from site_builder.rendering.contents import Entry, contents, contents_html, entries_html, opening
from site_builder.rendering.theme import Theme
from site_builder.rendering.wording import both_html, shown

_NEAR = 4


def whole(leaves: Sequence[Leaf], theme: Theme, page: str) -> Markup:
    """Every heading and lead of the document, as links from the page at path `page`. On the front page, which `page`
    may be, those that stand elsewhere answer to their fragments, for readers without scripts."""
    front = page_path(leaves[0].document.id)
    made = []
    for leaf in leaves:
        anchored = page == front and leaf is not leaves[0]
        entries = (*_as_part(leaf), *contents(leaf.document, brief=True))
        made.append(entries_html((each._replace(anchored=anchored) for each in entries), theme, _address(leaf, page)))
    return Markup().join(made)


def near(leaves: Sequence[Leaf], at: int, theme: Theme) -> tuple[Markup, Markup]:
    """The contents beside the page `leaves[at]`: down to the end of the page, and the pages after it."""
    leaf, page = leaves[at], page_path(leaves[at].document.id, leaves[at].name)
    own = entries_html(_title(leaf), theme) if not leaf.document.sections[0].heading else Markup()
    earlier = Markup().join(_earlier(leaves, at, theme, page))
    later = (_elsewhere(other, theme, page) for other in leaves[at + 1 : at + 1 + _NEAR])
    return earlier + own + contents_html(leaf.document, theme), Markup().join(later)


def _earlier(leaves: Sequence[Leaf], at: int, theme: Theme, page: str) -> Iterator[Markup]:
    """The pages before a page, and before these the headings that it stands under."""
    first = max(1, at - _NEAR)
    nearby = leaves[first:at]
    listed = {leaf.document.sections[0].id for leaf in nearby}
    for above in leaves[at].above:
        if above.id not in listed:
            html = both_html(leaves[at].document.languages, shown(leaves[at].document.languages, above.text))
            entry = Entry(above.id, "elsewhere", above.level, html)
            yield entries_html([entry], theme, f"{above.name}.html")
    for leaf in nearby:
        yield _elsewhere(leaf, theme, page)


def _elsewhere(leaf: Leaf, theme: Theme, page: str) -> Markup:
    entries = [entry._replace(kind="elsewhere") for entry in _title(leaf)]
    return entries_html(entries, theme, _address(leaf, page))


def _title(leaf: Leaf) -> Iterator[Entry]:
    section = leaf.document.sections[0]
    level = max(1, section.level + int(leaf.part > 1))
    html = both_html(leaf.document.languages, shown(leaf.document.languages, leaf.document.title))
    yield Entry(section.id, "heading", level, html)


def _as_part(leaf: Leaf) -> Iterator[Entry]:
    """A page that no heading opens: its number, if it is one of several parts, and how it begins."""
    section = leaf.document.sections[0] if leaf.document.sections else None
    if leaf.name == "index" or section is None or section.heading:
        return
    number = f"{leaf.part} · " if leaf.part else ""
    first = next(leaf.document.segments(), None)
    texts = []
    for side, tag in enumerate(leaf.document.languages):
        text = language(tag).typeset(first.lines[side].shown()) if first else ""
        texts.append(f"{number}{opening(tag, text).strip()}".rstrip(" ·"))
    yield Entry(section.id, "part", section.level + 1, both_html(leaf.document.languages, texts))


def _address(leaf: Leaf, page: str) -> str:
    """The address of a page, "" from itself: fragments follow."""
    target = page_path(leaf.document.id, leaf.name)
    return "" if target == page else relative(target, page)
