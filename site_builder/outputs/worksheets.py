"""The page of worksheets of a document, for paper: words, gaps, matching, a sheet to fold, characters to write, strips.

Without scripts a sheet to fold stands there: the text in two columns. `js/worksheet*.js` make the others, with the key
to their answers on a page of its own.
"""

from collections.abc import Iterator
from typing import Any

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.exercise_pages import exercise_pages, practice_path, worksheet_path
from site_builder.rendering.exercises import material, sheet
from site_builder.rendering.page import Page, interface, joined, render_page
from site_builder.site import Site

KINDS = ("words", "cloze", "match", "fold", "grids", "strips")


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    if not exercise_pages(document, site):
        return
    path = worksheet_path(document.id)
    words = site.theme.words[interface(site, document.languages)]
    page = Page(path, f"{words['worksheet']} · {joined(document.title)}", words["worksheet-about"], document.languages)
    card = next(card for card in site.cards if card.id == document.id)
    most = site.config.view.page_pairs if card.leaves else 0
    exercises = practice_path(document.id).rpartition("/")[2]
    values: dict[str, Any] = {
        "kinds": KINDS,
        "rows": sheet(document, most),
        "partly": bool(most),
        "practice": exercises,
    }
    yield Artifact(path, render_page(site, "worksheet.html", page, **material(document, site, path), **values))


OUTPUT = Output("worksheets on each document, to be printed", for_document=_make)
