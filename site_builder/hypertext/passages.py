"""Walk through hypertext: its headings, paragraphs, list items, tables, … in reading order."""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from site_builder.drafting.letters import width
from site_builder.hypertext import grids
from site_builder.hypertext.elements import attribute, name
from site_builder.hypertext.inline import DROPPED, Reader, Run
from site_builder.hypertext.parts import Cell, Passage, joined_by
from site_builder.model import Line, PairKind
from site_builder.xml_reading import line_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PLAIN = "p div section article main header footer aside nav dl dt dd figure figcaption address details summary center"
_SHAPED = "body form fieldset ul ol li blockquote pre table hr tr td th caption"
_BLOCKS = frozenset((*_PLAIN.split(), *_SHAPED.split(), *_HEADINGS))
_LAYERS = frozenset({"thead", "tbody", "tfoot", "tr", "colgroup"})
_VERSE_MEASURE = 60  # columns: lines broken by hand are verse only when all are this short


class _Around(NamedTuple):
    """What a passage is inside of."""

    items: int = 0  # lists around it
    quoted: int = 0
    language: str = ""
    label: str = ""


def passages(root: "Element", reader: Reader, linked: frozenset[str] = frozenset()) -> list[Passage]:
    """The passages of a document. `linked` are the ids that something links to: they become addresses of their own."""
    walk = _Walk(reader, linked)
    body = next((element for element in root.iter() if name(element) == "body"), root)
    walk.blocks(body, _Around())
    return walk.found


