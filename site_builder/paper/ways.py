"""Where links, pictures and marks of notes lead in a book on paper. Pictures stand in the page as `data:` addresses,
so that whoever sets it needs to ask neither the disk nor the network."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from markupsafe import escape

from site_builder.languages import language
from site_builder.linking import on_site, resolve
from site_builder.model import Document, Line, Note, Span
from site_builder.rendering.inline import Inline, inline_html
from site_builder.rendering.pictures import as_address
from site_builder.rendering.tongues import speaks
from site_builder.site import Site

_JOINED = "\u2060"  # no row begins with a mark


class Ways:
    """The addresses of one book. `set_notes` are the labels of the notes that stand at the foot of a page so far."""

    def __init__(self, document: Document, site: Site) -> None:
        self.set_notes: set[str] = set()
        self._document = document
        self._site = site
        self._notes = {note.label: note for note in document.notes}
        self._places = frozenset(_places(document))
        self._pictures = _pictures(document, site)

    def inline(self, tag: str, in_note: bool = False) -> Inline:
        """How lines in a language are made; those of a note hold no notes, but lead to them."""
        return Inline(self.address, self._reference if in_note else self.mark, language(tag).typeset)

    def address(self, typed: str) -> str | None:
        """The address in the book of one that the author typed."""
        if typed in self._pictures:
            return self._pictures[typed] or None
        found = resolve(typed, self._document.path, self._site.catalogue, self._site.files)
        if found.kind == "outside":
            return typed
        if found.kind == "fragment" or found.document == self._document.id:
            start = (found.fragment or "s0").partition(":")[0]
            return f"#{quote(start)}" if start in self._places else None
        return on_site(found, self._document.id, self._site.config.base_url)

    def mark(self, span: Span) -> str:
        """A note's first mark is the note, which goes to the foot of the page; later ones lead to it."""
        note = self._notes.get(span.value)
        if note is None or span.value in self.set_notes:
            return self._reference(span)
        self.set_notes.add(span.value)
        label = escape(span.value)
        return f'{_JOINED}<span class="note" id="n{label}" data-label="{label}">{self.note(note)}</span>'

    def note(self, note: Note) -> str:
        """What a note says in each language."""
        return " ".join(
            f'<span class="said" {speaks(tag)}>{inline_html(line, self.inline(tag, in_note=True))}</span>'
            for tag, body in zip(self._document.languages, note.bodies, strict=True)
            for line in body
        )

    def _reference(self, span: Span) -> str:
        label = escape(span.value)
        if span.value not in self._notes:
            return f"{_JOINED}<sup>{label}</sup>"
        return f'{_JOINED}<sup><a href="#n{quote(span.value)}">{label}</a></sup>'


def _places(document: Document) -> Iterator[str]:
    yield from (section.id for section in document.sections)
    for pair in document.pairs():
        yield from (pair.id, *filter(None, [pair.own_id]), *(segment.id for segment in pair.segments))
    yield from (f"n{note.label}" for note in document.notes)


def _lines(document: Document) -> Iterator[Line]:
    yield from (line for segment in document.segments() for line in segment.lines)
    yield from (line for note in document.notes for body in note.bodies for line in body)


def _pictures(document: Document, site: Site) -> Mapping[str, str]:
    """The address of each picture's own bytes by the address that the author typed; "" for those from elsewhere."""
    typed = dict.fromkeys(span.value for line in _lines(document) for span in line.of_kind("image"))
    return {one: _data(one, document, site) for one in typed}


def _data(typed: str, document: Document, site: Site) -> str:
    found = resolve(typed, document.path, site.catalogue, site.files)
    return as_address(site.read(found.path)) if found.kind == "file" else ""
