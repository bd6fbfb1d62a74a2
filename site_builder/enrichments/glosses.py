"""What the words mean, and the words in them that are looked up with them."""

from collections import defaultdict
from dataclasses import replace

from site_builder.annotating import Annotator
from site_builder.enrichments import Enrichment, Wanted
from site_builder.model import Annotations, Entry

_NOTHING = Entry()


def add(annotations: Annotations, tag: str, annotator: Annotator, wanted: Wanted) -> Annotations:
    """The annotations with the meanings of each word; words that have none get the parts that have."""
    if not annotator.meanings:
        return annotations
    entries = dict(annotations.entries)
    told = _told(annotations)
    for key, (form, readings) in told.items():
        found = annotator.meanings(key, form, readings)
        if found:
            known = entries.get(key, _NOTHING)
            entries[key] = Entry(found, known.levels, known.band)
    for key in told if annotator.parts else ():
        for part in annotator.parts(key) if annotator.parts else ():
            if part not in entries or not entries[part].meanings:
                known = entries.get(part, _NOTHING)
                entries[part] = Entry(annotator.meanings(part, part, ()), known.levels, known.band)
    return replace(annotations, entries=entries)


def _told(annotations: Annotations) -> dict[str, tuple[str, list[str]]]:
    """By the form that dictionaries know, the first form of a word in the text and how it is read there."""
    forms: dict[str, str] = {}
    readings: dict[str, list[str]] = defaultdict(list)
    schemes = list(annotations.readings.values())[:1]
    for line, words in annotations.words.items():
        text = annotations.texts[line]
        spoken = schemes[0].get(line, ()) if schemes else ()
        for at, (word, key) in enumerate(zip(words, annotations.keys_of(line), strict=True)):
            forms.setdefault(key, text[word.start : word.end])
            if spoken and spoken[at] not in readings[key]:
                readings[key].append(spoken[at])
    return {key: (form, readings[key]) for key, form in forms.items()}


ENRICHMENT = Enrichment(frozenset(["glosses"]), add)
