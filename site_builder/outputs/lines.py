"""The lines of a document by their ids, as a script that the pages for learners load when a sentence is asked for.

`<document>/<document>.lines.js` calls `Reader.provide("lines/<document>", data)` with

    languages  the tags of the document's languages
    titles     the document's title in each of them
    lines      by id of segment, or `n5/1` for a paragraph of note 5, the text in each language, "" where there is none

A text is what the page shows, without the marks of notes, as it is printed: as long as the lines that the script of
words cuts into words (see glosses.py). Paragraphs of notes stand beside each other where all languages have as many;
else they stand alone, in a language that has words. Code and pictures are left out. It is made where site.toml asks for
what learners are told.
"""

from collections.abc import Iterator
from json import JSONEncoder

from site_builder.languages import language
from site_builder.model import Document, Note
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site
from site_builder.studying import side_learnt

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    if not site.config.learning.layers:
        return
    head = _json({"languages": document.languages, "titles": document.title})
    lines = ",\n".join(f"{_json(line)}:{_json(texts)}" for line, texts in _lines(document) if any(texts))
    data = f'Reader.provide({_json(f"lines/{document.id}")},{head[:-1]},\n"lines":{{{lines}}}}});\n'
    yield Artifact(data_path(document.id, "lines.js"), data.encode())


def _lines(document: Document) -> Iterator[tuple[str, list[str]]]:
    typeset = [language(tag).typeset for tag in document.languages]

    def printed(texts: list[str]) -> list[str]:
        return [shape(text) for shape, text in zip(typeset, texts, strict=True)]

    for pair in document.pairs():
        if not pair.shared and pair.kind != "code":
            for segment in pair.segments:
                yield segment.id, printed([line.shown() for line in segment.lines])
    side = side_learnt(document)
    for note in document.notes:
        for number, texts in enumerate(_paragraphs(note, side), 1):
            yield f"n{note.label}/{number}", printed(texts)


def _paragraphs(note: Note, side: int) -> Iterator[list[str]]:
    """The paragraphs of a note in each language; where one has more than another, those of `side` alone."""
    beside = len({len(body) for body in note.bodies}) == 1
    for at in range(len(note.bodies[side])):
        yield [body[at].shown() if beside or own == side else "" for own, body in enumerate(note.bodies)]


OUTPUT = Output("the lines of the text by their ids, for the pages of words and cards", for_document=_make)
