"""What a card says besides the word or sentence it is of: translation, notes, where it stands, in which languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from site_builder.languages import language
from site_builder.model import Annotations, Document, Line, Segment
from site_builder.rendering.addresses import page_path, relative


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A document as its cards look things up in it: segments by their id, bodies of notes by their label. `base_url` is
    where the site will lie, "" when that is unknown."""

    document: Document
    base_url: str
    segments: Mapping[str, Segment]
    notes: Mapping[str, tuple[tuple[Line, ...], ...]]

    def text(self, tag: str, text: str) -> str:
        """A text in the language of a tag as it is printed, as HTML."""
        return html(language(tag).typeset(text.strip()))

    def translation(self, side: int, line: str) -> str:
        """What the other languages say where `side` has this line, as HTML; "" where they have nothing."""
        told = zip(self.document.languages, self._said(line), strict=False)
        return "<br>".join([self.text(tag, said) for at, (tag, said) in enumerate(told) if at != side and said])

    def is_translated(self, side: int, line: str) -> bool:
        """Whether another language than `side` says something at this line."""
        return any(said for other, said in enumerate(self._said(line)) if other != side)

    def notes_of(self, segment: Segment) -> str:
        """The notes that a segment marks, in every language that has them, as HTML."""
        rows = (
            f"[{html(label)}] {self.text(tag, line.shown())}"
            for label in segment.notes()
            for tag, body in zip(self.document.languages, self.notes.get(label, ()), strict=False)
            for line in body
        )
        return "<br>".join(rows)

    def place(self, annotations: Annotations | None, side: int, line: str) -> dict[str, str]:
        """Fields that every card has: source, link, languages."""
        titles = self.document.title
        others = [tag for at, tag in enumerate(self.document.languages) if at != side]
        fragment = line.partition("/")[0]
        address = relative(page_path(self.document.id), "index.html", fragment)
        return {
            "Source": html(titles[side] or next((title for title in titles if title), self.document.id)),
            "Link": html(self.base_url + address) if self.base_url else "",
            "Language": html(self.document.languages[side]),
            "Other language": html(annotations.script) if annotations else "",
            "Translation language": html(others[0]) if others else "",
        }

    def _said(self, line: str) -> list[str]:
        """What each language says at a line: of a segment, or of a paragraph of a note where all have as many."""
        if line in self.segments:
            return [one.shown().strip() for one in self.segments[line].lines]
        label, _, number = line.removeprefix("n").rpartition("/")
        bodies = self.notes.get(label, ())
        if len({len(body) for body in bodies}) != 1:
            return []
        return [body[int(number) - 1].shown().strip() for body in bodies]


def surroundings(document: Document, base_url: str) -> Surroundings:
    """The surroundings of a document's cards. Code and pictures say nothing to learn."""
    pairs = (pair for pair in document.pairs() if not pair.shared and pair.kind != "code")
    segments = {segment.id: segment for pair in pairs for segment in pair.segments}
    return Surroundings(document, base_url, segments, {note.label: note.bodies for note in document.notes})


def html(text: str) -> str:
    """A text as HTML on one line: what is typed is shown, line breaks are kept. Nothing in it is a quotation mark, a
    tab or, at its beginning, a sign that makes spreadsheets calculate: a table of such texts is harmless."""
    safe = escape(text, quote=False).replace('"', "&quot;").replace("\t", " ").replace("\r", "").replace("\n", "<br>")
    return f"&#{ord(safe[0])};{safe[1:]}" if safe[:1] in _CALCULATES else safe


_CALCULATES = frozenset("=+-@")
