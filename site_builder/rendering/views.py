"""A document as templates see it: every line already HTML, everything else as plain values."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.languages import Language, language
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span
from site_builder.rendering.code import highlight
from site_builder.rendering.inline import Address, Inline, before_closing, inline_html

_MARK = Markup('<a class="mark{}" {}href="#n{}" role="doc-noteref" aria-label="{} {}">{}</a>')


@dataclass(frozen=True, slots=True)
class LineView:
    """One line: what it says as HTML, and the whole element with the white space that follows it."""

    html: Markup
    element: Markup


@dataclass(frozen=True, slots=True)
class TextView:
    """One language of a pair: its lines one by one, and joined."""

    lang: str
    dir: str
    lines: tuple[LineView, ...]

    @property
    def html(self) -> Markup:
        """All lines as they run on."""
        return Markup("".join(line.element for line in self.lines))

    @property
    def empty(self) -> bool:
        """Nothing in this language."""
        return not any(line.html for line in self.lines)


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair and its texts; `number` is what the margin shows, `tag` the heading element it becomes."""

    pair: Pair
    number: str
    texts: tuple[TextView, ...]
    tag: str

    def rows(self, text: TextView) -> list[tuple[LineView, ...]]:
        """The cells of a table's text, row by row."""
        width = max(1, len(self.pair.info))
        return [text.lines[at : at + width] for at in range(0, len(text.lines), width)]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section and the views of its pairs."""

    section: Section
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note: its bodies as (language, direction, paragraphs), and what to call each place that marks it."""

    label: str
    bodies: tuple[tuple[str, str, tuple[Markup, ...]], ...]
    missing: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]


class DocumentView:
    """Turns one document into views. `address` resolves links; `mark_word` is what a mark is called aloud ("Note")."""

    def __init__(self, document: Document, address: Address, mark_word: str) -> None:
        self.document = document
        self._languages = tuple(language(tag) for tag in document.languages)
        self._marked: Counter[str] = Counter()
        self._mark_word = mark_word
        self._labels = {note.label for note in document.notes}
        self._how = tuple(Inline(address, self._mark, each.typeset) for each in self._languages)

    def sections(self) -> Iterator[SectionView]:
        """The sections in order; ask once, since marks are numbered as they are met."""
        for section in self.document.sections:
            yield SectionView(section, tuple(self._pair(pair) for pair in section.pairs))

    def notes(self) -> Iterator[NoteView]:
        """The notes in order, to be asked for after the sections."""
        return (self._note(note) for note in self.document.notes)

    def _pair(self, pair: Pair) -> PairView:
        sides = range(1 if pair.shared else len(self._languages))
        texts = tuple(self._text(pair, side) for side in sides)
        return PairView(pair, pair.id[1:], texts, f"h{min(6, pair.level + 1)}" if pair.kind == "heading" else "div")

    def _text(self, pair: Pair, side: int) -> TextView:
        tag, speech = self.document.languages[side], self._languages[side]
        draw = self._code(pair) if pair.kind == "code" else self._drawn(side)
        lines = tuple(_line(segment, draw(segment), side, tag) for segment in pair.segments)
        return TextView(tag, _direction(speech), lines)

    def _code(self, pair: Pair) -> Callable[[Segment], Markup]:
        return lambda segment: highlight(segment.lines[0].text, pair.info)

    def _drawn(self, side: int) -> Callable[[Segment], Markup]:
        how = self._how[side]

        def draw(segment: Segment) -> Markup:
            line = segment.lines[side]
            return inline_html(_with_borrowed(line, segment) if _marks_elsewhere(line, segment) else line, how)

        return draw

    def _mark(self, span: Span) -> Markup:
        label = span.value
        if label not in self._labels:
            return Markup('<sup class="mark">{}</sup>').format(label)
        if span.kind == "borrowed":
            return _MARK.format(" borrowed", "", label, self._mark_word, label, label)
        self._marked[label] += 1
        suffix = f"-{self._marked[label]}" if self._marked[label] > 1 else ""
        return _MARK.format("", Markup('id="r{}{}" ').format(label, suffix), label, self._mark_word, label, label)

    def _note(self, note: Note) -> NoteView:
        bodies = tuple(
            (tag, _direction(speech), tuple(inline_html(line, how) for line in body))
            for tag, speech, how, body in zip(
                self.document.languages, self._languages, self._how, note.bodies, strict=True
            )
        )
        count = self._marked[note.label]
        marks = tuple((f"r{note.label}" + (f"-{at}" if at > 1 else ""), _place(note, at)) for at in range(1, count + 1))
        present = tuple(body for body in bodies if body[2])
        return NoteView(note.label, present, tuple(tag for tag, _, body in bodies if not body), marks)


def _marks_elsewhere(line: Line, segment: Segment) -> bool:
    return bool(line.text) and any(
        span.kind == "note" for other in segment.lines if other is not line for span in other.spans
    )


def _with_borrowed(line: Line, segment: Segment) -> Line:
    """The line with marks at its end for notes that only other editions mark here."""
    own = {span.value for span in line.of_kind("note")}
    at = before_closing(line.text)
    borrowed = tuple(Span(at, at, "borrowed", label) for label in segment.notes() if label not in own)
    return Line(line.text, line.spans + borrowed)


def _place(note: Note, at: int) -> str:
    """The pair a mark stands in, as its number: p4-1 → 4."""
    return note.marks[min(at, len(note.marks)) - 1].partition("-")[0][1:] if note.marks else ""


def _line(segment: Segment, html: Markup, side: int, tag: str) -> LineView:
    """The element that outside tools know a line by. The first language's lines carry the segments' anchors. Ids and
    tags are ours and need no escaping; this is the innermost loop of a build, hence no template."""
    anchor = f' id="{segment.id}"' if side == 0 else ""
    gap = " " if segment.lines[side].text[-1:].isspace() else ""
    kind = "line" if html else "line empty"
    element = f'<span class="{kind}" lang="{tag}" data-segment="{segment.id}"{anchor}>{html}</span>{gap}'
    return LineView(html, Markup(element))


def _direction(speech: Language) -> str:
    return "rtl" if speech.rtl else "ltr"
