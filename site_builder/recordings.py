"""Which files beside a text are recordings of it, and which are their cues, by their names alone.

    report.txt   report.zh.mp3   report.zh.vtt          the whole text
                 report.s2.en.mp3   report.s2.en.json   a section of it, by its id

Cues are called as their recording is. As `report.zh.txt` and `report.zh.json` may be texts as well, they are cues only
where a text called `report` is there without them; `report.zh.cues.txt` always is. The same recording may lie there in
several forms of sound.
"""

import re
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from site_builder import discovery
from site_builder.cues import CueForm
from site_builder.edition_names import edition_name
from site_builder.problems import Place, Problem, Severity
from site_builder.values import value

SOUNDS = ("mp3", "m4a", "ogg", "opus", "wav")
_SECTION = re.compile(r"(?P<name>.*)[./](?P<section>[^./]+)", re.DOTALL)
_EXPLICIT = ".cues"


@value(frozen=True, slots=True)
class Sound:
    """A recording before it is opened: its files, the language that its name says, the section ("" for the whole text),
    and its cues with the name of their form ("" where it has none)."""

    paths: tuple[str, ...]
    said: str
    section: str = ""
    cues: str = ""
    form: str = ""


class Found(NamedTuple):
    """The sounds of each text by its name, and what is wrong with their files."""

    sounds: Mapping[str, tuple[Sound, ...]]
    problems: tuple[Problem, ...]


class Spoken(NamedTuple):
    """What names say of recordings: sound files by their common stem, and files of cues by that stem, which are
    `certain` to be none else or may be `texts`."""

    stems: Mapping[str, tuple[str, ...]]
    certain: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, tuple[str, ...]]


def spoken(paths: Iterable[str]) -> Spoken:
    """What may be a recording, and what may be cues, among the files of the content folder."""
    listed = tuple(paths)
    stems: dict[str, tuple[str, ...]] = {}
    for path in listed:
        if edition_name(path, SOUNDS):
            stem = path.rpartition(".")[0]
            stems[stem] = (*stems.get(stem, ()), path)
    certain: dict[str, tuple[str, ...]] = {}
    texts: dict[str, tuple[str, ...]] = {}
    endings = {form.ending for form in _forms().values()} if stems else set()
    for path in listed:
        stem, _, ending = path.rpartition(".")
        if ending.lower() in endings:
            bare = stem.removesuffix(_EXPLICIT)
            table = texts if bare == stem and ending.lower() in ("txt", "json") else certain
            if bare in stems:
                table[bare] = (*table.get(bare, ()), path)
    return Spoken(stems, certain, texts)


def cue_paths(spoken: Spoken, names: Container[str]) -> frozenset[str]:
    """The files that are cues, where texts of these names are there without them."""
    files = [*spoken.certain.values(), *(paths for stem, paths in spoken.texts.items() if _home(stem, names))]
    return frozenset(path for paths in files for path in paths)


def found(spoken: Spoken, names: Container[str], cues: Container[str]) -> Found:
    """The sounds of the texts that go by `names`, with those files of `cues` that belong to them."""
    forms = {form.ending: name for name, form in _forms().items()} if spoken.stems else {}
    sounds: dict[str, tuple[Sound, ...]] = {}
    problems: list[Problem] = []
    for stem, paths in spoken.stems.items():
        home = _home(stem, names)
        if home is None:
            problems.append(_without_text(paths[0]))
            continue
        name, section, said = home
        lists = [path for table in (spoken.certain, spoken.texts) for path in table.get(stem, ()) if path in cues]
        problems += (_cues_twice(path, lists[0]) for path in lists[1:])
        first = lists[0] if lists else ""
        sound = Sound(paths, said, section, first, forms.get(first.rpartition(".")[2].lower(), ""))
        sounds[name] = (*sounds.get(name, ()), sound)
    return Found(sounds, tuple(problems))


def _home(stem: str, names: Container[str]) -> tuple[str, str, str] | None:
    """The text, the section and the language that a recording is of; None where there is no such text."""
    said = edition_name(f"{stem}.{SOUNDS[0]}", SOUNDS)
    if said is None:
        return None
    name = said.name or "text"
    part = _SECTION.fullmatch(name)
    if name in names:
        return name, "", said.said
    if part and part["name"] in names:
        return part["name"], part["section"], said.said
    return None


def _forms() -> Mapping[str, CueForm]:
    return discovery.declared("site_builder.cues", "CUES", CueForm)


def _without_text(path: str) -> Problem:
    message = f"there is no text that {path} could be a recording of"
    hint = "name it after its text: report.zh.mp3 beside report.txt"
    return Problem("recording-without-text", message, Place(path), Severity.INFO, hint)


def _cues_twice(path: str, first: str) -> Problem:
    return Problem(
        "cues-twice", f"{first} has the cues of this recording already", Place(path), hint="keep one of them"
    )
