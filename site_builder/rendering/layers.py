"""What a page says of the words of its languages, for the scripts that help learners and for the panel of settings."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model import Annotations, Document


@dataclass(frozen=True, slots=True)
class Grades:
    """A list of graded words: its name, title, and labels from the easiest on."""

    name: str
    title: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learner:
    """What the text of a page offers to learners: `tags` of the languages that have readings or another script, the
    `scripts` that these can be turned into, the `schemes` of readings, the lists of graded words, and a digest of the
    state that the data are in, since their scripts keep their names."""

    tags: tuple[str, ...]
    scripts: tuple[str, ...]
    schemes: tuple[str, ...]
    lists: tuple[Grades, ...]
    state: str


def learner(document: Document) -> Learner | None:
    """What the pages of a document offer to learners; None where that is nothing."""
    found = {document.languages[each.side]: each for each in document.annotations if _tells(each)}
    if not found:
        return None
    scripts = tuple(dict.fromkeys(each.script for each in found.values() if each.script))
    return Learner(tuple(found), scripts, _schemes(found), _lists(found), _state(found))


def _state(found: Mapping[str, Annotations]) -> str:
    """A digest of what the scripts of data are made of."""
    told = json.dumps([_told(each) for each in found.values()], ensure_ascii=False).encode()
    return hashlib.blake2b(told, digest_size=5).hexdigest()


def _told(annotations: Annotations) -> list[object]:
    variants = [(line, [(span.start, span.value) for span in row]) for line, row in annotations.variants.items()]
    ends = [[word.end for word in row] for row in annotations.words.values()]
    levels = [entry.levels for entry in annotations.entries.values()]
    lists = [(each.title, each.labels) for each in annotations.lists]
    return [dict(annotations.texts), variants, ends, {**annotations.readings}, levels, lists]


def _tells(annotations: Annotations) -> bool:
    return bool(annotations.words or annotations.variants) and bool(annotations.script or annotations.readings)


def _schemes(found: Mapping[str, Annotations]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scheme for each in found.values() for scheme in each.readings))


def _lists(found: Mapping[str, Annotations]) -> tuple[Grades, ...]:
    lists = {each.name: each for annotations in found.values() for each in annotations.lists}
    return tuple(Grades(name, each.title, tuple(each.labels)) for name, each in lists.items())
