"""The page of exercises of a document: reveal, blur, gaps, matching, order and dictation, all from its own sentences.

The page itself is empty; `js/practice*.js` fill it from the lines and words of the document.
"""

from collections.abc import Iterator

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.exercise_pages import exercise_pages, practice_path, worksheet_path
from site_builder.rendering.exercises import material
from site_builder.rendering.page import Page, interface, joined, render_page
from site_builder.site import Site

TASKS = ("cloze", "match", "order", "dictation", "blur", "reveal")


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    if not exercise_pages(document, site):
        return
    path = practice_path(document.id)
    words = site.theme.words[interface(site, document.languages)]
    title = f"{words['practice']} · {joined(document.title)}"
    page = Page(path, title, words["practice-about"], document.languages)
    sheet = worksheet_path(document.id).rpartition("/")[2]
    data = render_page(site, "practice.html", page, **material(document, site, path), tasks=TASKS, sheet=sheet)
    yield Artifact(path, data)


OUTPUT = Output("exercises on each document, for learners and classes", for_document=_make)
