"""A mark in the text that leads to no note."""

from collections.abc import Iterator

from site_builder.checks import Check
from site_builder.model import Document, Pair
from site_builder.problems import Place, Problem


def find(document: Document) -> Iterator[Problem]:
    """The marks whose note is nowhere, each once a pair."""
    known = {note.label for note in document.notes}
    for pair in filter(Pair.has_spans, document.pairs()):
        for label in dict.fromkeys(_labels(pair)):
            if label not in known:
                hint = f"add a line [^{label}]: with the note, or remove the mark"
                place = pair.place or Place(document.path)
                sought = (f"[^{label}]", f"[{label}]")
                yield Problem("mark-without-note", f"there is no note {label}", place, hint=hint, sought=sought)


def _labels(pair: Pair) -> Iterator[str]:
    spans = (span for segment in pair.segments for line in segment.lines for span in line.spans)
    return (span.value for span in spans if span.kind == "note")


CHECK = Check("marks that lead to no note", find)
