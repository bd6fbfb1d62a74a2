"""A line and its spans as HTML: nesting resolved, text escaped, marks and links made.

Spans may cross (a word over the edge of an emphasis). Elements must nest, so where one would outlive its parent it is
closed with the parent and opened again behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.model import Line, Span

Address = Callable[[str], str | None]  # an address as typed → the address in the page, None when it leads nowhere

_ELEMENTS = {"em": "em", "strong": "strong", "strike": "s", "code": "code"}


@dataclass(frozen=True, slots=True)
class Inline:
    """How the parts of a line that need their surroundings are made: `address` for links and pictures, `mark` for the
    mark of a note given its span (kind `note`, or `borrowed` from the other edition), `typeset` for the text itself
    (same length)."""

    address: Address
    mark: Callable[[Span], Markup]
    typeset: Callable[[str], str]


def inline_html(line: Line, how: Inline) -> Markup:
    """The line as HTML. Trailing white space is left out: it belongs between lines, not in one."""
    text = how.typeset(line.text)
    if not line.spans:
        return text_html(text)
    return Markup("").join(_pieces(text, line.spans, how))


def text_html(text: str) -> Markup:
    """A line without spans as HTML."""
    return _escaped(text.rstrip())


def before_closing(text: str) -> int:
    """The offset at the end of a text, before its closing punctuation: where a mark borrowed from the other edition
    goes."""
    return len(text.rstrip().rstrip("。，、；：！？,.;:!?"))


def _pieces(text: str, spans: tuple[Span, ...], how: Inline) -> list[Markup]:
    """Walk from edge to edge; `open_` is the stack of spans whose elements are open."""
    out: list[Markup] = []
    open_: list[Span] = []
    end_of_text = len(text.rstrip())
    marks = [_outside_links(span, spans) for span in spans if span.kind in ("note", "borrowed")]
    edges = sorted(
        {0, end_of_text, *(min(edge, end_of_text) for span in (*spans, *marks) for edge in (span.start, span.end))}
    )
    for at, edge in enumerate(edges):
        _close(edge, open_, out, how)
        out += [how.mark(mark) for mark in marks if min(mark.start, end_of_text) == edge]
        starting = [span for span in spans if span.start == edge < span.end]
        for span in sorted(starting, key=lambda span: -span.end):
            open_.append(span)
            out.append(_start(span, text, how))
        if at + 1 < len(edges) and not any(span.kind in ("omit", "image") for span in open_):
            out.append(_escaped(text[edge : edges[at + 1]]))
    return out


def _outside_links(mark: Span, spans: tuple[Span, ...]) -> Span:
    """A mark is a link itself, and links do not nest: one inside a link moves to its end."""
    end = max(
        (span.end for span in spans if span.kind == "link" and span.start < mark.start < span.end), default=mark.start
    )
    return Span(end, end, mark.kind, mark.value)


def _close(edge: int, open_: list[Span], out: list[Markup], how: Inline) -> None:
    """Close what ends at `edge`; what was opened inside it but goes on is opened again."""
    ending = [index for index, span in enumerate(open_) if span.end <= edge]
    if not ending:
        return
    reopened = [span for span in open_[ending[0] :] if span.end > edge]
    out += [_end(span, how) for span in reversed(open_[ending[0] :])]
    del open_[ending[0] :]
    for span in reopened:
        open_.append(span)
        out.append(_start(span, "", how))


def _start(span: Span, text: str, how: Inline) -> Markup:
    if span.kind in _ELEMENTS:
        return Markup(f"<{_ELEMENTS[span.kind]}>")
    if span.kind == "link" and (address := how.address(span.value)):
        outside = Markup(' rel="noopener noreferrer"') if "://" in address else ""
        return Markup('<a href="{}"{}>').format(address, outside)
    if span.kind == "image":
        alternative = text[span.start : span.end]
        if address := how.address(span.value):
            return Markup('<img src="{}" alt="{}" loading="lazy">').format(address, alternative)
        return Markup('<span class="missing">{}</span>').format(alternative)
    return Markup("")


def _end(span: Span, how: Inline) -> Markup:
    if span.kind in _ELEMENTS:
        return Markup(f"</{_ELEMENTS[span.kind]}>")
    return Markup("</a>") if span.kind == "link" and how.address(span.value) else Markup("")


def _escaped(text: str) -> Markup:
    html = escape(text)
    return html.replace("\n", Markup("<br>")) if "\n" in html else html