class _Walk:
    """Gathers passages; `found` has those of the text and of its notes in order."""

    def __init__(self, reader: Reader, linked: frozenset[str]) -> None:
        self.found: list[Passage] = []
        self._manner = reader.manner
        self._reader = reader
        self._linked = linked
        self._marker = ""
        self._shown = ""
        self._holding: dict[Element, bool] = {}
        self._unit = 0

    def blocks(self, element: "Element", around: _Around) -> None:
        """What stands in an element, in order: blocks, and the runs of text between them."""
        run: Run = [element.text or ""]
        for child in element:
            if self._is_block(child):
                self._paragraphs(run, element, around)
                run = []
                self._block(child, around)
            else:
                run.append(child)
            run.append(child.tail or "")
        self._paragraphs(run, element, around)

    def _block(self, element: "Element", around: _Around) -> None:
        tag = name(element)
        opens = element in self._manner.notes.bodies
        self._unit += opens or not (around.items or around.label)
        label = self._manner.notes.bodies.get(element, around.label)
        self._shown = self._manner.notes.shown.get(element, self._shown)
        around = around._replace(language=attribute(element, "lang") or around.language, label=label)
        if tag in _HEADINGS:
            self._heading(element, around)
        elif tag == "pre" and not any(
            name(inner) == "img" or self._is_block(inner) for inner in element.iterdescendants()
        ):
            self._code(element, around)
        elif tag == "table":
            self._table(element, around)
        elif tag == "hr":
            self._add(Passage("rule", (), line_of(element), self._manner.path), around)
        elif tag in ("ul", "ol"):
            self._list(element, around._replace(items=around.items + 1))
        else:
            self.blocks(element, around._replace(quoted=around.quoted + (tag == "blockquote")))

    def _either(self, child: "Element", element: "Element", around: _Around) -> None:
        """A child of an element in which only some blocks should stand, and the text behind it."""
        if self._is_block(child):
            self._block(child, around)
            self._paragraphs([child.tail or ""], element, around)
        else:
            self._paragraphs([child, child.tail or ""], element, around)

    def _list(self, element: "Element", around: _Around) -> None:
        start = attribute(element, "start")
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        self._paragraphs([element.text or ""], element, around)
        for item in element:
            self._marker = f"{number}." if name(element) == "ol" else "•"
            self._either(item, element, around)
            number += name(item) == "li"
        self._marker = ""

    def _heading(self, element: "Element", around: _Around) -> None:
        """A heading; one that is the title of the whole work stands above all others."""
        lines = [line for line in self._reader.lines([element]) if line]
        level = 1 if "title" in attribute(element, "class").split() else _HEADINGS[name(element)] + 1
        if lines:
            whole = reduce(lambda one, other: joined_by(" ", one, other), lines)
            self._add(self._passage("heading", [whole], element)._replace(level=level), around)

    def _paragraphs(self, run: Run, element: "Element", around: _Around) -> None:
        """The paragraphs of a run of text: empty lines part them."""
        if not any(not isinstance(part, str) or part.strip() for part in run):
            return
        lines = self._reader.lines(run)
        for filled, group in groupby(lines, key=bool):
            if filled:
                self._paragraph(list(group), element, around)

    def _paragraph(self, lines: list[Line], element: "Element", around: _Around) -> None:
        self._unit += not (around.items or around.label)
        if around.label and self._shown:
            lines = [_without_label(lines[0], self._shown), *lines[1:]]
            self._shown = ""
        kind: PairKind = "item" if around.items and not around.label else "paragraph"
        passage = self._passage(kind, lines, element)
        if len(lines) == 1 and _only_picture(lines[0]):
            passage = passage._replace(kind="picture")
        elif kind == "item":
            passage = passage._replace(marker=self._marker)
            self._marker = ""
        elif len(lines) > 1 and all(width(line.text) <= _VERSE_MEASURE for line in lines):
            passage = passage._replace(kind="verse")
        self._add(passage, around)

    def _code(self, element: "Element", around: _Around) -> None:
        text = _raw(element).strip("\n")
        names = [part for inner in (element, *element) for part in attribute(inner, "class").split()]
        info = next((part.removeprefix("language-") for part in names if part.startswith("language-")), "")
        if text.strip():
            lines = [Line(line) for line in text.split("\n")]
            self._add(self._passage("code", lines, element)._replace(info=info), around)

    def _table(self, element: "Element", around: _Around) -> None:
        """A table. One of a single column, or with tables inside, only lays out what is in it."""
        grid = grids.grid(element)
        if max(map(len, grid), default=0) < 2 or any(name(inner) == "table" for inner in element.iterdescendants()):
            self._inside(element, around)
            return
        self._inside(element, around, cells=False)
        cells = tuple(tuple(self._cell(place, around) for place in row) for row in grid)
        if any(cell.passages for row in cells for cell in row):
            self._add(self._passage("table", [], element)._replace(cells=cells), around)

    def _inside(self, element: "Element", around: _Around, cells: bool = True) -> None:
        """What stands in a table, with its cells or without: a caption, and what should not be there."""
        self._paragraphs([element.text or ""], element, around)
        for child in element:
            if name(child) in _LAYERS:
                self._inside(child, around, cells)
                self._paragraphs([child.tail or ""], element, around)
            elif cells or name(child) not in ("td", "th") or name(element) != "tr":  # a stray cell is in no grid
                self._either(child, element, around)
            else:
                self._paragraphs([child.tail or ""], element, around)

    def _cell(self, place: grids.Spot, around: _Around) -> Cell:
        if place.element is None:
            return Cell()
        inner = _Walk(self._reader, self._linked)
        language = attribute(place.element, "lang")
        inner.blocks(place.element, _Around(language=language or around.language))
        return Cell(tuple(inner.found), language, place.columns)

    def _passage(self, kind: PairKind, lines: Sequence[Line], element: "Element") -> Passage:
        own_id = attribute(element, "id")
        return Passage(
            kind, tuple(lines), line_of(element), self._manner.path, own_id=own_id if own_id in self._linked else ""
        )

    def _add(self, passage: Passage, around: _Around) -> None:
        level = passage.level or around.items * (passage.kind == "item")
        self.found.append(
            passage._replace(
                level=level, quoted=around.quoted, language=around.language, label=around.label, unit=self._unit
            )
        )

    def _is_block(self, element: "Element") -> bool:
        """Whether an element is a block, by its name or by what is in it."""
        if element in self._manner.notes.bodies or name(element) in _BLOCKS:
            return True
        if name(element) in DROPPED:
            return False
        if element not in self._holding:
            self._holding[element] = any(self._is_block(child) for child in element)
        return self._holding[element]


def _raw(element: "Element") -> str:
    """The text of an element as it stands, a new line for each `br`."""
    inner = ("\n" * (name(child) == "br") + _raw(child) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)


def _without_label(line: Line, label: str) -> Line:
    """The first line of a note without the label that it repeats: `1. `, `[1] `."""
    found = re.match(rf"[\[(（]?{re.escape(label)}(?:[\])）.、:：]+\s*|\s+)(?=\S)", line.text)
    return line[found.end() :] if found else line


def _only_picture(line: Line) -> bool:
    return [(span.kind, span.start, span.end) for span in line.spans] == [("image", 0, len(line.text))]
