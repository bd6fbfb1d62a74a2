"""JSON objects that hold the same keys, one a language: bilara's `mn1_root-pli-ms.json`, or `name.zh.json`.

Bilara (SuttaCentral) keeps a work in layers: `root`, `translation`, `comment`, `variant` and `html` (templates). Its
ids are `mn1:3.2`: segment 2 of paragraph 3.
"""

import re
from typing import NamedTuple

from site_builder.draft import Reading, Source
from site_builder.edition_names import edition_name, is_tag, known_tag
from site_builder.problems import Problem
from site_builder.sources import SourceForm

_LAYER = re.compile(
    r"(?P<name>.*)_(?P<layer>root|translation|comment|variant|html|reference)(?:-(?P<said>[^/]*))?\.json", re.DOTALL
)
_SCRIPTS = ("hant", "hans")


class _Name(NamedTuple):
    """A file's name taken apart; `said` is the code of its language, `person` who made the layer."""

    name: str
    layer: str
    said: str = ""
    person: str = ""


def claim(path: str) -> str | None:
    """The layers of bilara, and JSON files whose name ends in a language."""
    named = _named(path)
    return named.name if named else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of the layers: keys are aligned, those that share a paragraph's number are a pair."""
    from site_builder.decoding import empty
    from site_builder.keyed_texts import read_texts
    from site_builder.keyed_works import Layer, composed

    layers: list[Layer] = []
    problems: list[Problem] = []
    for file in source.files:
        named = _named(file.path)
        if named is None or named.layer == "reference":
            continue
        texts, faults = read_texts(file)
        problems += faults
        tag = known_tag(named.said, "\n".join(text.text for text in texts), languages) if named.said else ""
        if texts:
            layers.append(Layer(named.layer, tag, file.path, texts, named.person))
    reading = composed(layers, languages)
    told = (*problems, *reading.problems)
    return Reading(reading.draft, told if reading.draft or told else (empty(source.files[0].path),))


def _named(path: str) -> _Name | None:
    if found := _LAYER.fullmatch(path):
        code, *rest = (found["said"] or "").split("-")
        if rest and rest[0].lower() in _SCRIPTS:
            code = f"{code}-{rest.pop(0)}"
        if found["layer"] in ("root", "translation") and not is_tag(code):
            return None
        return _Name(found["name"], found["layer"], code if is_tag(code) else "", "-".join(rest))
    edition = edition_name(path, ("json",))
    return _Name(edition.name, "text", edition.said) if edition else None


SOURCE = SourceForm(
    "JSON with the same keys, a file a language (bilara, name.zh.json)", claim, read, rank=1, several=True
)
