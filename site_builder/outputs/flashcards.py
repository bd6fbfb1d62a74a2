"""The page on which the cards of each document are reviewed: `<document>/cards.html`.

The page itself is empty; `js/flashcards*.js` fill it from the scripts of words, meanings (glosses.py) and sentences
(lines.py). Without scripts it leads to the decks that other programs take.
"""

from collections.abc import Iterator
from urllib.parse import quote

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.about import about
from site_builder.rendering.addresses import data_path
from site_builder.rendering.layers import learner
from site_builder.rendering.learning import cards_path, scripts, study_pages
from site_builder.rendering.page import Page, interface, joined, render_page
from site_builder.site import Site
from site_builder.studying import side_learnt


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    path = cards_path(document.id)
    if not any(page == path for page, _ in study_pages(document, site)):
        return
    title = site.theme.words[interface(site, document.languages)]["flashcards"]
    name = f"{title} · {joined(document.title)}"
    side = side_learnt(document)
    with_words = next((each for each in document.annotations if each.words and each.side == side), None)
    lines = {"lines": quote(data_path(document.id, "lines.js"))}
    data = render_page(
        site,
        "flashcards.html",
        Page(path, name, name, document.languages),
        learner(document),
        **about(document, site, path),
        tag=document.languages[side],
        scripts=scripts(document, with_words, site) if with_words else lines,
    )
    yield Artifact(path, data)


OUTPUT = Output("the page on which the cards of each text are reviewed", for_document=_make)
