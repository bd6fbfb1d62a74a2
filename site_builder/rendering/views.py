"""A document as its page shows it: every pair already HTML, notes as plain values with their text as HTML.

`partials/pair.html` says what a pair looks like. It is rendered once for all pairs of a form (`forms`): a kind of pair,
its level, its languages and whether a line is missing. Only a title and a table are rendered by themselves, since their
markup depends on their lines.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import StrictUndefined
from markupsafe import Markup, escape

from site_builder.languages import language
from site_builder.model import Document, Note, Pair, Section, Span
from site_builder.rendering.forms import hole
from site_builder.rendering.inline import Address, Inline, escaped, inline_html
from site_builder.rendering.lines import Side, elements, said, side_of
from site_builder.rendering.theme import Theme

_TEMPLATE = "partials/pair.html"
_WITH_LINES = ("title", "table")
_NO_LINES = StrictUndefined("only a title and a table have lines, other kinds of pairs have their html")


class LineView(NamedTuple):
    """One line: what it says as HTML, and the whole element with the white space that follows it."""

    html: Markup
    element: Markup


class TextView(NamedTuple):
    """One language of a pair: its own name, `lang` and direction as attributes, its lines one by one, or joined."""

    name: str
    attributes: Markup
    lines: Sequence[LineView] | StrictUndefined
    html: Markup
    empty: bool


class PairView(NamedTuple):
    """A pair and its texts; `number` is what the margin shows, `tag` the element it becomes as a heading."""

    pair: Pair
    number: str
    texts: list[TextView]
    tag: str

    def rows(self, text: TextView) -> list[Sequence[LineView]]:
        """The cells of a table's text, row by row."""
        width = max(1, len(self.pair.info))
        return [text.lines[at : at + width] for at in range(0, len(text.lines), width)]


class SectionView(NamedTuple):
    """A section and its pairs as HTML."""

    section: Section
    html: Markup


class NoteView(NamedTuple):
    """A note: its bodies as (language, attributes, paragraphs), and what to call each place that marks it."""

    label: str
    bodies: tuple[tuple[str, Markup, tuple[Markup, ...]], ...]
    missing: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]


class _Marks:
    """The marks of notes as HTML, numbered as they are met. `labels` are those of the notes that are there, `first` has
    the number of the first mark, where it is not 1."""

    def __init__(self, labels: frozenset[str], word: str, first: Mapping[str, int]) -> None:
        self.met: Counter[str] = Counter({label: number - 1 for label, number in first.items()})
        self._labels = labels
        self._word = escape(word)

    def html(self, span: Span) -> str:
        """The mark of a span: a link to the note, where there is one."""
        label = escape(span.value)
        if span.value not in self._labels:
            return f'<sup class="mark">{label}</sup>'
        kind, anchor = "mark borrowed", ""
        if span.kind == "note":
            self.met[span.value] += 1
            again = f"-{self.met[span.value]}" if self.met[span.value] > 1 else ""
            kind, anchor = "mark", f'id="r{label}{again}" '
        name = f'aria-label="{self._word} {label}"'
        return f'<a class="{kind}" {anchor}href="#n{label}" role="doc-noteref" {name}>{label}</a>'


