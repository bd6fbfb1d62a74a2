"""The deck of a document: a card for each of its words, and one for each sentence that has a translation."""

from collections.abc import Iterator
from html import escape

from site_builder.config import Learning
from site_builder.crediting import credits
from site_builder.decks import ALL, Chosen, Deck, Flashcard
from site_builder.decks.sentences import sentences
from site_builder.decks.surroundings import Surroundings, surroundings
from site_builder.decks.words import words
from site_builder.model import Document


def deck(document: Document, learning: Learning, base_url: str = "", chosen: Chosen = ALL) -> Deck:
    """The chosen cards of a document. `base_url` is where the site will lie: without it, cards have no links."""
    around = surroundings(document, base_url)
    title = " · ".join(dict.fromkeys(filter(None, document.title))) or document.id
    return Deck(document.id, title, _about(document, learning), tuple(_cards(around, chosen)))


def _cards(around: Surroundings, chosen: Chosen) -> Iterator[Flashcard]:
    for annotations in around.document.annotations:
        yield from words(around, annotations, chosen)
    yield from sentences(around, chosen)


def _about(document: Document, learning: Learning) -> str:
    """Whose work is in the deck, as the licences of dictionaries want it said."""
    known = dict.fromkeys(credits(document.languages, learning))
    rows = (
        f'<li><a href="{escape(one.address)}">{escape(one.work)}</a>: '
        f'<a href="{escape(one.terms)}">{escape(one.licence)}</a> ({escape(one.changes)}){_notice(one.notice)}</li>'
        for one in known
    )
    return f"<ul>{''.join(rows)}</ul>" if known else ""


def _notice(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>" if text else ""
