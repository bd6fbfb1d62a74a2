"""A deck as a file of Anki (`.apkg`): a ZIP archive with an SQLite database in it, made by genanki.

The same cards give the same bytes: numbers of notes and cards are counted from one that the document's id gives, and
what should be the time of the last change comes from the cards, too. So Anki, told to update notes always, which it
does when times differ, takes what has changed.
"""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from site_builder.decks import FIELDS, Deck, Flashcard, Kind, deck_name
from site_builder.decks.faces import BACKS, FRONTS, STYLE, TYPES

if TYPE_CHECKING:
    from genanki import Model

_EARLIEST, _SPAN = 1_500_000_000_000, 100_000_000_000  # numbers of notes are times in milliseconds
_CHANGED, _YEARS = 1_600_000_000, 100_000_000  # the time of the last change is one in seconds
_ZIPPED = (1980, 1, 1, 0, 0, 0)  # the first moment that ZIP archives know


def package(deck: Deck) -> bytes:
    """The archive. Words and sentences are decks of their own inside the document's."""
    data = _database(deck)
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        for name, content in (("collection.anki2", data), ("media", b"{}")):
            entry = ZipInfo(name, _ZIPPED)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            file.writestr(entry, content)
    return archive.getvalue()


def _database(deck: Deck) -> bytes:
    from genanki import Package

    number = _number(deck.id) % (_SPAN // 10) * 10  # with room for the numbers of its decks
    time = _CHANGED + _number(repr((deck, FRONTS, BACKS, STYLE))) % _YEARS
    connection = sqlite3.connect(":memory:")
    try:
        Package(list(_decks(deck, number))).write_to_db(connection.cursor(), time, count(_EARLIEST + number))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _decks(deck: Deck, number: int) -> Iterator[Any]:
    """The document's own deck, which says whose work is in it, then those inside it."""
    import genanki

    yield genanki.Deck(_EARLIEST + number, deck_name(deck), deck.about)
    models = {kind: _model(kind) for kind in TYPES}
    for place, name in enumerate(dict.fromkeys(card.deck for card in deck.cards), 1):
        inner = genanki.Deck(_EARLIEST + number + place, deck_name(deck, name))
        for at, card in enumerate(card for card in deck.cards if card.deck == name):
            inner.add_note(_note(models[card.kind], card, at))
        yield inner


def _model(kind: Kind) -> "Model":
    from genanki import Model

    number, name = TYPES[kind]
    template = {"name": "Card", "qfmt": FRONTS[kind], "afmt": BACKS[kind]}
    return Model(number, name, [{"name": field} for field in FIELDS], [template], STYLE)


def _note(model: "Model", card: Flashcard, due: int) -> Any:
    """New cards come in the order of the text."""
    from genanki import Note

    return Note(model, list(card.fields), tags=card.tags, guid=card.guid, due=due)


def _number(text: str) -> int:
    """A number that hardly any other text gives."""
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:6], "big")
