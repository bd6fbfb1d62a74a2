"""A pair as Markdown, so that reading it gives the same texts with the same emphasis, links, pictures and marks.

What Markdown would take for markup is escaped, and nothing else: the text stays pleasant to read and edit.
"""

import re

from site_builder.interchange.codes import woven
from site_builder.interchange.prose import Manner
from site_builder.model import Line, Note, Pair, Span

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)](?:\s|$))|:::|>)", re.MULTILINE)
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_AROUND = {"em": "*", "strong": "**", "strike": "~~"}


def line_markdown(line: Line) -> str:
    """A line with its spans."""
    if not line.spans:
        return _escaped(line.text)
    verbatim = {at for span in line.of_kind("code") for at in range(span.start, span.end)}
    if not verbatim:
        return woven(line, _escaped, _opened, _closed)
    made, at = "", 0  # code is written as it stands, so the line is cut where code begins and ends
    for span in line.of_kind("code"):
        made += line_markdown(_without_code(line[at : span.start])) + _code(line.text[span.start : span.end])
        at = span.end
    return made + line_markdown(_without_code(line[at : len(line.text)]))


def _without_code(line: Line) -> Line:
    return Line(line.text, tuple(span for span in line.spans if span.kind != "code"))


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _opened(number: int, span: Span) -> str:
    if span.kind == "note":
        return f"[^{span.value}]"
    return _AROUND.get(span.kind, {"link": "[", "image": "!["}.get(span.kind, ""))


def _closed(number: int, span: Span) -> str:
    if span.kind in ("link", "image"):
        address = f"<{span.value}>" if re.search(r"[\s()<>]", span.value) else span.value
        return f"]({address})"
    return _AROUND.get(span.kind, "")


def _block(pair: Pair, side: int) -> str:
    if pair.kind == "rule":
        return "---"
    if pair.kind == "code":
        return _fenced(pair.text(side), pair.info)
    lines = [line_markdown(segment.lines[side]) for segment in pair.in_order(side)]
    if pair.kind == "table":
        return _table(lines, pair.info)
    if pair.kind == "title":
        return "\n\n".join(_safe(line.strip()) for line in lines if line.strip())
    text = "".join(lines).strip()
    if not text:
        return ""
    return "\n".join(("> " * pair.quoted + row).rstrip() for row in _rows(pair, _safe(text), side))


def _rows(pair: Pair, text: str, side: int) -> list[str]:
    """The lines of a block below any quotation."""
    own = f" {{#{pair.own_id}}}" if pair.own_id and side == 0 else ""
    broken = text.replace("\n", "\\\n").split("\n")
    if pair.kind == "heading":
        return [f"{'#' * min(6, max(1, pair.level))} {' '.join(text.split())}{own}"]
    if pair.kind == "item":
        marker = pair.marker if pair.marker[:1].isdigit() else "-"
        indent = " " * (len(marker) + 1) * max(0, pair.level - 1)
        return [f"{indent}{marker} {broken[0]}", *(f"{indent}{' ' * len(marker)} {row}" for row in broken[1:])]
    return [*broken[:-1], broken[-1] + own]


def _safe(text: str) -> str:
    """Text that does not begin like a heading, a list, a quotation or a fence."""
    text = _NUMBER.sub(r"\1\\\2", text)
    return _AT_START.sub(lambda found: f"{found[1]}\\{found[2]}" if not found[2].isdigit() else found[0], text)


def _fenced(text: str, info: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{info}\n{text.rstrip(chr(10))}\n{fence}"


def _table(cells: list[str], info: str) -> str:
    width = max(1, len(info))
    rows = [
        "| " + " | ".join(cell.strip() for cell in cells[at : at + width]) + " |" for at in range(0, len(cells), width)
    ]
    marks = {"l": ":---", "r": "---:", "c": ":---:"}
    return "\n".join([rows[0], "| " + " | ".join(marks.get(letter, "---") for letter in info) + " |", *rows[1:]])


def _note(note: Note, line: Line, first: bool) -> str:
    text = line_markdown(line)
    return f"[^{note.label}]: {text}" if first else "\n".join(f"    {row}" for row in text.split("\n"))


MARKDOWN = Manner(_block, _note, frozenset({"item"}))
