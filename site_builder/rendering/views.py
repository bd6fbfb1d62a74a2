"""A document as templates see it: every line already HTML, everything else as plain values."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.languages import Language, language
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span
from site_builder.rendering.code import highlight
from site_builder.rendering.endonyms import endonym
from site_builder.rendering.inline import Address, Inline, before_closing, inline_html, text_html


class LineView(NamedTuple):
    """One line: what it says as HTML, and the whole element with the white space that follows it."""

    html: Markup
    element: str


class TextView(NamedTuple):
    """One language of a pair: its own name, `lang` and direction as attributes, its lines one by one, and joined."""

    name: str
    attributes: Markup
    lines: list[LineView]
    html: Markup
    empty: bool


class PairView(NamedTuple):
    """A pair and its texts; `number` is what the margin shows, `tag` the element it becomes as a heading."""

    pair: Pair
    number: str
    texts: list[TextView]
    tag: str

    def rows(self, text: TextView) -> list[list[LineView]]:
        """The cells of a table's text, row by row."""
        width = max(1, len(self.pair.info))
        return [text.lines[at : at + width] for at in range(0, len(text.lines), width)]


class SectionView(NamedTuple):
    """A section and the views of its pairs."""

    section: Section
    pairs: list[PairView]


class NoteView(NamedTuple):
    """A note: its bodies as (language, attributes, paragraphs), and what to call each place that marks it."""

    label: str
    bodies: tuple[tuple[str, Markup, tuple[Markup, ...]], ...]
    missing: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]


class DocumentView:
    """Turns one document into views. `address` resolves links; `mark_word` is what a mark is called aloud ("Note").

    `title_shown` tells whether the text begins with the document's title itself, so that the page need not add it.
    """

    def __init__(self, document: Document, address: Address, mark_word: str) -> None:
        self.document = document
        speeches = tuple(language(tag) for tag in document.languages)
        self._tags = tuple(escape(tag) for tag in document.languages)
        self._names = tuple(endonym(tag) for tag in document.languages)
        self._attributes = tuple(
            _attributes(tag, speech) for tag, speech in zip(document.languages, speeches, strict=True)
        )
        self._marked: Counter[str] = Counter()
        self._mark_word = escape(mark_word)
        self.title_shown = _opens_with_title(document)
        self._below_title = int(not self.title_shown or any(pair.kind == "title" for pair in document.pairs()))
        self._labels = {note.label for note in document.notes}
        self._how = tuple(Inline(address, self._mark, speech.typeset) for speech in speeches)

    def sections(self) -> Iterator[SectionView]:
        """The sections in order; ask once, since marks are numbered as they are met."""
        for section in self.document.sections:
            yield SectionView(section, [self._pair(pair) for pair in section.pairs])

    def notes(self) -> Iterator[NoteView]:
        """The notes in order, to be asked for after the sections."""
        return (self._note(note) for note in self.document.notes)

    def _pair(self, pair: Pair) -> PairView:
        sides = range(1 if pair.shared else len(self._how))
        texts = [self._text(pair, side) for side in sides]
        return PairView(pair, pair.id[1:], texts, f"h{min(6, pair.level + self._below_title)}")

    def _text(self, pair: Pair, side: int) -> TextView:
        """The elements that outside tools know lines by. The innermost loop of a build: hence no template a line."""
        how, lines = self._how[side], []
        for segment in pair.segments:
            line = segment.lines[side]
            if pair.kind == "code":
                html = highlight(line.text, pair.info)
            elif any(other.spans for other in segment.lines):
                html = inline_html(_with_borrowed(line, segment), how)
            else:
                html = text_html(how.typeset(line.text))
            anchor = f' id="{segment.id}"' if side == 0 else ""
            gap = " " if line.text[-1:].isspace() else ""
            kind = "line" if html else "line empty"
            head = f'<span class="{kind}" lang="{self._tags[side]}" data-segment="{segment.id}"{anchor}>'
            lines.append(LineView(html, f"{head}{html}</span>{gap}"))
        joined = Markup("".join([element for _, element in lines]))
        return TextView(self._names[side], self._attributes[side], lines, joined, not any(html for html, _ in lines))

    def _mark(self, span: Span) -> Markup:
        label = escape(span.value)
        if span.value not in self._labels:
            return Markup(f'<sup class="mark">{label}</sup>')
        kind, anchor = "mark borrowed", ""
        if span.kind == "note":
            self._marked[span.value] += 1
            again = f"-{self._marked[span.value]}" if self._marked[span.value] > 1 else ""
            kind, anchor = "mark", f'id="r{label}{again}" '
        name = f'aria-label="{self._mark_word} {label}"'
        return Markup(f'<a class="{kind}" {anchor}href="#n{label}" role="doc-noteref" {name}>{label}</a>')

    def _note(self, note: Note) -> NoteView:
        bodies = tuple(
            (tag, attributes, tuple(inline_html(line, how) for line in body))
            for tag, attributes, how, body in zip(
                self.document.languages, self._attributes, self._how, note.bodies, strict=True
            )
        )
        count = self._marked[note.label]
        marks = tuple((f"r{note.label}" + (f"-{at}" if at > 1 else ""), _place(note, at)) for at in range(1, count + 1))
        present = tuple(body for body in bodies if body[2])
        return NoteView(note.label, present, tuple(tag for tag, _, body in bodies if not body), marks)


def _opens_with_title(document: Document) -> bool:
    """Whether there is a title block, or the first heading is the title and of the first rank."""
    first = next(document.pairs(), None)
    if first is None or first.kind not in ("title", "heading") or first.level > 1:
        return False
    sides = range(len(document.languages))
    text = tuple("".join(segment.lines[side].shown() for segment in first.segments).strip() for side in sides)
    return first.kind == "title" or text == document.title


def _with_borrowed(line: Line, segment: Segment) -> Line:
    """The line with marks at its end for notes that only other editions mark here."""
    own = {span.value for span in line.of_kind("note")}
    borrowed = [label for label in segment.notes() if label not in own] if line.text else []
    at = before_closing(line.text)
    return Line(line.text, (*line.spans, *(Span(at, at, "borrowed", label) for label in borrowed)))


def _place(note: Note, at: int) -> str:
    """The pair a mark stands in, as its number: p4-1 → 4."""
    return note.marks[min(at, len(note.marks)) - 1].partition("-")[0][1:] if note.marks else ""


def _attributes(tag: str, speech: Language) -> Markup:
    return Markup('lang="{}"{}').format(tag, Markup(' dir="rtl"') if speech.rtl else "")
