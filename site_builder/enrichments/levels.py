"""On which levels the words stand, in the lists that site.toml asks for, and how common they are."""

import re
from collections.abc import Mapping
from dataclasses import replace

from site_builder.annotating import Annotator, Graded
from site_builder.enrichments import Enrichment, Wanted
from site_builder.model import Annotations, Entry, LevelList


def add(annotations: Annotations, tag: str, annotator: Annotator, wanted: Wanted) -> Annotations:
    """The annotations with the levels of each word. A list of the author's may have words in either form."""
    graded = [found for name in wanted.learning.levels if (found := _list(name, annotator, wanted))]
    band = annotator.band or (lambda word: 0)
    entries = {
        key: Entry((), tuple([each.words.get(key) or each.words.get(form, 0) for each in graded]), band(key))
        for key, form in _forms(annotations).items()
    }
    return replace(annotations, lists=tuple(each.about for each in graded), entries=entries)


def _list(name: str, annotator: Annotator, wanted: Wanted) -> Graded | None:
    """A list by its name: the author's, else one that comes with the language."""
    if name in wanted.own.levels:
        return _own(name, wanted.own.levels[name])
    return annotator.levels(name) if annotator.levels else None


def _own(name: str, words: Mapping[str, str]) -> Graded:
    labels = tuple(sorted(set(words.values()), key=_natural))
    return Graded(LevelList(name, name, labels), {word: labels.index(level) + 1 for word, level in words.items()})


def _natural(label: str) -> list[tuple[int, str]]:
    """Sorts 9 before 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", label)]


def _forms(annotations: Annotations) -> dict[str, str]:
    """The form of each word in the text, by the form that dictionaries know."""
    found: dict[str, str] = {}
    for line, words in annotations.words.items():
        text = annotations.texts[line]
        for word, key in zip(words, annotations.keys_of(line), strict=True):
            found.setdefault(key, text[word.start : word.end])
    return found


ENRICHMENT = Enrichment(frozenset(["levels"]), add)
