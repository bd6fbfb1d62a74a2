"""Which electronic books a document has, and what their files are called."""

from collections.abc import Iterator

from site_builder.config import Ebook, EditionName
from site_builder.model import Document


def editions(document: Document, wanted: Ebook) -> Iterator[EditionName]:
    """The editions that are wanted; the one with readings only where there are any."""
    readings = any(lines for found in document.annotations for lines in found.readings.values())
    return (edition for edition in wanted.editions if edition != "ruby" or readings)


def ending(edition: EditionName) -> str:
    """How the name of an edition's file ends."""
    return "epub" if edition == "paragraphs" else f"{edition}.epub"
