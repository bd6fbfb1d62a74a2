"""A note that nothing in the text leads to."""

from collections.abc import Iterator

from site_builder.checks import Check
from site_builder.model import Document
from site_builder.problems import Place, Problem


def find(document: Document) -> Iterator[Problem]:
    """The notes without a mark in any language; one language is enough."""
    for note in document.notes:
        if not note.marks:
            hint = f"put [^{note.label}] where it belongs, or remove the note; it is shown at the end"
            place = note.place or Place(document.path)
            said = f"nothing in the text leads to note {note.label}"
            sought = (f"[^{note.label}]", f"[{note.label}]")
            yield Problem("note-without-mark", said, place, hint=hint, sought=sought)


CHECK = Check("notes that nothing in the text leads to", find)
