"""Each document as electronic books, EPUB 3: `<document>.epub` with paragraphs in turn, `….interlinear.epub` with each
segment above its translation, and `….ruby.epub` with readings over the words, where there are any."""

from collections.abc import Iterator

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.rendering.books import editions, ending
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    from site_builder.ebook.volume import book

    for edition in editions(document, site.config.ebook):
        yield Artifact(data_path(document.id, ending(edition)), book(document, edition, site))


OUTPUT = Output("the document as electronic books, EPUB 3", for_document=_make, optional=True)
