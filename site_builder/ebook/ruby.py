"""Readings over the words: the document with a span of kind `ruby` on each word that has one, valued with its reading.

Pinyin stands over words, as it is written; zhuyin over characters, as children's books have it. A word that the author
emphasised in part, or that a mark of a note stands in, keeps its text without a reading: elements must nest.
"""

from collections.abc import Iterator
from dataclasses import replace

from site_builder.model import Annotations, Document, Line, Pair, Segment, Span

_BY_CHARACTER = "zhuyin"


def has_readings(document: Document) -> bool:
    """Whether there is anything to put over the words."""
    return any(_scheme(found) for found in document.annotations)


def with_readings(document: Document) -> Document:
    """The document with readings on its lines, of each language in the first scheme that it has."""
    for found in document.annotations:
        if scheme := _scheme(found):
            sections = tuple(
                replace(section, pairs=tuple(_pair(pair, found, scheme) for pair in section.pairs))
                for section in document.sections
            )
            document = replace(document, sections=sections)
    return document


def _scheme(found: Annotations) -> str:
    return next((scheme for scheme, lines in found.readings.items() if lines), "")


def _pair(pair: Pair, found: Annotations, scheme: str) -> Pair:
    if pair.kind in ("code", "picture", "rule"):
        return pair
    return replace(pair, segments=tuple(_segment(segment, found, scheme) for segment in pair.segments))


def _segment(segment: Segment, found: Annotations, scheme: str) -> Segment:
    line = segment.lines[found.side]
    readings = found.readings[scheme].get(segment.id, ())
    words = found.words.get(segment.id, ())
    ruby = tuple(_ruby(line, words, readings, scheme)) if readings else ()
    if not ruby:
        return segment
    spans = tuple(sorted((*line.spans, *ruby), key=lambda span: (span.start, -span.end)))
    lines = [*segment.lines]
    lines[found.side] = Line(line.text, spans)
    return replace(segment, lines=tuple(lines))


def _ruby(line: Line, words: tuple[Span, ...], readings: tuple[str, ...], scheme: str) -> Iterator[Span]:
    """Offsets of words count in what the line shows, those of spans in its text."""
    hidden = {at for span in line.of_kind("omit") for at in range(span.start, span.end)}
    kept = [at for at in range(len(line.text)) if at not in hidden]
    edges = {edge for span in line.spans if span.kind != "omit" for edge in (span.start, span.end)}
    for word, reading in zip(words, readings, strict=False):
        if reading:
            for start, end, syllables in _parts(word, reading, scheme):
                first, last = kept[start], kept[end - 1] + 1
                if not any(first < edge < last for edge in edges):
                    yield Span(first, last, "ruby", syllables)


def _parts(word: Span, reading: str, scheme: str) -> Iterator[tuple[int, int, str]]:
    syllables = reading.split()
    if scheme == _BY_CHARACTER and len(syllables) == word.end - word.start:
        yield from ((word.start + at, word.start + at + 1, syllable) for at, syllable in enumerate(syllables))
    else:
        yield word.start, word.end, _joined(syllables) if scheme == "pinyin" else " ".join(syllables)


def _joined(syllables: list[str]) -> str:
    """Syllables of a word as one: an apostrophe before a vowel inside of it (GB/T 16159)."""
    made = ""
    for syllable in syllables:
        made += f"’{syllable}" if made and syllable[0] in "aāáǎàeēéěèoōóǒò" else syllable
    return made
