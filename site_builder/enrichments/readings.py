"""How the words are read, in the schemes that the language has and site.toml asks for, and what is doubtful in it."""

from dataclasses import replace

from site_builder.annotating import Annotator, Doubt, Word
from site_builder.enrichments import Enrichment, Wanted
from site_builder.model import Annotations, Span


def add(annotations: Annotations, tag: str, annotator: Annotator, wanted: Wanted) -> Annotations:
    """The annotations with the readings of each word."""
    lines = list(annotations.words)
    texts = [annotations.texts[line] for line in lines]
    words = [_words(annotations, line) for line in lines]
    readings: dict[str, dict[str, tuple[str, ...]]] = {}
    doubts: dict[str, tuple[Span, ...]] = {}
    for scheme in wanted.learning.readings:
        reader = annotator.readings.get(scheme)
        spoken = reader(texts, words, tag, wanted.own) if reader else None
        if spoken:
            readings[scheme] = {line: one.readings for line, one in zip(lines, spoken, strict=True)}
            doubts |= {
                line: tuple(map(_doubt, one.doubts)) for line, one in zip(lines, spoken, strict=True) if one.doubts
            }
    return replace(annotations, readings=readings, doubts=doubts)


def _words(annotations: Annotations, line: str) -> list[Word]:
    keys = annotations.keys_of(line)
    return [Word(span.start, span.end, key) for span, key in zip(annotations.words[line], keys, strict=True)]


def _doubt(doubt: Doubt) -> Span:
    return Span(doubt.start, doubt.end, "doubt", f"{doubt.reading} → {doubt.other}")


ENRICHMENT = Enrichment(frozenset(["readings"]), add)
