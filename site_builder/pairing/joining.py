"""Join lines, their spans moved along."""

from collections.abc import Sequence

from site_builder.model import Line, Span


def joined(lines: Sequence[Line], between: str = "") -> Line:
    """The lines as one, with `between` where one meets the next."""
    text, spans = "", []
    for line in lines:
        if text and line.text:
            text += between
        at = len(text)
        spans += [Span(span.start + at, span.end + at, span.kind, span.value) for span in line.spans]
        text += line.text
    return Line(text, tuple(spans))
