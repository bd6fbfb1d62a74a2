"""A document's card: what the library, the contents and its neighbours say of it."""

import re
from collections.abc import Iterator

from site_builder.languages import language
from site_builder.model import Annotations, Document, Line, Pair
from site_builder.output_folder import digest
from site_builder.paging.cutting import surely_short
from site_builder.paging.leaves import names
from site_builder.site import Card, Heading

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def card(document: Document, page_pairs: int = 0) -> Card:
    """The card of a document, which is shown on several pages when it has more pairs than `page_pairs` (0: never). Its
    digest is made of the content alone, so it is the same wherever the site is built."""
    pairs = tuple(document.pairs())
    content = "\n".join(_content(document))
    short = surely_short(len(pairs), len(content), page_pairs)
    return Card(
        document.id,
        document.path,
        document.languages,
        document.title,
        _subtitle(document, pairs),
        tuple(_outline(document)),
        dict(document.meta),
        len(document.sections),
        len(pairs),
        sum(len(pair.segments) for pair in pairs),
        tuple(note.label for note in document.notes),
        tuple(_length(document, pairs, side) for side in range(len(document.languages))),
        tuple(pair.own_id for pair in pairs if pair.own_id),
        digest(content.encode())[:10],
        () if short else names(document, page_pairs),
    )


def brief(whole: Card) -> Card:
    """As much of a card as the pages of its neighbours may show."""
    return Card(whole.id, whole.path, whole.languages, whole.title)


def _subtitle(document: Document, pairs: tuple[Pair, ...]) -> tuple[tuple[str, ...], ...]:
    """The lines of the title block below the title itself: the occasion, the speaker."""
    block = next((pair for pair in pairs if pair.kind == "title"), None)
    if block is None or len(block.segments) < 2:
        return ()
    sides = range(len(document.languages))
    below = (tuple(_shown(segment.lines[side]) for segment in block.segments[1:]) for side in sides)
    return tuple(tuple(text for text in texts if text) for texts in below)


def _outline(document: Document) -> Iterator[Heading]:
    """Headings by their section's id, leads by their pair's, one level below the section that holds them."""
    sides = range(len(document.languages))
    for section in document.sections:
        for pair in section.pairs:
            if pair.kind == "heading":
                yield Heading(section.id, pair.level, tuple(_whole(pair, side) for side in sides))
            elif pair.kind == "lead":
                yield Heading(pair.id, section.level + 1, tuple(_whole(pair, side) for side in sides))


def _whole(pair: Pair, side: int) -> str:
    return "".join(segment.lines[side].shown() for segment in pair.segments).strip()


def _shown(line: Line) -> str:
    return line.shown().strip()


def _length(document: Document, pairs: tuple[Pair, ...], side: int) -> int:
    """Words where they stand apart, else Han characters."""
    lines = [segment.lines[side].text for pair in pairs if not pair.shared for segment in pair.segments]
    text = "\n".join(lines)  # one text is counted sooner than its lines are
    return len(text.split()) if language(document.languages[side]).spaced else sum(map(len, _HAN.findall(text)))


def _content(document: Document) -> list[str]:
    """All that is in the document, line by line."""
    texts = [document.id, *document.languages, *document.title, str(sorted(document.meta.items()))]
    for pair in document.pairs():
        texts.append(f"{pair.id} {pair.kind} {pair.level} {pair.quoted} {pair.marker} {pair.info} {pair.own_id}")
        for segment in pair.segments:
            texts.append(f"{segment.id} {segment.status} {segment.confidence!r}")
            texts += [f"{line.text}\0{line.spans}" if line.spans else line.text for line in segment.lines]
    texts += (part for one in document.annotations for part in _annotated(one))
    texts += (repr(recording) for recording in document.recordings)
    for note in document.notes:
        texts.append(f"{note.label} {note.marks}")
        texts += [f"{line.text}\0{line.spans}" for body in note.bodies for line in body]
    return texts


def _annotated(annotations: Annotations) -> Iterator[str]:
    """What learners are told, dictionaries aside: these change with the program only."""
    yield f"{annotations.script} {annotations.lists}"
    yield repr([entry.levels for entry in annotations.entries.values()])
    for line in annotations.words:
        yield " ".join(annotations.keys_of(line))
    for spans in annotations.variants.values():
        yield " ".join([span.value for span in spans])
    for scheme, readings in annotations.readings.items():
        yield scheme
        yield from map(" ".join, readings.values())
