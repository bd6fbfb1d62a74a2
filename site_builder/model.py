"""The library as frozen values: documents, sections, pairs, segments, lines and spans.

A step of the journey takes these and returns new ones; nothing ever changes one in place. Wherever a value holds one
entry a language (`Segment.lines`, `Document.title`, `Note.bodies`), entries stand in the order of `Document.languages`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Literal

from site_builder.problems import Place
from site_builder.values import value

Status = Literal["auto", "checked", "locked"]
PairKind = Literal[
    "title",  # the title block: segments are title, occasion, speaker, as far as they are there
    "heading",  # opens a section; `level` 1..6
    "lead",  # a short paragraph opened by an ordinal in both languages (二是… / Second, …)
    "paragraph",
    "item",  # of a list; `level` is its depth from 1, `marker` what stands before it
    "verse",  # a segment a line, breaks kept
    "table",  # a segment a cell, row by row; `info` has one letter a column: l, c, r
    "code",  # one segment; `info` is the programming language
    "picture",  # one segment whose lines hold a single image span
    "rule",  # a thematic break, no segments
]


@value(frozen=True, slots=True)
class Span:
    """Something known about `text[start:end]` of a line; offsets are in code points.

    Kinds so far: `em`, `strong`, `strike`, `code`, `link` (value: address as typed), `image` (value: address as typed,
    the text is its alternative text), `note` (zero width, value: the note's label), `omit` (author's spacing that is
    neither shown nor indexed, as in 政 府 工 作 報 告). A product that prints readings over the text adds `ruby`, whose
    value is the reading.
    """

    start: int
    end: int
    kind: str
    value: str = ""


@value(frozen=True, slots=True)
class Line:
    """The text of one language in a segment, as the author wrote it, and the spans on it, in order of their start.

    White space that follows a sentence belongs to its line: joining the lines of a pair gives the paragraph back.
    A newline in `text` is a line break that the author asked for. No text in this language is the empty line.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.spans)

    def __getitem__(self, part: slice) -> "Line":
        """The part of the line in `part`, spans cut to it. A zero-width span stays with the text that ends at it."""
        start, end, _ = part.indices(len(self.text))
        return Line(self.text[start:end], tuple(_cut(self.spans, start, end)))

    def of_kind(self, kind: str) -> Iterator[Span]:
        """The spans of one kind, in order."""
        return (span for span in self.spans if span.kind == kind)

    def shown(self) -> str:
        """The text that readers see and search: the author's, less what is marked `omit`."""
        if not self.spans:
            return self.text
        text, at = "", 0
        for span in self.of_kind("omit"):
            text += self.text[at : span.start]
            at = span.end
        return text + self.text[at:]


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    for span in spans:
        if span.start == span.end:
            if start < span.start <= end or (span.start == start == 0):
                yield Span(span.start - start, span.end - start, span.kind, span.value)
        elif span.start < end and span.end > start:
            yield Span(max(span.start, start) - start, min(span.end, end) - start, span.kind, span.value)


@value(frozen=True, slots=True)
class Segment:
    """The smallest aligned unit: a line a language, empty where a language has nothing that corresponds.

    `confidence` in 0..1 says how sure the pairing is; what the author aligned is 1.
    """

    id: str
    lines: tuple[Line, ...]
    confidence: float = 1.0
    status: Status = "auto"

    def notes(self) -> tuple[str, ...]:
        """Labels of the notes marked in any language, in order, each once."""
        marks = [span.value for line in self.lines for span in line.spans if span.kind == "note"]
        return tuple(dict.fromkeys(marks)) if marks else ()


@value(frozen=True, slots=True)
class Pair:
    """One paragraph in all languages. `quoted` counts the block quotes around it.

    `shared` pairs stand once for all languages (code, a picture, a rule); their first line holds the content.
    `own_id` is the author's `{#id}`: an extra anchor, `id` (p7) stays valid. `order` is there only where a person let
    segments cross: for each language the places of the segments in the order of its text. `opening` has for each
    language the offset after the first clause (or sentence) of its text, where pairing had to look for it; pairs that
    say the same are equal without it.
    """

    id: str
    kind: PairKind
    segments: tuple[Segment, ...]
    level: int = 0
    quoted: int = 0
    marker: str = ""
    info: str = ""
    shared: bool = False
    own_id: str = ""
    place: Place | None = None
    order: tuple[tuple[int, ...], ...] = ()
    opening: tuple[int, ...] = field(default=(), compare=False)

    def in_order(self, language: int) -> tuple[Segment, ...]:
        """The segments in the order in which one language, given by its position, has their text."""
        if not self.order:
            return self.segments
        return tuple(self.segments[at] for at in self.order[language])

    def has_spans(self) -> bool:
        """Whether anything but text stands in the pair, in any language. Most pairs are asked more than once."""
        for segment in self.segments:
            for line in segment.lines:
                if line.spans:
                    return True
        return False

    def text(self, language: int) -> str:
        """The author's paragraph in one language, given by its position."""
        return "".join(segment.lines[language].text for segment in self.in_order(language))


