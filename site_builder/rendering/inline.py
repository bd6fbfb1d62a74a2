"""A line and its spans as HTML: nesting resolved, text escaped, marks and links made.

Spans may cross (a word over the edge of an emphasis). Elements must nest, so where one would outlive its parent it is
closed with the parent and opened again behind it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from site_builder.model import Line, Span

Address = Callable[[str], str | None]  # an address as typed → the address in the page, None when it leads nowhere

_ELEMENTS = {"em": "em", "strong": "strong", "strike": "s", "code": "code"}
_MARKS = ("note", "borrowed")


@dataclass(frozen=True, slots=True)
class Inline:
    """How the parts of a line that need their surroundings are made: `address` for links and pictures, `mark` for the
    mark of a note as HTML given its span (kind `note`, or `borrowed` from the other edition), `typeset` for the text
    itself (same length), `picture` for pictures where these are found in another way than links."""

    address: Address
    mark: Callable[[Span], str]
    typeset: Callable[[str], str]
    picture: Address | None = None


def inline_html(line: Line, how: Inline) -> str:
    """The line as HTML. Trailing white space is left out: it belongs between lines, not in one."""
    text = how.typeset(line.text)
    if all(span.kind in _MARKS and span.start == span.end for span in line.spans):
        return _marked(text.rstrip(), line.spans, how)
    return "".join(_pieces(text, line.spans, how))


def escaped(text: str) -> str:
    """Text as HTML. Few texts have anything to escape, and asking for each character is the fastest way to see it."""
    special = "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
    return str(escape(text)) if special else text


def text_html(text: str) -> str:
    """Text without spans as HTML, escaped, its line breaks kept."""
    return escaped(text).replace("\n", "<br>")


def texts_html(texts: list[str]) -> list[str]:
    """Many texts as HTML: looked through together, since hardly any has something to escape."""
    joined = "".join(texts)
    return texts if text_html(joined) == joined else [text_html(text) for text in texts]


def before_closing(text: str) -> int:
    """The offset at the end of a text, before its closing punctuation: where a mark borrowed from the other edition
    goes."""
    return len(text.rstrip().rstrip("。，、；：！？,.;:!?"))


def _marked(text: str, marks: Sequence[Span], how: Inline) -> str:
    """The line when marks of notes are all there is in it, which is most often so: what `_pieces` does, but simpler."""
    html, at, end = "", 0, len(text)
    for mark in sorted(marks, key=lambda mark: min(mark.start, end)):
        html += text_html(text[at : mark.start]) + how.mark(mark)
        at = mark.start
    return html + text_html(text[at:])


def _pieces(text: str, spans: tuple[Span, ...], how: Inline) -> list[str]:
    """Walk from edge to edge; `open_` is the stack of spans whose elements are open."""
    out: list[str] = []
    open_: list[Span] = []
    end_of_text = len(text.rstrip())
    marks = [_outside_links(span, spans) for span in spans if span.kind in _MARKS]
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
            out.append(text_html(text[edge : edges[at + 1]]))
    return out


def _outside_links(mark: Span, spans: tuple[Span, ...]) -> Span:
    """A mark is a link itself, and links do not nest: one inside a link moves to its end."""
    end = max(
        (span.end for span in spans if span.kind == "link" and span.start < mark.start < span.end), default=mark.start
    )
    return Span(end, end, mark.kind, mark.value)


def _close(edge: int, open_: list[Span], out: list[str], how: Inline) -> None:
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


def _start(span: Span, text: str, how: Inline) -> str:
    if span.kind in _ELEMENTS:
        return f"<{_ELEMENTS[span.kind]}>"
    if span.kind == "ruby":
        return "<ruby>"
    if span.kind == "link" and (address := how.address(span.value)):
        outside = ' rel="noopener noreferrer"' if "://" in address else ""
        return f'<a href="{escape(address)}"{outside}>'
    if span.kind == "image":
        alternative = escape(text[span.start : span.end])
        if address := (how.picture or how.address)(span.value):
            return f'<img src="{escape(address)}" alt="{alternative}" loading="lazy">'
        return f'<span class="missing">{alternative}</span>'
    return ""


def _end(span: Span, how: Inline) -> str:
    if span.kind in _ELEMENTS:
        return f"</{_ELEMENTS[span.kind]}>"
    if span.kind == "ruby":
        return f"<rt>{escaped(span.value)}</rt></ruby>"
    return "</a>" if span.kind == "link" and how.address(span.value) else ""
