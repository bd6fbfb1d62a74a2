"""A deck as a table that Anki imports: the lines at its head say what each column is; other programs skip them.

#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
#columns:guid	notetype	deck	tags	Text	…
"""

from site_builder.decks import FIELDS, Deck, deck_name
from site_builder.decks.faces import TYPES

_OWN = ("guid", "notetype", "deck", "tags")


def table(deck: Deck) -> str:
    """The table. Cells are HTML on one line, without quotation marks, so that every reader of tables agrees on them."""
    head = ["#separator:tab", "#html:true"]
    head += [f"#{name} column:{place}" for place, name in enumerate(_OWN, 1)]
    head.append("#columns:" + "\t".join((*_OWN, *FIELDS)))
    rows = (
        "\t".join((card.guid, TYPES[card.kind][1], deck_name(deck, card.deck), " ".join(card.tags), *card.fields))
        for card in deck.cards
    )
    return "\n".join((*head, *rows)) + "\n"
