"""What is added to a paired document, one kind of span a file, in this order."""

from collections.abc import Callable

from site_builder.model import Document

Enrichment = Callable[[Document], Document]

IN_ORDER: tuple[Enrichment, ...] = ()


def enrich(document: Document) -> Document:
    """The document after every enrichment."""
    for enrichment in IN_ORDER:
        document = enrichment(document)
    return document
