"""Which documents have something to study: sentences with a translation, on the side of the language learnt."""

from collections.abc import Iterator

from site_builder.config import Learning
from site_builder.model import Document, Segment


def side_learnt(document: Document) -> int:
    """The position of the language that is learnt: one whose words have readings or levels, else one that has
    annotations, else the first."""
    told = sorted(document.annotations, key=lambda each: not (each.readings or each.lists))
    return told[0].side if told else 0


def has_words(document: Document) -> bool:
    """Whether the words of a document are known, in any language."""
    return any(annotations.words for annotations in document.annotations)


def segments_to_study(document: Document) -> Iterator[Segment]:
    """The segments that have text in the language that is learnt and in another. Code and pictures have none."""
    side = side_learnt(document)
    for pair in document.pairs():
        if not pair.shared and pair.kind != "code":
            for segment in pair.segments:
                said = [bool(line.shown().strip()) for line in segment.lines]
                if said[side] and sum(said) > 1:
                    yield segment


def has_deck(document: Document, learning: Learning) -> bool:
    """Whether there are flash cards of a document: where site.toml asks for them, and there is a sentence to study."""
    return bool(learning.layers) and learning.decks and any(True for _ in segments_to_study(document))
