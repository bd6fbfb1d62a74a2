"""What the search in the page reads: the text of the library, and for a large one an index. See indexing/files.py for
the files; what a document says is gathered here. The text is what readers see.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from site_builder.languages import language
from site_builder.model import Document, Line, Note, Pair
from site_builder.outputs import Artifact, Output, Workshop
from site_builder.paging.leaves import leaves
from site_builder.paging.places import places
from site_builder.rendering.addresses import page_path
from site_builder.rendering.tongues import right_to_left
from site_builder.site import Site

if TYPE_CHECKING:
    from site_builder.indexing.merging import Dictionary
    from site_builder.indexing.parts import Part

Typeset: TypeAlias = Callable[[str], str]
Named: TypeAlias = tuple[str, str]  # where a unit is found: a pair or a note, and its JSON


def _part(document: Document, site: Site) -> bytes:
    from site_builder.indexing.parts import Part, packed

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
    return packed(Part(work, pages, len(pairs), list(_sections(document, numbers, typeset)), units))


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
    from site_builder.indexing.parts import unit

    if pair.kind == "code":
        typeset = [str] * len(typeset)
    rows = []
    for segment in pair.segments:
        texts = [_shown(line, each) for line, each in zip(segment.lines, typeset, strict=True)]
        if any(texts):
            rows.append((segment.id, texts))
    return unit(rows) if rows else ""


def _note(note: Note, typeset: Sequence[Typeset]) -> str:
    from site_builder.indexing.parts import unit

    bodies = zip(note.bodies, typeset, strict=True)
    return unit([(f"n{note.label}", ["\n".join(_shown(line, each) for line in body) for body, each in bodies])])


def _shown(line: Line, typeset: Typeset) -> str:
    return typeset(line.shown() if line.spans else line.text)


def _files(parts: Sequence[bytes], workshop: Workshop) -> Iterator[Artifact]:
    from site_builder.indexing.files import scripts
    from site_builder.indexing.parts import unpacked

    known = [unpacked(data) for data in parts]
    for path, data in scripts(known, partial(_index, parts, known, workshop)):
        yield Artifact(path, data)


def _index(data: Sequence[bytes], parts: "Sequence[Part]", workshop: Workshop) -> "Dictionary":
    """Only for a large library: this brings numpy in."""
    from site_builder.indexing.library import index

    return index(data, parts, workshop.folder, workshop.jobs)


OUTPUT = Output("what the search in the page reads", part=_part, from_parts=_files)
