"""Where links and pictures lead in a file that stands alone: to places in it, to the site where its address is known,
or nowhere. Pictures stand in the file; those from elsewhere are replaced by their alternative texts."""

from base64 import b64encode
from urllib.parse import quote

from site_builder.linking import resolve
from site_builder.model import Document
from site_builder.rendering.addresses import absolute, page_path
from site_builder.rendering.pictures import kind_of
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
        if found.kind == "document":
            return self._there(page_path(found.document), found.fragment)
        return self._there(f"{self._document.id}/{found.path}") if found.kind == "file" else None

    def picture(self, typed: str) -> str | None:
        """The picture itself as an address; None where it is not a file of the content folder."""
        found = resolve(typed, self._document.path, self._site.catalogue, self._site.files)
        if found.kind != "file":
            return None
        data = self._site.read(found.path)
        kind = kind_of(data)
        return f"data:{kind};base64,{b64encode(data).decode()}" if kind else None

    def _there(self, path: str, fragment: str = "") -> str | None:
        """A page or file of the site."""
        base = self._site.config.base_url
        if not base:
            return None
        return absolute(base, path) + (f"#{quote(fragment, safe=':')}" if fragment else "")
