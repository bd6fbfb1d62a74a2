"""Where links and pictures lead in a file that stands alone: to places in it, to the site where its address is known,
or nowhere. Pictures stand in the file; those from elsewhere are replaced by their alternative texts."""

from site_builder.linking import on_site, resolve
from site_builder.model import Document
from site_builder.rendering.pictures import as_address
from site_builder.site import Site


class Ways:
    """The addresses of one document's file."""

    def __init__(self, document: Document, site: Site) -> None:
        self._document = document
        self._site = site

    def address(self, typed: str) -> str | None:
        """Where a link leads; None where that is not known."""
        found = resolve(typed, self._document.path, self._site.catalogue, self._site.files)
        if found.kind == "outside":
            return typed
        if found.kind == "fragment" or (found.kind == "document" and found.document == self._document.id):
            return f"#{found.fragment or 'text'}"
        return on_site(found, self._document.id, self._site.config.base_url)

    def picture(self, typed: str) -> str | None:
        """The picture itself as an address; None where it is not a file of the content folder."""
        found = resolve(typed, self._document.path, self._site.catalogue, self._site.files)
        return (as_address(self._site.read(found.path)) if found.kind == "file" else "") or None
