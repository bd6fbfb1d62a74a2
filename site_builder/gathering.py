"""What a document says to the search: its units, the pairs and notes, as readers see them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import quote

from site_builder.indexing.parts import Part, unit
from site_builder.languages import language
from site_builder.model import Document, Line, Note, Pair
from site_builder.paging.leaves import leaves
from site_builder.paging.places import places
from site_builder.rendering.addresses import page_path
from site_builder.rendering.tongues import right_to_left
from site_builder.site import Site

Typeset: TypeAlias = Callable[[str], str]
Named: TypeAlias = tuple[str, str]  # where a unit is found: a pair or a note, and its JSON


def gathered(document: Document, site: Site) -> Part:
    """What the document contributes to the search."""
    typeset = [language(tag).typeset for tag in document.languages]
    pairs = [(pair.id, said) for pair in document.pairs() if (said := _unit(pair, typeset))]
    notes = [(f"n{note.label}", _note(note, typeset)) for note in document.notes]
    rtl = right_to_left(document.languages)
    work: Mapping[str, object] = {
        "id": document.id,
        "languages": document.languages,
        "titles": document.title,
        **({"rtl": rtl} if rtl else {}),
    }
    numbers = {name: number for number, (name, _) in enumerate(pairs)}
    pages = _pages(document, site, pairs, notes)
    units = [said for _, said in (*pairs, *notes)]
    return Part(work, pages, len(pairs), list(_sections(document, numbers, typeset)), units)


def _pages(
    document: Document, site: Site, pairs: Sequence[Named], notes: Sequence[Named]
) -> Sequence[tuple[int, str, int]]:
    """Where the units stand: from which one on they stand on which page, and whether they are notes."""
    card = next((card for card in site.cards if card.id == document.id), None)
    long = card is not None and card.leaves
    found = places(leaves(document, site.config.view.page_pairs)) if long else {}
    pages: list[tuple[int, str, int]] = []
    for number, (name, _) in enumerate((*pairs, *notes)):
        place = (quote(page_path(document.id, found.get(name, "index"))), int(number >= len(pairs)))
        if not pages or pages[-1][1:] != place:
            pages.append((number, *place))
    return pages


def _sections(
    document: Document, numbers: Mapping[str, int], typeset: Sequence[Typeset]
) -> Iterator[Sequence[int | str]]:
    """The sections that a heading opens, each with the number of its first unit, its level and its heading."""
    for section in document.sections:
        first = section.pairs[0] if section.pairs else None
        if first and first.kind == "heading" and first.id in numbers:
            sides = zip(*(segment.lines for segment in first.segments), strict=True)
            heading = ("".join(_shown(line, each) for line in side) for side, each in zip(sides, typeset, strict=True))
            yield [numbers[first.id], section.level, *heading]


def _unit(pair: Pair, typeset: Sequence[Typeset]) -> str:
    """The segments of a pair that say anything, white space between them kept: a phrase may run across."""
    if pair.kind == "code":
        typeset = [str] * len(typeset)
    rows = []
    for segment in pair.segments:
        texts = [_shown(line, each) for line, each in zip(segment.lines, typeset, strict=True)]
        if any(texts):
            rows.append((segment.id, texts))
    return unit(rows) if rows else ""


def _note(note: Note, typeset: Sequence[Typeset]) -> str:
    bodies = zip(note.bodies, typeset, strict=True)
    return unit([(f"n{note.label}", ["\n".join(_shown(line, each) for line in body) for body, each in bodies])])


def _shown(line: Line, typeset: Typeset) -> str:
    return typeset(line.shown() if line.spans else line.text)
