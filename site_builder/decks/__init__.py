"""Flash cards of a document, for Anki and programs like it: its words in their sentences, and its sentences.

    document ─words, sentences→ Flashcard ─anki→ deck.apkg
                                          ─table→ cards.tsv

Everything that names a card or its note comes from the document's id and from what the card is of, so that importing a
newer deck changes the cards that a learner has, and their progress stays.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from site_builder.vocabulary import Vocable

Kind: TypeAlias = Literal["word", "sentence"]

# The fields of both types of notes: a table has one set of columns, and what a kind lacks is empty.
FIELDS = (
    "Text",
    "Other script",
    "Reading",
    "Other readings",
    "Meaning",
    "Level",
    "Sentence",
    "Sentence in the other script",
    "Translation",
    "Notes",
    "Source",
    "Link",
    "Language",
    "Other language",
    "Translation language",
)


class Flashcard(NamedTuple):
    """One note: `guid` is its name for ever, `fields` are HTML by the names in FIELDS, tags have no white space. `deck`
    is the one inside the document's that it is in."""

    kind: Kind
    deck: str
    guid: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]


class Deck(NamedTuple):
    """The cards of a document: its id, its title, whose work is in it (HTML), and the cards in order."""

    id: str
    title: str
    about: str
    cards: tuple[Flashcard, ...]


def deck_name(deck: Deck, inner: str = "") -> str:
    """What Anki calls the deck, or one inside it: two colons part the two."""
    title = " ".join(deck.title.replace("::", ":").replace('"', "'").split())
    return f"{title}::{inner}" if inner else title


class Chosen(NamedTuple):
    """Which cards are wanted: words by any of their forms, and segments by id. None is all of them."""

    words: frozenset[str] | None = None
    segments: frozenset[str] | None = None

    def word(self, word: Vocable) -> bool:
        """Whether a word is among them, in either script."""
        return self.words is None or not self.words.isdisjoint((word.key, word.form, word.other))

    def segment(self, segment: str) -> bool:
        """Whether a segment is among them."""
        return self.segments is None or segment in self.segments


ALL = Chosen()


def guid(*parts: str) -> str:
    """A name that nothing else has: the same for the same parts, of letters and digits that no table reads amiss."""
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def flashcard(kind: Kind, deck: str, name: str, told: dict[str, str], tags: Sequence[str]) -> Flashcard:
    """A card of what is told by the names of its fields."""
    known = tuple(told.get(field, "") for field in FIELDS)
    return Flashcard(kind, deck, name, known, tuple("_".join(tag.split()) for tag in tags))
