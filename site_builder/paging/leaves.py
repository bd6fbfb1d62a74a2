"""The pages of a long document as documents of their own, each with the notes that it uses.

A leaf holds what a short document holds, so that whatever shows a document shows a leaf.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from site_builder.model import Document, Note, Pair, Recording, Section
from site_builder.paging.cutting import Sheet, cut, texts

_Marks: TypeAlias = Counter[str]  # how often each note is marked


class Above(NamedTuple):
    """A heading that a page stands under: the page it is on, its section's id, its level, its text in each language."""

    name: str
    id: str
    level: int
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page. `name` is its file's without the ending, `document` what stands on it, under a title of its own.

    `part` counts the parts of a section that is cut, 0 is a whole one. `top` is the level of its highest heading, and
    `above` are the headings it stands under. `marks` has the first and last number of the marks of each note on the
    page, counted through the document. `before` counts the pairs on the pages before it, `of` those of all pages.
    """

    name: str
    document: Document
    part: int
    top: int
    above: tuple[Above, ...]
    marks: Mapping[str, tuple[int, int]]
    before: int
    of: int

    @property
    def pairs(self) -> int:
        """How many pairs stand on the page."""
        return _pairs(self.document.sections)


def leaves(document: Document, limit: int) -> tuple[Leaf, ...]:
    """The pages of a document that is longer than `limit` pairs, the front page first; none when it is short."""
    sheets = cut(document, limit)
    counts = list(accumulate((_pairs(sheet.sections) for sheet in sheets), initial=0))
    marks = [_marks(sheet) for sheet in sheets]
    notes = _notes(document, marks) if sheets else []
    seen = _Marks()
    made = []
    for at, (sheet, (title, above)) in enumerate(zip(sheets, _titles(document, sheets), strict=True)):
        here = {label: (seen[label] + 1, seen[label] + count) for label, count in marks[at].items()}
        seen.update(marks[at])
        sounds = _recordings(document, sheet, at == 0)
        part = replace(document, title=title, sections=sheet.sections, notes=notes[at], recordings=sounds)
        top = min((section.level for section in sheet.sections if section.heading), default=1)
        made.append(Leaf(sheet.name, part, sheet.part, top, above, here, counts[at], counts[-1]))
    return tuple(made)


def _recordings(document: Document, sheet: Sheet, first: bool) -> tuple[Recording, ...]:
    """Those of the sections on a page; those of the whole text stand on the front page."""
    ids = {section.id for section in sheet.sections} | ({""} if first else set())
    return tuple(recording for recording in document.recordings if recording.section in ids)


def names(document: Document, limit: int) -> tuple[str, ...]:
    """What the pages after the front page are called."""
    return tuple(sheet.name for sheet in cut(document, limit)[1:])


def _titles(document: Document, sheets: Sequence[Sheet]) -> Iterator[tuple[tuple[str, ...], tuple[Above, ...]]]:
    """The title of each page, its heading or, of a later part, the last heading and a number; the headings above it."""
    path: list[Above] = []
    for at, sheet in enumerate(sheets):
        if at == 0:
            yield document.title, ()
            continue
        first = sheet.sections[0]
        if first.heading:
            path = _under(path, first.level)
            yield texts(first.heading), tuple(path)
        else:
            base = path[-1].text if path else document.title
            number = f" ({sheet.part})" if sheet.part else ""
            yield tuple(text and text + number for text in base), tuple(path)
        for section in sheet.sections:
            if section.heading:
                here = Above(sheet.name, section.id, section.level, texts(section.heading))
                path = [*_under(path, section.level), here]


def _under(path: Sequence[Above], level: int) -> list[Above]:
    return [above for above in path if above.level < level]


def _pairs(sections: Iterable[Section]) -> int:
    return sum(len(section.pairs) for section in sections)


def _marks(sheet: Sheet) -> _Marks:
    """How often a page marks each note. What is shared stands once, in the first language."""
    found = _Marks()
    for section in sheet.sections:
        for pair in section.pairs:
            found.update(_labels(pair))
    return found


def _labels(pair: Pair) -> Iterator[str]:
    if pair.kind == "code":
        return
    for segment in pair.segments:
        for line in segment.lines[:1] if pair.shared else segment.lines:
            if line.spans:
                yield from (span.value for span in line.of_kind("note"))


def _notes(document: Document, marks: Sequence[_Marks]) -> list[tuple[Note, ...]]:
    """The notes that each page uses, itself or in its notes. One that is marked nowhere stands on the last page."""
    inner = {note.label: _inner(note) for note in document.notes}
    used = [_reached(set(found), inner) for found in marks]
    rest = inner.keys() - set().union(*used)
    used[-1] |= rest
    order = {note.label: at for at, note in enumerate(document.notes)}
    known = (sorted(order[label] for label in labels if label in order) for labels in used)
    return [tuple(document.notes[at] for at in places) for places in known]


def _inner(note: Note) -> set[str]:
    return {span.value for body in note.bodies for line in body for span in line.of_kind("note")}


def _reached(labels: set[str], inner: Mapping[str, set[str]]) -> set[str]:
    """The labels, and those that their notes mark, and so on."""
    reached, waiting = set(labels), list(labels)
    while waiting:
        new = inner.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def first_line(leaf: Leaf) -> str:
    """The id of the first segment on a page; "" when there is none."""
    return next((segment.id for segment in leaf.document.segments()), "")


def last_lines(leaf: Leaf) -> tuple[str, str]:
    """The ids of the last segment on a page and of the first one of its pair; "" when there is none."""
    spoken = [pair for section in leaf.document.sections for pair in section.pairs if pair.segments]
    return (spoken[-1].segments[-1].id, spoken[-1].segments[0].id) if spoken else ("", "")
