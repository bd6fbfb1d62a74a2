"""What stands in a line of hypertext: its text, white space as browsers show it, and the spans on it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from site_builder.drafting.letters import is_close
from site_builder.hypertext.elements import attribute, name
from site_builder.hypertext.footnotes import Notes
from site_builder.model import Line, Span
from site_builder.problems import Place, Problem
from site_builder.schemes import leads_outside, refused_link
from site_builder.xml_reading import line_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Run: TypeAlias = "list[Element | str]"  # texts and inline elements, one after the other

_SPANS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var", "hi", "emph"), "em"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
DROPPED = frozenset({"script", "style", "template", "head", "iframe", "object", "embed", "audio", "video", "canvas"})
_READINGS = frozenset({"rt", "rp"})
_BREAK = "\x00"  # of a line; no HTML has this character
_SPACE = re.compile(r"[ \t\n\r\f]+")


class Manner(NamedTuple):
    """How lines are read: the notes of the work, the file for problems, and whether links to other files and pictures
    can be followed (not into a DOCX or EPUB)."""

    notes: Notes
    path: str
    open: bool = True


class Reader:
    """Reads runs; `problems` gathers what cannot be shown, each kind once with its number where it may be frequent."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self._text = ""
        self._spans: list[Span] = []
        self.problems: list[Problem] = []
        self.pictures: list[Place] = []  # left out
        self.readings: list[Place] = []  # left out

    def lines(self, run: Run) -> list[Line]:
        """The lines of a run, broken where `br` stands, white space collapsed. Marks of notes become `[^label]`."""
        self._text, self._spans = "", []
        for part in run:
            if isinstance(part, str):
                self._text += part.replace(_BREAK, "")
            else:
                self._element(part)
        edges = [-1, *(match.start() for match in re.finditer(_BREAK, self._text)), len(self._text)]
        return [_collapsed(Line(self._text, tuple(self._spans))[start + 1 : end]) for start, end in pairwise(edges)]

    def _element(self, element: "Element") -> None:
        tag = name(element)
        if element in self.manner.notes.marks:
            self._text += f"[^{self.manner.notes.marks[element]}]"
        elif tag == "br":
            self._text += _BREAK
        elif tag == "img":
            self._picture(element)
        elif tag in _READINGS:
            self.readings.append(self._place(element))
        elif tag not in DROPPED and element not in self.manner.notes.back:
            self._inside(element, tag)

    def _inside(self, element: "Element", tag: str) -> None:
        start = len(self._text)
        at = len(self._spans)
        self._text += (element.text or "").replace(_BREAK, "")
        for child in element:
            self._element(child)
            self._text += (child.tail or "").replace(_BREAK, "")
        kind, value = _SPANS.get(tag, ""), ""
        if tag == "a" and (value := self._address(element)):
            kind = "link"
        if kind and self._text[start:].strip():
            self._spans.insert(at, Span(start, len(self._text), kind, value))

    def _address(self, element: "Element") -> str:
        """Where a link leads, "" when it is none that can be followed."""
        address = attribute(element, "href")
        outside = leads_outside(address)
        if outside is False:
            self.problems.append(refused_link(" ".join(address.split()), self._place(element)))
        return address if outside or (outside is None and self.manner.open) else ""

    def _picture(self, element: "Element") -> None:
        start, address = len(self._text), attribute(element, "src")
        self._text += " ".join(attribute(element, "alt").replace(_BREAK, "").split())
        if not address:
            return
        if not self.manner.open:
            self.pictures.append(self._place(element))
        elif leads_outside(address) is False:
            self.problems.append(refused_link(" ".join(address.split()), self._place(element)))
        else:
            self._spans.append(Span(start, len(self._text), "image", address))

    def _place(self, element: "Element") -> Place:
        return Place(self.manner.path, line_of(element))


def _collapsed(line: Line) -> Line:
    """White space as browsers show it: one space for many, none at the ends, and none where a line of the file was
    broken between letters of a script without spaces."""
    text, offsets, at = "", [0] * (len(line.text) + 1), 0
    for match in [*_SPACE.finditer(line.text), None]:
        end = match.start() if match else len(line.text)
        for index in range(at, end):
            offsets[index] = len(text) + index - at
        text += line.text[at:end]
        if match:
            after = line.text[match.end() : match.end() + 1]
            torn = "\n" in match[0] and is_close(text[-1:]) and is_close(after)
            kept = " " if text and after and not torn else ""
            for index in range(match.start(), match.end()):
                offsets[index] = len(text)
            text, at = text + kept, match.end()
    offsets[-1] = len(text)
    return Line(text, tuple(_moved(line.spans, offsets, text)))


def _moved(spans: Sequence[Span], offsets: Sequence[int], text: str) -> Iterator[Span]:
    for span in spans:
        start, end = offsets[span.start], offsets[span.end]
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end or span.start == span.end:
            yield Span(start, end, span.kind, span.value)
