"""Where the addresses in a text lead: another document, a place in one, a file, the world outside, or nowhere."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Literal, Protocol
from urllib.parse import quote, unquote

from site_builder.model import Document, Line
from site_builder.problems import Place, Problem, Severity
from site_builder.rendering.addresses import absolute, page_path
from site_builder.schemes import leads_outside, refused_link
from site_builder.site import Card

_COUNTED = re.compile(r"p(\d+)(?:-\d+)?(?::p(\d+)(?:-\d+)?)?")
_SOURCE_ENDINGS = (".md", ".txt", ".markdown")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where an address leads. `document` is the id of a document and `fragment` a place in it (or, with kind
    "fragment", in the page itself); `path` is a file of the content folder, or what was looked for and is "missing"."""

    kind: Literal["document", "fragment", "file", "outside", "missing", "refused"]
    document: str = ""
    fragment: str = ""
    path: str = ""


class Linked(Protocol):
    """What is asked of a document when its links are checked."""

    @property
    def card(self) -> Card | None:
        """Its card, None when it could not be read."""

    @property
    def links(self) -> Sequence[tuple[str, Place]]:
        """The addresses in its text, as `targets` gives them."""


def targets(document: Document) -> tuple[tuple[str, Place], ...]:
    """Every address of a link or picture in a document, notes included, with the place of the block it stands in."""
    return tuple(dict.fromkeys(_targets(document)))


def resolve(address: str, source_path: str, catalogue: Mapping[str, str], files: frozenset[str]) -> Resolved:
    """Where `address` leads from the source at `source_path`. `catalogue` has the document's id for the path of every
    source, `files` the other files of the content folder."""
    outside = leads_outside(address)
    if outside is not None:
        return Resolved("outside" if outside else "refused")
    name, _, fragment = address.strip().partition("#")
    fragment = unquote(fragment)
    if not name:
        return Resolved("fragment", fragment=fragment) if fragment else Resolved("missing")
    for spelling in (name, name.partition("?")[0]):
        path = normpath(join(dirname(source_path), unquote(spelling))).lstrip("/")
        if spelling.startswith("/"):
            path = normpath(unquote(spelling)).lstrip("/")
        if found := _found(path, fragment, catalogue, files):
            return found
    return Resolved("missing", fragment=fragment, path=path)


def on_site(found: Resolved, document: str, base_url: str) -> str | None:
    """Where a link to another text or to a file leads from a product that leaves the site: to the site, when its
    address is known. `document` is the id of the text that links."""
    if not base_url or found.kind not in ("document", "file"):
        return None
    path = page_path(found.document) if found.kind == "document" else f"{document}/{found.path}"
    address = absolute(base_url, path)
    return f"{address}#{quote(found.fragment, safe=':')}" if found.fragment else address


def check_links(records: Iterable[Linked], catalogue: Mapping[str, str], files: frozenset[str]) -> list[Problem]:
    """What is wrong with the links of all documents: `dead-link`, `dead-anchor`, `missing-picture`, `refused-link`."""
    linked = list(records)
    cards = {record.card.id: record.card for record in linked if record.card}
    problems: list[Problem] = []
    for record in linked:
        if record.card:
            for address, place in record.links:
                found = resolve(address, record.card.path, catalogue, files)
                problems += _faults(address, place, found, cards.get(found.document, record.card), catalogue, files)
    return problems


def _targets(document: Document) -> Iterator[tuple[str, Place]]:
    unknown = Place(document.path)
    for pair in document.pairs():
        for segment in pair.segments:
            for line in segment.lines:
                if line.spans:
                    yield from ((address, pair.place or unknown) for address in _addresses(line))
    for note in document.notes:
        for body in note.bodies:
            for line in body:
                yield from ((address, note.place or unknown) for address in _addresses(line))


def _addresses(line: Line) -> Iterator[str]:
    return (span.value for span in line.spans if span.kind in ("link", "image"))


def _found(path: str, fragment: str, catalogue: Mapping[str, str], files: frozenset[str]) -> Resolved | None:
    if path in files:
        return Resolved("file", fragment=fragment, path=path)
    for spelling in (path, *(path + ending for ending in _SOURCE_ENDINGS)):
        if spelling in catalogue:
            return Resolved("document", catalogue[spelling], fragment)
    if path.isascii():
        return None
    # One letter may be written as one or two code points, and file systems differ in which they keep.
    wanted = unicodedata.normalize("NFC", path)
    alike = (name for name in (*files, *catalogue) if name != path and unicodedata.normalize("NFC", name) == wanted)
    other = next(alike, None)
    return _found(other, fragment, catalogue, files) if other else None


def _faults(
    address: str, place: Place, found: Resolved, card: Card, catalogue: Mapping[str, str], files: frozenset[str]
) -> Iterator[Problem]:
    if found.kind == "refused":
        yield refused_link(address, place)
    elif found.kind == "missing":
        yield _missing(address, place, found.path, catalogue, files)
    elif found.fragment and found.kind in ("document", "fragment") and not _answers(card, found.fragment):
        known = (*card.anchors, *(heading.id for heading in card.outline))
        hint = _nearest(found.fragment, known) or "give the place {#a-name-of-its-own} and link to that"
        yield Problem("dead-anchor", f"{card.path} has no place #{found.fragment}", place, hint=hint, sought=(address,))


def _missing(address: str, place: Place, path: str, catalogue: Mapping[str, str], files: frozenset[str]) -> Problem:
    if path.lower().endswith(_PICTURES):
        hint = _nearest(path, files) or "put the picture there, or mend the address"
        return Problem("missing-picture", f"there is no picture {path}", place, Severity.WARNING, hint, (address,))
    hint = _nearest(path, (*catalogue, *files)) or "mend the address, or add the text"
    return Problem("dead-link", f"the link {address} leads nowhere", place, Severity.WARNING, hint, (address,))


def _answers(card: Card, fragment: str) -> bool:
    """Whether a document's page has this fragment: a section, pair, segment, range, note, mark, or own id."""
    if fragment in card.anchors or fragment == "s0" or any(heading.id == fragment for heading in card.outline):
        return True
    if counted := _COUNTED.fullmatch(fragment):
        return all(1 <= int(number) <= card.pairs for number in counted.groups() if number)
    return fragment[:1] in ("n", "r") and fragment[1:].partition("-")[0] in card.notes


def _nearest(wanted: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(wanted, list(names), n=1)
    return f"did you mean {found[0]}?" if found else ""
