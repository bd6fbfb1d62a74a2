"""Each document as a book on paper, `<document>.pdf`: set in pages, notes at their foot, tagged for voices. It is made
where site.toml asks for it, and WeasyPrint (the extra `[pdf]`) is loaded only then."""

from collections.abc import Iterator

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    from site_builder.paper.volume import book

    yield Artifact(data_path(document.id, "pdf"), book(document, site))


OUTPUT = Output("the document as a book on paper, PDF", for_document=_make, optional=True)
