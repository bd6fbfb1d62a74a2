"""In which file of a book everything stands: a file for each page of a long document, else one for the whole text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from site_builder.model import Document, Pair, Section
from site_builder.paging.leaves import leaves

NOTES = "notes.xhtml"
_PAIRS = 120  # of a file: reading systems of little memory lay out a file at once


@dataclass(frozen=True, slots=True)
class File:
    """A file of the text: its name, and the sections that stand in it."""

    name: str
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of the text, and by section, pair and the author's own ids which of them holds what."""

    files: tuple[File, ...]
    places: dict[str, str] = field(default_factory=dict)

    def address(self, fragment: str, here: str = "") -> str:
        """The address of a place from the file `here`; "" when there is no such place. A range leads to its start."""
        if fragment[:1] == "n" and fragment in self.places:
            return f"{NOTES}#{fragment}"
        start = fragment.partition(":")[0]
        name = self.places.get(start) or self.places.get(start.partition("-")[0], "")
        if not name:
            return ""
        return f"#{start}" if name == here else f"{name}#{start}"


def lay_out(document: Document) -> Layout:
    """The document in files."""
    parts = leaves(document, _PAIRS)
    files = tuple(
        File("text.xhtml" if leaf.name == "index" else f"{leaf.name}.xhtml", leaf.document.sections) for leaf in parts
    ) or (File("text.xhtml", document.sections),)
    places: dict[str, str] = {}
    for file in files:
        for name in _ids(file.sections):
            places.setdefault(name, file.name)
    for note in document.notes:
        places[f"n{note.label}"] = NOTES
    return Layout(files, places)


def _ids(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield section.id
        for pair in section.pairs:
            yield from _ids_of(pair)


def _ids_of(pair: Pair) -> Iterator[str]:
    yield pair.id
    if pair.own_id:
        yield pair.own_id
