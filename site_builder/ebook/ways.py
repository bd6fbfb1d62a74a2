"""Where links, pictures and marks of notes lead in a book: to its own files, to the site where its address is known, or
nowhere. A book asks nothing of the network, so pictures from elsewhere are replaced by their alternative texts."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import escape

from site_builder.ebook.layout import NOTES, Layout
from site_builder.linking import on_site, resolve
from site_builder.model import Document, Span
from site_builder.rendering.pictures import kind_of
from site_builder.site import Site


class Picture(NamedTuple):
    """A picture that the book holds: its name there, its media type, its bytes."""

    name: str
    kind: str
    data: bytes


class Mark(NamedTuple):
    """Where a note is marked: the file, and the id in it."""

    file: str
    id: str


class Ways:
    """The addresses of one book. `file` is the file that is being written; `marks` are those met so far, by note."""

    def __init__(self, document: Document, site: Site, layout: Layout) -> None:
        self.file = ""
        self.marks: dict[str, list[Mark]] = {}
        self.pictures = _pictures(document, site)
        self._document = document
        self._site = site
        self._layout = layout
        self._labels = frozenset(note.label for note in document.notes)
        self._shown = frozenset(address for address, _ in _images(document))
        self._met: Counter[str] = Counter()

    def address(self, typed: str) -> str | None:
        """The address in the book of one that the author typed."""
        if typed in self._shown:
            return self.pictures[typed].name if typed in self.pictures else None
        found = resolve(typed, self._document.path, self._site.catalogue, self._site.files)
        if found.kind == "outside":
            return typed
        if found.kind == "fragment" or (found.kind == "document" and found.document == self._document.id):
            return self._layout.address(found.fragment or "s0", self.file) or None
        return on_site(found, self._document.id, self._site.config.base_url)

    def mark(self, span: Span) -> str:
        """A note's mark: a link to the note, where there is one."""
        label = escape(span.value)
        if span.value not in self._labels:
            return f'<sup class="mark">{label}</sup>'
        anchor, kind = "", "mark borrowed"
        if span.kind == "note":
            self._met[span.value] += 1
            again = f"-{self._met[span.value]}" if self._met[span.value] > 1 else ""
            mark = Mark(self.file, f"r{span.value}{again}")
            self.marks.setdefault(span.value, []).append(mark)
            anchor, kind = f' id="{escape(mark.id)}"', "mark"
        place = "" if self.file == NOTES else NOTES
        to = f'href="{place}#n{quote(span.value)}"'
        return f'<sup><a class="{kind}"{anchor} {to} epub:type="noteref" role="doc-noteref">{label}</a></sup>'


def _images(document: Document) -> list[tuple[str, str]]:
    """The pictures of a text: address and alternative text."""
    lines = [line for segment in document.segments() for line in segment.lines if line.spans]
    lines += [line for note in document.notes for body in note.bodies for line in body if line.spans]
    return [(span.value, line.text[span.start : span.end]) for line in lines for span in line.of_kind("image")]


def _pictures(document: Document, site: Site) -> Mapping[str, Picture]:
    """The pictures that can be in the book, by the address that the author typed."""
    made: dict[str, Picture] = {}
    for typed, _ in _images(document):
        found = resolve(typed, document.path, site.catalogue, site.files)
        if found.kind == "file" and typed not in made:
            data = site.read(found.path)
            if kind := kind_of(data):
                ending = kind.partition("/")[2].partition("+")[0]
                number = len({picture.data for picture in made.values()} | {data})
                same = next((picture for picture in made.values() if picture.data == data), None)
                made[typed] = same or Picture(f"pictures/{number}.{ending}", kind, data)
    return made
