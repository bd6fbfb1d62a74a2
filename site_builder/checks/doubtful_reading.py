"""A reading that may be another one; a remark, since most of them are right."""

from collections.abc import Iterator

from site_builder.checks import Check
from site_builder.model import Annotations, Document
from site_builder.problems import Place, Problem, Severity

_AROUND = 3  # characters shown on either side


def find(document: Document) -> Iterator[Problem]:
    """What the annotator of a language doubts, each word with each reading once, where it stands first."""
    for annotations in document.annotations:
        if annotations.doubts:
            yield from _doubts(annotations, _places(document))


def _places(document: Document) -> dict[str, Place]:
    """By the ids of lines, where they stand in the source."""
    nowhere = Place(document.path)
    known = {segment.id: pair.place or nowhere for pair in document.pairs() for segment in pair.segments}
    for note in document.notes:
        longest = max(map(len, note.bodies), default=0)
        known.update((f"n{note.label}/{number}", note.place or nowhere) for number in range(1, longest + 1))
    return known


def _doubts(annotations: Annotations, places: dict[str, Place]) -> Iterator[Problem]:
    seen = set()
    for line, doubts in annotations.doubts.items():
        text = annotations.texts[line]
        for doubt in doubts:
            word = next(word for word in annotations.words[line] if word.start <= doubt.start < word.end)
            key = (text[word.start : word.end], doubt.start - word.start, doubt.value)
            if key not in seen:
                seen.add(key)
                reading, _, other = doubt.value.partition(" → ")
                said = text[doubt.start : doubt.end]
                before, after = text[max(0, doubt.start - _AROUND) : doubt.start], text[doubt.end :][:_AROUND]
                message = f"{said} in {before}{said}{after} is read {reading}; it might be {other}"
                hint = f"if so, add to readings.tsv: {before}[{said}]{after} TAB {other}"
                sought = (text[doubt.start : doubt.end + _AROUND], said)
                yield Problem("doubtful-reading", message, places[line], Severity.INFO, hint, sought)


CHECK = Check("readings that may be others", find)