@value(frozen=True, slots=True)
class Section:
    """A heading (the first pair, when there is one) and what follows it. `level` 0: what stands before any heading."""

    id: str
    level: int
    pairs: tuple[Pair, ...]

    @property
    def heading(self) -> Pair | None:
        """The heading's pair."""
        return self.pairs[0] if self.pairs and self.pairs[0].kind == "heading" else None


@value(frozen=True, slots=True)
class Note:
    """A footnote: one object with paragraphs a language (none where an edition lacks it), and the segments marked."""

    label: str
    bodies: tuple[tuple[Line, ...], ...]
    marks: tuple[str, ...] = ()
    place: Place | None = None


@value(frozen=True, slots=True)
class Entry:
    """What dictionaries say of a word, wherever it stands.

    `meanings` are readings with their senses, as (form, reading, senses). `levels` are numbers, one for each list of
    `Annotations.lists`, 0 where a list lacks the word. `band` says how common it is, from 1 to 7, 0 for hardly ever.
    """

    meanings: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    levels: tuple[int, ...] = ()
    band: int = 0


@value(frozen=True, slots=True)
class LevelList:
    """A list of graded words: its name in site.toml, what it is called, and its levels from the easiest one on."""

    name: str
    title: str
    labels: tuple[str, ...]


@value(frozen=True, slots=True)
class Annotations:
    """What a learner may be told of the text in one language, given by its position: spans and words beside the lines,
    so that whoever only shows or exports a document need not step over them.

    Lines go by the id of their segment; paragraphs of notes are `n5/1`, `n5/2`. `texts` is what each line shows
    (`Line.shown()`), and offsets count in it. `words` are spans of kind `word` whose value is the form that
    dictionaries know (Simplified), "" when it is the text itself. `variants` are spans of kind `variant`: where the
    text is another one in the script `script`, and what. `readings` has for each scheme (pinyin, zhuyin, jyutping) a
    reading a word: its syllables with spaces between, "" where there is none. `doubts` are spans of kind `doubt` on
    what may be read otherwise, valued `as it is read → as it might be`. `entries` go by the form that dictionaries
    know.
    """

    side: int
    texts: Mapping[str, str]
    script: str = ""
    variants: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    readings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    doubts: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    lists: tuple[LevelList, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def keys(self) -> Iterator[str]:
        """The form that dictionaries know of every word in the text, each once, in order."""
        return iter(dict.fromkeys(key for line in self.words for key in self.keys_of(line)))

    def keys_of(self, line: str) -> list[str]:
        """The form that dictionaries know of each word of a line."""
        text = self.texts[line]
        return [word.value or text[word.start : word.end] for word in self.words.get(line, ())]


def in_other_script(text: str, variants: Iterable[Span]) -> str:
    """The text with its variants in their places."""
    made, at = "", 0
    for span in variants:
        made += text[at : span.start] + span.value
        at = span.end
    return made + text[at:]


@value(frozen=True, slots=True)
class Recording:
    """The text in one language, given by its position, read aloud: all of it, or the section of the id `section`.

    `paths` are sound files of the content folder, the same in several forms. `cues` say which segment is read when: by
    its id, from when to when. All times are milliseconds; `length` is 0 where it is not known.
    """

    paths: tuple[str, ...]
    side: int
    section: str = ""
    length: int = 0
    cues: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@value(frozen=True, slots=True)
class Document:
    """One work in two or more languages.

    `languages` are BCP 47 tags, the document's first language first. `title` has one text a language. `meta` holds what
    the front matter says besides (author, date, source, licence, …), as text. `annotations` are for learners, of those
    languages that have any.
    """

    id: str
    languages: tuple[str, ...]
    title: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    annotations: tuple[Annotations, ...] = ()
    recordings: tuple[Recording, ...] = ()

    def pairs(self) -> Iterator[Pair]:
        """Every pair, in reading order."""
        return (pair for section in self.sections for pair in section.pairs)

    def segments(self) -> Iterator[Segment]:
        """Every segment, in reading order."""
        return (segment for pair in self.pairs() for segment in pair.segments)
