"""A card for every sentence that has a translation: in both scripts, as it is read, with its notes."""

from collections.abc import Iterator

from site_builder.decks import Chosen, Flashcard, flashcard, guid
from site_builder.decks.surroundings import Surroundings, html
from site_builder.model import Annotations
from site_builder.studying import segments_to_study, side_learnt
from site_builder.vocabulary import other_line, spelled

_HALF_WIDTH = str.maketrans(
    {"，": ", ", "。": ". ", "；": "; ", "：": ": ", "？": "? ", "！": "! ", "、": ", ", "（": " (", "）": ") "}
)


def sentences(around: Surroundings, chosen: Chosen) -> Iterator[Flashcard]:
    """The cards of the chosen segments, in the order of the text."""
    document, side = around.document, side_learnt(around.document)
    annotations = next((each for each in document.annotations if each.side == side), None)
    for segment in segments_to_study(document):
        if chosen.segment(segment.id):
            told = {
                "Text": around.text(document.languages[side], segment.lines[side].shown()),
                "Translation": around.translation(side, segment.id),
                "Notes": around.notes_of(segment),
                **(_told(around, annotations, segment.id) if annotations else {}),
                **around.place(annotations, side, segment.id),
            }
            yield flashcard("sentence", "Sentences", guid(document.id, segment.id), told, [document.id])


def _told(around: Surroundings, annotations: Annotations, line: str) -> dict[str, str]:
    if line not in annotations.texts:
        return {}
    first, *rest = [_spoken(annotations, line, scheme) for scheme in annotations.readings] or [""]
    return {
        "Other script": around.text(annotations.script, other_line(annotations, line)),
        "Reading": html(first),
        "Other readings": html("\n".join(filter(None, rest))),
    }


def _spoken(annotations: Annotations, line: str, scheme: str) -> str:
    """The whole line as it is read; what is no word (marks, numbers) stays in its place."""
    text, spoken, at = annotations.texts[line], "", 0
    readings = annotations.readings[scheme].get(line, ())
    for word, reading in zip(annotations.words.get(line, ()), readings, strict=False):
        said = spelled(reading, scheme) or text[word.start : word.end]
        spoken += f"{text[at : word.start].translate(_HALF_WIDTH)} {said} "
        at = word.end
    whole = spoken + text[at:].translate(_HALF_WIDTH)
    return _closed_up(whole) if spoken else ""


def _closed_up(text: str) -> str:
    """Single spaces, none before a mark that closes or behind one that opens."""
    text = " ".join(text.split())
    for mark in ",.;:?!)”’」』》":
        text = text.replace(f" {mark}", mark)
    for mark in "(“‘「『《":
        text = text.replace(f"{mark} ", mark)
    return text
