"""Spans as pairs of codes, as bitexts hold them: `<em>` and `</em>`, `<a href="…">` and `</a>`, `[^5]` for a mark.

Our own files and those of others are read alike, because other tools write the tags of HTML, too.
"""

import re
from collections.abc import Callable
from html import escape, unescape

from site_builder.model import Line, Span

_ELEMENTS = {
    "em": "em",
    "strong": "strong",
    "strike": "s",
    "code": "code",
    "link": "a",
    "image": "img",
    "omit": "span",
    "note": "sup",
}
_ADDRESSES = {"link": "href", "image": "src"}
_MEANINGS = {element: kind for kind, element in _ELEMENTS.items() if kind not in ("omit", "note")} | {
    "i": "em",
    "b": "strong",
    "del": "strike",
    "strike": "strike",
    "tt": "code",
    "kbd": "code",
    "samp": "code",
}
# What TMX and XLIFF call emphasis in their attributes.
_TYPES = {"bold": "strong", "italic": "em", "xlf:b": "strong", "xlf:i": "em", "strikethrough": "strike"}
_PLAIN = frozenset(_ELEMENTS) - frozenset(_ADDRESSES) - {"note"}
_TAG = re.compile(r"<([a-z]+\d?)((?:\s[^<>]*?)?)\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_OMIT = re.compile(r'class\s*=\s*"omit"')
_MARK = re.compile(r"\[\^(.+)\]", re.DOTALL)
_MARKUP = re.compile(r"\s*(?:</?[\w!?][^<>]*>\s*)+|\{?\\.*", re.DOTALL)  # tags, or the codes of RTF
_BREAK = re.compile(r"<(?:br|lb)\b[^<>]*>", re.IGNORECASE)


def opening(span: Span) -> str:
    """The code before the text of a span; the whole code of a mark."""
    if span.kind == "note":
        return f"[^{span.value}]"
    element = _ELEMENTS[span.kind]
    if span.kind == "omit":
        return f'<{element} class="omit">'
    address = f' {_ADDRESSES[span.kind]}="{escape(span.value)}"' if span.kind in _ADDRESSES else ""
    return f"<{element}{address}>"


def closing(span: Span) -> str:
    """The code behind the text of a span."""
    return f"</{_ELEMENTS[span.kind]}>"


def meaning(code: str, *types: str) -> tuple[str, str] | None:
    """Kind and value of the span that an opening code begins, or that one of the `types` an element has calls for;
    None where they mean nothing to us."""
    if tag := _TAG.fullmatch(code.strip()):
        element, attributes = tag[1].lower(), tag[2]
        if element == "span" and _OMIT.search(attributes):
            return "omit", ""
        kind = _MEANINGS.get(element, "")
        address = _ADDRESS.search(attributes)
        if kind not in _ADDRESSES:
            return (kind, "") if kind else _by_type(types)
        return (kind, unescape(address[1] or address[2] or "")) if address else None
    return _by_type(types)


def _by_type(types: tuple[str, ...]) -> tuple[str, str] | None:
    kinds = (_TYPES.get(name) or (name if name in _PLAIN else "") for name in types)
    kind = next(filter(None, kinds), "")
    return (kind, "") if kind else None


def label_of(code: str) -> str:
    """The label of the note that a code marks: 5 of `[^5]`; "" when it is none."""
    mark = _MARK.fullmatch(code)
    return "-".join(mark[1].split())[:40] if mark else ""


def visible(code: str) -> str:
    """What of a code that stands alone is text: all of `{0}`, a line break for `<br/>`, nothing of other markup."""
    if _BREAK.fullmatch(code.strip()):
        return "\n"
    return "" if _MARKUP.fullmatch(code) else code


def woven(
    line: Line, text: Callable[[str], str], opened: Callable[[int, Span], str], closed: Callable[[int, Span], str]
) -> str:
    """A line with its spans: `text` writes the runs between codes, `opened` and `closed` the codes of a span, which has
    its number in the line. Spans may cross; a mark has no closing code."""
    out, at = [], 0
    edges = []
    for number, span in enumerate(line.spans, 1):
        if span.kind in _ELEMENTS:
            edges.append((span.start, 1, number, 0, span))
            empty = span.start == span.end
            edges.append((span.start, 1, number, 1, span) if empty else (span.end, 0, -number, 1, span))
    for offset, _, number, closes, span in sorted(edges, key=lambda edge: edge[:4]):
        if offset > at:
            out.append(text(line.text[at:offset]))
            at = offset
        if not closes:
            out.append(opened(number, span))
        elif span.kind != "note":
            out.append(closed(abs(number), span))
    return "".join(out) + text(line.text[at:])


class Scribe:
    """Puts a line together from text and codes as they come; spans stand in the order in which they began."""

    def __init__(self) -> None:
        self._text = ""
        self._spans: list[tuple[int, int | None, str, str]] = []
        self._open: dict[str, int] = {}

    def write(self, text: str | None) -> None:
        """Text as it stands."""
        self._text += text or ""

    def begin(self, key: str, meant: tuple[str, str] | None) -> None:
        """A span of this kind and value begins; `key` is what its end will be known by."""
        if meant:
            self._open[key] = len(self._spans)
            self._spans.append((len(self._text), None, *meant))

    def end(self, key: str) -> None:
        """The span of that key ends; nothing happens where none has it."""
        if (at := self._open.pop(key, None)) is not None:
            start, _, kind, value = self._spans[at]
            self._spans[at] = (start, len(self._text), kind, value)

    def mark(self, label: str) -> None:
        """A note is marked here."""
        self._spans.append((len(self._text), len(self._text), "note", label))

    def line(self) -> Line:
        """The line so far. What did not end goes on to the end of the text."""
        length = len(self._text)
        spans = (Span(start, length if end is None else end, kind, value) for start, end, kind, value in self._spans)
        return Line(
            self._text, tuple(span for span in spans if span.start < span.end or span.kind in ("note", "image"))
        )
