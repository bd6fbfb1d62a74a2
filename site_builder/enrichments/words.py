"""The words of each line, with the form that dictionaries know."""

from dataclasses import replace

from site_builder.annotating import Annotator
from site_builder.enrichments import Enrichment, Wanted
from site_builder.model import Annotations, Span


def add(annotations: Annotations, tag: str, annotator: Annotator, wanted: Wanted) -> Annotations:
    """The annotations with the words of each line."""
    if not annotator.words:
        return annotations
    texts = annotations.texts
    found = zip(texts.items(), annotator.words(list(texts.values()), tag, wanted.own), strict=True)
    words = {
        line: tuple([Span(start, end, "word", "" if text[start:end] == key else key) for start, end, key in each])
        for (line, text), each in found
        if each
    }
    return replace(annotations, words=words)


ENRICHMENT = Enrichment(frozenset(["words", "readings", "glosses", "levels"]), add)
