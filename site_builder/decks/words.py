"""A card for every word of a text: in its sentence, with its meanings, readings and levels."""

from collections.abc import Iterator, Sequence

from site_builder.decks import Chosen, Flashcard, flashcard, guid
from site_builder.decks.surroundings import Surroundings, html
from site_builder.languages import language
from site_builder.model import Annotations, Entry, LevelList
from site_builder.studying import side_learnt
from site_builder.vocabulary import Spot, Vocable, other_line, vocabulary

_SHORTEST = 8  # characters that a sentence must have to say something of its words


def words(around: Surroundings, annotations: Annotations, chosen: Chosen) -> Iterator[Flashcard]:
    """The cards of the chosen words, in the order of the text. Without meanings and readings, a word is no card."""
    for word in vocabulary(annotations):
        if chosen.word(word) and (word.entry.meanings or word.parts or any(map(any, word.readings.values()))):
            yield _card(around, annotations, word)


def _card(around: Surroundings, annotations: Annotations, word: Vocable) -> Flashcard:
    side, spot = annotations.side, _best(around, annotations, word.spots)
    schemes = list(annotations.readings)
    told = {
        "Text": html(_text(word, around.document.languages[side])),
        "Other script": html(word.other),
        "Reading": html(word.reading(schemes[0])) if schemes else "",
        "Other readings": html(" · ".join(filter(None, map(word.reading, schemes[1:])))),
        "Meaning": _meaning(word, schemes[0] if schemes else ""),
        "Level": html(" · ".join(_levels(annotations.lists, word.entry))),
        "Sentence": _marked(annotations.texts[spot.line], spot, around.document.languages[side]),
        "Sentence in the other script": _in_other_script(annotations, spot),
        "Translation": around.translation(side, spot.line),
        **around.place(annotations, side, spot.line),
    }
    tags = [around.document.id, *_tags(annotations.lists, word.entry)]
    deck = "Words" if side == side_learnt(around.document) else f"Words ({around.document.languages[side]})"
    return flashcard("word", deck, guid(around.document.id, around.document.languages[side], word.key), told, tags)


def _text(word: Vocable, tag: str) -> str:
    """The word as the text has it; where words change their forms, as dictionaries have it."""
    if not language(tag).spaced:
        return word.form
    return next((form for form, _, _ in word.entry.meanings if form.lower() == word.key), word.key)


def _best(around: Surroundings, annotations: Annotations, spots: Sequence[Spot]) -> Spot:
    """Where the word is easiest to see: in the shortest sentence that has a translation and is more than a title."""

    def worth(spot: Spot) -> tuple[bool, bool, int]:
        length = len(annotations.texts[spot.line])
        return not around.is_translated(annotations.side, spot.line), length < _SHORTEST, length

    return min(spots, key=worth)


def _meaning(word: Vocable, scheme: str) -> str:
    """A meaning a line."""
    rows = word.meanings(scheme)
    return "<br>".join((f"<i>{html(name)}</i> " if name else "") + html("; ".join(senses)) for name, senses in rows)


def _levels(lists: Sequence[LevelList], entry: Entry) -> Iterator[str]:
    """The levels by the names of their lists: the same word is on different levels of different lists."""
    for about, level in zip(lists, entry.levels, strict=False):
        if level:
            yield f"{about.title}: {about.labels[level - 1]}"


def _tags(lists: Sequence[LevelList], entry: Entry) -> Iterator[str]:
    for about, level in zip(lists, entry.levels, strict=False):
        yield f"{about.name}::{about.labels[level - 1] if level else 'unlisted'}"


def _marked(text: str, spot: Spot, tag: str) -> str:
    """The sentence with the word set apart."""
    text = language(tag).typeset(text)
    before, word, after = text[: spot.start].lstrip(), text[spot.start : spot.end], text[spot.end :].rstrip()
    return f"{html(before)}<b>{html(word)}</b>{html(after)}"


def _in_other_script(annotations: Annotations, spot: Spot) -> str:
    other = other_line(annotations, spot.line)
    told = len(other) == len(annotations.texts[spot.line])
    return _marked(other, spot, annotations.script) if told else html(other)