class DocumentView:
    """Turns one document into views. `address` resolves links; `mark_word` is what a mark is called aloud ("Note").

    `title_shown` tells whether the text begins with the document's title itself, so that the page need not add it. On a
    page of a long document, `top` is the level of its highest heading, and `marks` has the number of the first mark of
    each note. `players` of recordings stand below the title and the headings, by their section's id. `picture` finds
    pictures where links are found in another way.
    """

    def __init__(
        self,
        document: Document,
        theme: Theme,
        address: Address,
        mark_word: str,
        top: int = 1,
        marks: Mapping[str, int] = MappingProxyType({}),
        players: Mapping[str, Markup] = MappingProxyType({}),
        picture: Address | None = None,
    ) -> None:
        self.document = document
        self.title_shown = _opens_with_title(document, top)
        self._theme = theme
        self._top = top
        self._first = marks
        self._players = players
        self._below_title = int(not self.title_shown or any(pair.kind == "title" for pair in document.pairs()))
        self._marks = _Marks(frozenset([note.label for note in document.notes]), mark_word, marks)
        self._sides = [
            side_of(index, tag, Inline(address, self._marks.html, language(tag).typeset, picture))
            for index, tag in enumerate(document.languages)
        ]

    def sections(self) -> Iterator[SectionView]:
        """The sections in order; ask once, since marks are numbered as they are met."""
        for at, section in enumerate(self.document.sections):
            made = [self._pair(pair) for pair in section.pairs]
            if self._players:
                opened = bool(section.pairs) and section.pairs[0].kind in ("title", "heading")
                whole = self._players.get("", "") if at == 0 and self.title_shown else ""
                made.insert(int(opened), whole + self._players.get(section.id, ""))
            yield SectionView(section, Markup("".join(made)))

    def notes(self) -> Iterator[NoteView]:
        """The notes in order, to be asked for after the sections."""
        return (self._note(note) for note in self.document.notes)

    def _pair(self, pair: Pair) -> str:
        tag = f"h{min(6, pair.level - self._top + 1 + self._below_title)}" if pair.kind == "heading" else ""
        sides = self._sides[:1] if pair.shared else self._sides
        if pair.kind in _WITH_LINES:
            texts = [_text(pair, side) for side in sides]
            return self._theme.render(_TEMPLATE, view=PairView(pair, pair.id[1:], texts, tag))
        values = {"id": pair.id, "number": pair.id[1:]}
        if pair.own_id or pair.marker:
            values |= {"own_id": escaped(pair.own_id), "marker": escaped(pair.marker)}
        absent: tuple[bool, ...] = ()
        spans = pair.has_spans()
        for side in sides:
            html = said(pair, side, spans)
            values[f"text{side.index}"] = "".join(elements(pair, side, html))
            absent += (not any(html),)
        return self._form(pair, tag, sides, absent) % values

    def _form(self, pair: Pair, tag: str, sides: list[Side], absent: tuple[bool, ...]) -> str:
        """What the pair has in common with others: all that the template may look at is in the key."""
        look = (pair.kind, pair.level, pair.quoted, pair.info, pair.shared, bool(pair.own_id), bool(pair.marker))
        key = (look, tag, self.document.languages, absent)
        return self._theme.form(_TEMPLATE, key, lambda: {"view": _pattern(pair, tag, sides, absent)})

    def _note(self, note: Note) -> NoteView:
        bodies = tuple(
            (tag, side.attributes, tuple(Markup(inline_html(line, side.how)) for line in body))
            for tag, side, body in zip(self.document.languages, self._sides, note.bodies, strict=True)
        )
        numbers = range(self._first.get(note.label, 1), self._marks.met[note.label] + 1)
        marks = tuple((f"r{note.label}" + (f"-{at}" if at > 1 else ""), _place(note, at)) for at in numbers)
        present = tuple(body for body in bodies if body[2])
        return NoteView(note.label, present, tuple(tag for tag, _, body in bodies if not body), marks)


def text_of(view: DocumentView, players: Mapping[str, Markup]) -> dict[str, Any]:
    """What the template of a page is told of its text. Players of the whole text stand in it below its title; where the
    page has to add the title, it adds them."""
    sections, notes = list(view.sections()), list(view.notes())
    above = "" if view.title_shown else players.get("", "")
    return {"sections": sections, "notes": notes, "title_shown": view.title_shown, "players": above}


def _text(pair: Pair, side: Side) -> TextView:
    html = said(pair, side, pair.has_spans())
    made = elements(pair, side, html)
    lines = [LineView(Markup(says), Markup(element)) for says, element in zip(html, made, strict=True)]
    return TextView(side.name, side.attributes, lines, Markup("".join(made)), not any(html))


def _pattern(pair: Pair, tag: str, sides: list[Side], absent: tuple[bool, ...]) -> PairView:
    """The pair with holes for what is its own."""
    texts = [
        TextView(side.name, side.attributes, _NO_LINES, hole(f"text{side.index}"), empty)
        for side, empty in zip(sides, absent, strict=True)
    ]
    own_id, marker = pair.own_id and hole("own_id"), pair.marker and hole("marker")
    bare = replace(pair, id=hole("id"), own_id=own_id, marker=marker, segments=(), place=None)
    return PairView(bare, hole("number"), texts, tag)


def _opens_with_title(document: Document, top: int) -> bool:
    """Whether there is a title block, or the first heading is the title and of the first rank, which is `top`."""
    first = next(document.pairs(), None)
    if first is None or first.kind not in ("title", "heading") or first.level > top:
        return False
    sides = range(len(document.languages))
    text = tuple("".join(segment.lines[side].shown() for segment in first.segments).strip() for side in sides)
    return first.kind == "title" or text == document.title


def _place(note: Note, at: int) -> str:
    """The pair a mark stands in, as its number: p4-1 → 4."""
    return note.marks[min(at, len(note.marks)) - 1].partition("-")[0][1:] if note.marks else ""
