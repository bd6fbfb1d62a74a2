"""What is added to a paired document for those who learn its languages, one layer a file, in this order.

A step takes the annotations of each language that has an annotator (see annotating.py) and returns them with its layer.
The lines stay as they are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_builder import discovery
from site_builder.config import LayerName, Learning
from site_builder.languages import language
from site_builder.model import Annotations, Document, in_other_script
from site_builder.overrides import NONE, Overrides, Row

if TYPE_CHECKING:
    from site_builder.annotating import Annotator


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which layers site.toml asks for, and what the author knows better."""

    learning: Learning
    own: Overrides = NONE


NOTHING = Wanted(Learning(layers=()))


@dataclass(frozen=True, slots=True)
class Enrichment:
    """One step: `add` gives the annotations with its layer, for texts of the language of `tag`. It is taken when any of
    `layers` is asked for."""

    layers: frozenset[LayerName]
    add: "Callable[[Annotations, str, Annotator, Wanted], Annotations]"


# Readings, levels and glosses are those of words; glosses choose among meanings by the readings.
IN_ORDER = ("variants", "words", "readings", "levels", "glosses")


def enrich(document: Document, wanted: Wanted = NOTHING) -> Document:
    """The document with everything that is asked for, for every language that has an annotator."""
    if not wanted.learning.layers:
        return document
    made = []
    for side, tag in enumerate(document.languages):
        found = language(tag).annotator
        annotator = found() if found else None
        if annotator and (annotator.words or annotator.variants) and (texts := dict(_texts(document, side))):
            annotations = Annotations(side, texts)
            for step in _steps(wanted.learning.layers):
                annotations = step.add(annotations, tag, annotator, wanted)
            made.append(annotations)
    return replace(document, annotations=tuple(made)) if made else document


def matches(document: Document, rows: Sequence[Row]) -> Iterator[int]:
    """The places of those rows of the author's whose text stands in the document, in either script."""
    if rows and document.annotations:
        known = "\n".join(text for one in document.annotations for text in _both_scripts(one))
        yield from (at for at, row in enumerate(rows) if row.text in known)


def _both_scripts(annotations: Annotations) -> Iterator[str]:
    for line, text in annotations.texts.items():
        yield text
        yield "".join(annotations.keys_of(line))
        yield in_other_script(text, annotations.variants.get(line, ()))


def _steps(layers: tuple[LayerName, ...]) -> Iterator[Enrichment]:
    for name in IN_ORDER:
        step = discovery.load(__name__, name, "ENRICHMENT", Enrichment)
        if step.layers.intersection(layers):
            yield step


def _texts(document: Document, side: int) -> Iterator[tuple[str, str]]:
    """What every line and every paragraph of a note shows in one language, by its id; code and pictures say nothing."""
    for pair in document.pairs():
        if not pair.shared and pair.kind != "code":
            for segment in pair.segments:
                if text := segment.lines[side].shown():
                    yield segment.id, text
    for note in document.notes:
        for number, line in enumerate(note.bodies[side], 1):
            if text := line.shown():
                yield f"n{note.label}/{number}", text
