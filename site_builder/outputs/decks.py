"""Flash cards of each document for learners: `<document>/<document>.apkg` for Anki, and the same cards as a table,
`<document>/<document>.cards.tsv`. They are made where site.toml asks for what learners are told."""

from collections.abc import Iterator

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site
from site_builder.studying import has_deck


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    if not has_deck(document, site.config.learning):
        return
    from site_builder.decks.anki import package
    from site_builder.decks.making import deck
    from site_builder.decks.table import table

    made = deck(document, site.config.learning, site.config.base_url)
    yield Artifact(data_path(document.id, "apkg"), package(made))
    yield Artifact(data_path(document.id, "cards.tsv"), table(made).encode())


OUTPUT = Output("flash cards for learners: a deck for Anki, and a table", for_document=_make)
