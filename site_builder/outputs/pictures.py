"""The pictures a document shows, copied beside its page under the path its author gave them."""

from collections.abc import Iterator

from site_builder.linking import resolve, targets
from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    for address, _ in targets(document):
        found = resolve(address, document.path, site.catalogue, site.files)
        if found.kind == "file":
            yield Artifact(f"{document.id}/{found.path}", copy_of=found.path)


OUTPUT = Output("pictures and other files that a document links to", for_document=_make)
