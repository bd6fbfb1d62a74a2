"""Find the notes of hypertext: links that are marks, and the elements they lead to.

A link is a mark when it says so (`epub:type="noteref"`, `role="doc-noteref"`, a class of the usual names), when what it
leads to says that it is a note, or when what it leads to links back to it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from site_builder.hypertext.elements import attribute, name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SAYS_MARK = re.compile(r"\b(?:noteref|doc-noteref|footnote-?ref|fn-?ref|note-?ref)\b", re.IGNORECASE)
_SAYS_NOTE = re.compile(r"\b(?:(?:foot|end|rear)note|doc-(?:foot|end)note|fn\d*)\b", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:footnote|endnote|fn|note)[-_:]?\d+", re.IGNORECASE)
_HOLDERS = frozenset({"p", "li", "div", "aside", "dd", "section", "td"})  # what a whole note may be
_NO_NOTES = frozenset({"html", "body", "h1", "h2", "h3", "h4", "h5", "h6"})
_SAYING = ("epub:type", "role", "class")
_LIKE_A_LABEL = re.compile(r"[\W\d_]*(?:[A-Za-z]{1,2}|[注註]\s*\d*)?[\W\d_]*")  # other texts are links that people read
_LONGEST_LABEL = 6  # characters
_RETURN = re.compile(r"[\W\d_]*(?:[A-Za-z]?|back|return|[注註]|返?回)[\W\d_]*", re.IGNORECASE)
_LABEL = re.compile(r"[^\s\[\]^]{1,40}")
_AROUND_LABEL = "[]()（）〔〕［］. \t\n\u00a0"


@dataclass(frozen=True, slots=True)
class Page:
    """One document of hypertext: its root, and its path (in a book, that inside the book)."""

    root: "Element"
    path: str


class Notes(NamedTuple):
    """The labels of marks and of notes by their elements, the links in notes that only lead back, and the labels as the
    marks show them, which notes may repeat."""

    marks: "Mapping[Element, str]"
    bodies: "Mapping[Element, str]"
    back: "frozenset[Element]"
    shown: "Mapping[Element, str]"


def found(pages: Sequence[Page]) -> Notes:
    """The notes of a work. Labels are as shown; where two notes show the same, all are counted 1, 2, … instead."""
    targets = dict(_targets(pages))
    leads = {link: target for link, key in _links(pages) if (target := targets.get(key)) is not None}
    order = {element: at for at, element in enumerate(element for page in pages for element in page.root.iter())}
    reached: dict[Element, list[Element]] = {}
    ends: dict[Element, frozenset[Element]] = {}
    for link, target in leads.items():
        holder = _holder(target)
        if holder is None or holder in link.iterancestors() or link in holder.iterancestors():
            continue
        if holder not in ends:
            ends[holder] = frozenset(leads[element] for element in holder.iter() if element in leads)
        if _is_mark(link, target, holder, ends[holder] if order[link] < order[holder] else frozenset()):
            reached.setdefault(holder, []).append(link)
    for link, target in leads.items():
        holder = _holder(target)
        if holder in reached and link not in reached[holder] and _like_a_label(link):
            reached[holder].append(link)
    inside = {element for holder in reached for element in holder.iter()}
    reached = {holder: kept for holder, links in reached.items() if (kept := [x for x in links if x not in inside])}
    labels = _labels([links[0] for links in reached.values()])
    bodies = dict(zip(reached, labels, strict=True))
    marks = {link: bodies[holder] for holder, links in reached.items() for link in links}
    shown = {holder: _shown(links[0]) for holder, links in reached.items()}
    return Notes(marks, bodies, frozenset(_back(bodies, leads, marks)), shown)


def linked_ids(page: Page) -> frozenset[str]:
    """The ids in a page that links of the same page lead to."""
    ends = (key.rpartition("#") for _, key in _links([page]))
    return frozenset(fragment for path, _, fragment in ends if path == page.path)


def _targets(pages: Sequence[Page]) -> "Iterator[tuple[str, Element]]":
    for page in pages:
        for element in page.root.iter():
            if key := attribute(element, "id") or (attribute(element, "name") if name(element) == "a" else ""):
                yield f"{page.path}#{key}", element


def _links(pages: Sequence[Page]) -> "Iterator[tuple[Element, str]]":
    for page in pages:
        for element in page.root.iter():
            address, hash_, fragment = attribute(element, "href").partition("#") if name(element) == "a" else ("",) * 3
            if hash_:
                path = normpath(join(dirname(page.path), unquote(address))) if address else page.path
                yield element, f"{path}#{unquote(fragment)}"


def _holder(target: "Element") -> "Element | None":
    """The element that is the whole note: the target, or what stands around an anchor at its beginning."""
    for element in (target, *target.iterancestors()):
        if name(element) in _HOLDERS:
            return element
        if name(element) in _NO_NOTES:
            return None
    return None


def _is_mark(link: "Element", target: "Element", holder: "Element", ends: "frozenset[Element]") -> bool:
    """Whether a link is the mark of the note `holder`, whose own links lead to `ends`; a mark and its note that only
    lead to each other are told by their order."""
    if any(_SAYS_MARK.search(attribute(link, key)) for key in _SAYING):
        return True
    if any(_SAYS_NOTE.search(attribute(holder, key)) for key in _SAYING):
        return True
    if not _like_a_label(link):
        return False
    return bool(_NOTE_ID.fullmatch(attribute(target, "id"))) or any(element in ends for element in _near(link))


def _back(
    bodies: "Mapping[Element, str]", leads: "Mapping[Element, Element]", marks: "Mapping[Element, str]"
) -> "Iterator[Element]":
    """Links in a note that lead to its mark, or to what the mark stands in."""
    ends = {element for mark in marks for element in _near(mark)}
    for body in bodies:
        for element in body.iter():
            if element in leads and leads[element] in ends and _RETURN.fullmatch(_shown(element)):
                yield element


def _near(mark: "Element") -> "Iterator[Element]":
    """What a note may link back to: the mark, what is in it, and what is right around it."""
    parent = mark.getparent()
    return chain(mark.iter(), () if parent is None else (parent,))


def _labels(marks: "Sequence[Element]") -> list[str]:
    shown = [_shown(mark) for mark in marks]
    if len(set(shown)) == len(shown) and all(map(_LABEL.fullmatch, shown)):
        return shown
    return [str(number) for number in range(1, len(marks) + 1)]


def _like_a_label(link: "Element") -> bool:
    shown = _shown(link)
    return (
        0 < len(shown) <= _LONGEST_LABEL
        and bool(_LIKE_A_LABEL.fullmatch(shown))
        and all(name(part) != "img" for part in link.iter())
    )


def _shown(mark: "Element") -> str:
    return "".join(mark.itertext()).strip(_AROUND_LABEL)
