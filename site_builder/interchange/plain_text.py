"""A pair as plain text: marks of notes in brackets, tables with tabs, pictures as their alternative text."""

from site_builder.interchange.prose import Manner
from site_builder.model import Line, Note, Pair


def line_text(line: Line) -> str:
    """What a line shows, with the marks of its notes."""
    if not line.spans:
        return line.text
    out, at = "", 0
    for span in sorted(line.spans, key=lambda span: (span.start, span.end)):
        if span.kind == "omit" and span.start >= at:
            out += line.text[at : span.start]
            at = span.end
        elif span.kind == "note" and span.start >= at:
            out += f"{line.text[at : span.start]}[{span.value}]"
            at = span.start
    return out + line.text[at:]


def _block(pair: Pair, side: int) -> str:
    texts = [line_text(segment.lines[side]) for segment in pair.in_order(side)]
    if pair.kind == "rule":
        return "* * *"
    if pair.kind == "table":
        width = max(1, len(pair.info))
        return "\n".join("\t".join(texts[at : at + width]) for at in range(0, len(texts), width))
    joined = "\n".join(text.strip() for text in texts if text.strip()) if pair.kind == "title" else "".join(texts)
    marker = f"{'  ' * max(0, pair.level - 1)}{pair.marker} " if pair.marker and joined else ""
    return marker + joined.strip("\n" if pair.kind == "code" else None)


def _note(note: Note, line: Line, first: bool) -> str:
    return f"[{note.label}] {line_text(line)}" if first else line_text(line)


PLAIN = Manner(_block, _note, frozenset({"item"}))
