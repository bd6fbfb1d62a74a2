"""Each document as one HTML file with everything inside, `<document>/<document>.html`: to be sent, or kept."""

from collections.abc import Iterator

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.rendering.single import single_ending
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    from site_builder.onefile.page import file

    yield Artifact(data_path(document.id, single_ending(document, site)), file(document, site))


OUTPUT = Output("the document as one HTML file with everything inside", for_document=_make, optional=True)
