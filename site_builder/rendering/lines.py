"""The lines of a pair in one of its languages, as the elements that outside tools know lines by.

The innermost loops of a build run here: no template and no Markup a line, and a whole text is looked at before each of
its lines is.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.model import Line, Pair, Segment, Span
from site_builder.rendering.code import highlight
from site_builder.rendering.endonyms import endonym
from site_builder.rendering.inline import Inline, before_closing, inline_html, text_html, texts_html
from site_builder.rendering.tongues import speaks


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a document: its position, its own name, its tag, `lang` and direction as attributes, and how the
    parts of its lines are made."""

    index: int
    name: str
    tag: str
    attributes: Markup
    how: Inline


def side_of(index: int, tag: str, how: Inline) -> Side:
    """The language of a BCP 47 tag at this position of a document's languages."""
    return Side(index, endonym(tag), str(escape(tag)), speaks(tag), how)


def said(pair: Pair, side: Side, spans: bool) -> list[str]:
    """What each line of the pair says in one language, as HTML; "" for a line with nothing to show. `spans` tells
    whether the pair has any."""
    typeset, index = side.how.typeset, side.index
    if pair.kind == "code":
        return [highlight(segment.lines[index].text, pair.info) for segment in pair.segments]
    if spans:
        return [_spanned(segment, side) for segment in pair.segments]
    return texts_html([typeset(segment.lines[index].text).rstrip() for segment in pair.segments])


def elements(pair: Pair, side: Side, said: list[str]) -> list[str]:
    """The element of each line and the white space that follows it. An element has the segment's id in the document's
    first language, and its name in all."""
    made, index, lang = [], side.index, f'lang="{side.tag}" data-segment='
    for segment, html in zip(pair.segments, said, strict=True):
        kind = "line" if html else "line empty"
        name = f'"{segment.id}"' if index else f'"{segment.id}" id="{segment.id}"'
        gap = " " if segment.lines[index].text[-1:].isspace() else ""
        made.append(f'<span class="{kind}" {lang}{name}>{html}</span>{gap}')
    return made


def _spanned(segment: Segment, side: Side) -> str:
    """A line where any language of the segment has spans: its own, and marks borrowed from the others."""
    line = segment.lines[side.index]
    for other in segment.lines:
        if other.spans:
            return inline_html(_with_borrowed(line, segment), side.how)
    return text_html(side.how.typeset(line.text).rstrip())


def _with_borrowed(line: Line, segment: Segment) -> Line:
    """The line with marks at its end for notes that only other editions mark here."""
    own = {span.value for span in line.of_kind("note")}
    borrowed = [label for label in segment.notes() if label not in own] if line.text else []
    at = before_closing(line.text)
    return Line(line.text, (*line.spans, *(Span(at, at, "borrowed", label) for label in borrowed)))
