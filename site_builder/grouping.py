"""Sort the files of the content folder into documents, by what the input forms claim."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from site_builder import discovery
from site_builder.ids import document_id
from site_builder.interchange.corrections import ENDING
from site_builder.overrides import is_override
from site_builder.problems import Place, Problem, Severity
from site_builder.recordings import Sound, cue_paths, found, spoken
from site_builder.sources import SourceForm

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Named:
    """A document before its files are opened: its id, the name of the form that will read it, its files' paths, where
    corrections of its alignment lie or would lie, and its recordings."""

    id: str
    form: str
    paths: tuple[str, ...]
    corrections: str = ""
    corrected: bool = False
    sounds: tuple[Sound, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """All files that the document itself is made of, its recordings aside."""
        return (*self.paths, self.corrections) if self.corrected else self.paths


@dataclass(frozen=True, slots=True)
class Grouping:
    """The content folder sorted: the documents in the order of their paths, the other files (pictures), and the
    documents that could not have the page they ask for."""

    sources: tuple[Named, ...]
    others: frozenset[str]
    problems: tuple[Problem, ...] = ()


def group(paths: Iterable[str]) -> Grouping:
    """Sort `paths`, relative to the content folder with forward slashes. Hidden files, site.toml
    and what the author knows better than annotators (overrides.py) are left out."""
    forms = discovery.declared("site_builder.sources", "SOURCE", SourceForm)
    ranked = dict(sorted(forms.items(), key=lambda item: -item[1].rank))
    visible = sorted((path for path in paths if not _hidden(path)), key=_natural)
    beside = {path for path in visible if path.endswith(ENDING)}
    claims, others, cues = _texts([path for path in visible if path not in beside], ranked)
    sources, problems = _one_a_page(claims, beside)
    lone = sorted(beside - {named.corrections for named in sources})
    sources, faults = _with_sounds(sources, visible, cues)
    return Grouping(sources, others, (*problems, *map(_without_text, lone), *faults))


def _texts(
    paths: list[str], forms: Mapping[str, SourceForm]
) -> tuple[list[tuple[str, str, list[str]]], frozenset[str], frozenset[str]]:
    """The texts as `_claims` has them, the other files, and those of cues, which would be texts by their names."""
    known = spoken(paths)
    maybe = {path for table in (known.certain, known.texts) for files in table.values() for path in files}
    claims = _claims([path for path in paths if path not in maybe], forms)
    cues = cue_paths(known, {name or "text" for name, _, _ in claims})
    if maybe - cues:
        claims = _claims([path for path in paths if path not in cues], forms)
    claimed = {path for _, _, files in claims for path in files}
    return claims, frozenset(path for path in paths if path not in claimed and path not in cues), cues


def _with_sounds(
    sources: tuple[Named, ...], paths: Iterable[str], cues: Container[str]
) -> tuple[tuple[Named, ...], tuple[Problem, ...]]:
    """The documents with their recordings."""
    known = spoken(paths)
    if not known.stems:
        return sources, ()
    names = {named.corrections.removesuffix(ENDING): named for named in sources}
    sounds, problems = found(known, names, cues)
    return tuple(replace(named, sounds=sounds.get(name, ())) for name, named in names.items()), problems


def _hidden(path: str) -> bool:
    return (
        path == "site.toml"
        or is_override(path)
        or any(part.startswith((".", "~")) or part.endswith("~") for part in path.split("/"))
    )


def _natural(path: str) -> list[tuple[int, str]]:
    """Sorts `chapter 2` before `chapter 10`."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(path)]


def _claims(paths: list[str], forms: Mapping[str, SourceForm]) -> list[tuple[str, str, list[str]]]:
    """The documents as (name, form, files). A lone part of what should be several files goes to the next form."""
    parts: dict[tuple[str, str], list[str]] = {}
    for path in paths:
        for form, record in forms.items():
            name = record.claim(path) if record.several else None
            if name is not None:
                parts.setdefault((name, form), []).append(path)
                break
    together = {path: key for key, files in parts.items() if len(files) > 1 for path in files}
    claims: dict[tuple[str, str, str], list[str]] = {}
    for path in paths:
        if path in together:
            name, form = together[path]
            claims.setdefault((name, form, ""), []).append(path)
        elif found := _alone(path, forms):
            claims.setdefault((*found, path), []).append(path)
    return [(name, form, files) for (name, form, _), files in claims.items()]


def _alone(path: str, forms: Mapping[str, SourceForm]) -> tuple[str, str] | None:
    for form, record in forms.items():
        name = None if record.several else record.claim(path)
        if name is not None:
            return name, form
    return None


def _one_a_page(
    claims: list[tuple[str, str, list[str]]], beside: Container[str]
) -> tuple[tuple[Named, ...], tuple[Problem, ...]]:
    """Give every page to the first that asks for it; some file systems hold `Report` and `report` to be one."""
    taken: dict[str, Named] = {}
    problems = []
    for name, form, files in claims:
        corrections = f"{name or 'text'}{ENDING}"
        named = Named(document_id(name), form, tuple(files), corrections, corrections in beside)
        holder = taken.setdefault(named.id.lower(), named)
        if holder is not named:
            problems.append(_same_page(named, holder))
    return tuple(taken.values()), tuple(problems)


def _without_text(path: str) -> Problem:
    message = f"there is no text called {path.removesuffix(ENDING)} that these corrections could belong to"
    return Problem("corrections-without-text", message, Place(path), hint="name it after its text, or delete it")


def _same_page(late: Named, holder: Named) -> Problem:
    return Problem(
        "same-page",
        f"{late.paths[0]} and {holder.paths[0]} would both become the page {holder.id}/",
        Place(late.paths[0]),
        Severity.ERROR,
        "rename one of them",
    )
