"""Read an edition in XML: sentences `<s id="…">` in paragraphs, and what stands outside of sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from site_builder.hypertext.footnotes import Notes
from site_builder.hypertext.inline import Manner, Reader, Run
from site_builder.model import Line
from site_builder.xml_reading import line_of, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARAGRAPHS = frozenset({"p", "head", "ab", "lg", "item", "title", "note"})
_ABOUT = frozenset({"teiHeader", "header"})  # says things of the text, and is none of it
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOTHING: "Mapping[Element, str]" = {}


class Sentence(NamedTuple):
    """A sentence: its id, "" where text stands outside of sentences; the number of its paragraph, its rank if that is
    a heading (0 if not), and its line in the file."""

    id: str
    line: Line
    paragraph: int
    rank: int
    at: int


def sentences(root: "Element", path: str) -> list[Sentence]:
    """All text of an edition, in order."""
    walk = _Walk(path)
    walk.inside(root, 0)
    return walk.found


class _Walk:
    """Gathers sentences; `found` has them in order."""

    def __init__(self, path: str) -> None:
        self.found: list[Sentence] = []
        self._reader = Reader(Manner(Notes(_NOTHING, _NOTHING, frozenset(), _NOTHING), path, open=False))
        self._paragraph = 0
        self._rank = 0

    def inside(self, element: "Element", depth: int) -> None:
        """The text in an element; `depth` counts the divisions around it."""
        self._loose(element.text, element)
        for child in element:
            name = name_of(child)
            if name == "s":
                inner = (part for each in child for part in (each, each.tail or ""))
                self._add(child.get("id") or child.get(_XML_ID) or "", [child.text or "", *inner], child)
            elif name in _PARAGRAPHS:
                self._begin(depth if name in ("head", "title") else -1)
                self.inside(child, depth)
                self._begin(-1)
            elif name not in _ABOUT:
                self.inside(child, depth + name.startswith("div"))
            self._loose(child.tail, element)

    def _begin(self, rank: int) -> None:
        self._paragraph += 1
        self._rank = rank + 1

    def _loose(self, text: str | None, element: "Element") -> None:
        if text and text.strip():
            self._add("", [text], element)

    def _add(self, name: str, content: Run, element: "Element") -> None:
        for line in self._reader.lines(content):
            if line or name:
                self.found.append(Sentence(name, line, self._paragraph, self._rank, line_of(element)))
                name = ""
