"""Each document as plain text: `<document>.<tag>.txt` in each language, `<document>.txt` in all by turns."""

from collections.abc import Iterator

from site_builder.interchange.plain_text import PLAIN
from site_builder.interchange.prose import written
from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    sides = range(len(document.languages))
    yield Artifact(data_path(document.id, "txt"), written(document, sides, PLAIN).encode())
    for side in sides:
        path = data_path(document.id, f"{document.languages[side]}.txt")
        yield Artifact(path, written(document, [side], PLAIN).encode())


OUTPUT = Output("the document as plain text, in each language and in all", for_document=_make, optional=True)
