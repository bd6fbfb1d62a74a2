"""Make the pieces of a Markdown block from its text: what the text of a paragraph, heading or note turns out to be.

Each function takes a piece that says where the block stands, and gives it back filled, or several for several scripts.
"""

import re
from collections.abc import Iterator

from site_builder.drafting import splitting
from site_builder.drafting.pieces import Piece
from site_builder.scripts import script

_OWN_ID = re.compile(r"\s*\{#([^\s{}#]+)\}\s*$")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_NO_WORDS = re.compile(r"(?<=\])\([^()]*\)|`[^`]*`|\[\^[^\]]*\]|<[a-z][^<>]*>|\{#[^}]*\}")
_HARD = re.compile(r"(?: {2,}|\\)$")


def paragraph(piece: Piece, text: str) -> Iterator[Piece]:
    """A paragraph, cut where its lines change script; none where it is nothing but wide spaces."""
    if not text:
        return
    lines = text.split("\n")
    if len(lines) == 1:
        yield _finished(piece._replace(lines=(text,), script=main_script(text)))
        return
    marker = piece.marker
    for start, end, code in splitting.runs(lines):
        code = code and main_script("\n".join(lines[start:end]))
        part = tuple(lines[start:end])
        yield _finished(piece._replace(lines=part, script=code, line=piece.line + start, marker=marker))
        marker = ""


def is_one_line(text: str) -> bool:
    """Whether a paragraph is one line and nothing but words, so that it stays as it is."""
    return "\n" not in text and text[0] not in "|!" and text[-1] != "}"


def heading(piece: Piece, text: str) -> Iterator[Piece]:
    """A heading, cut at the bar between its languages."""
    text, own_id = _without_own_id(text.replace("\n", " "))
    for half in (splitting.at_bar(text) or (text,)) if text else ():
        yield piece._replace(lines=(half,), script=main_script(half), own_id=own_id)


def note(piece: Piece, text: str) -> Iterator[Piece]:
    """The paragraphs of a note, each cut where its lines change script."""
    lines = text.split("\n")
    start = 0
    for at, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        for first, last, code in splitting.runs(lines[start:at]) if at > start else ():
            part = tuple(map(_soft, lines[start + first : start + last]))
            yield piece._replace(lines=part, line=piece.line + start + first, script=code)
        start = at + 1


def main_script(text: str) -> str:
    """The script of a text, less what is not words: addresses, code, labels of notes."""
    if "[" in text or "`" in text or "<" in text or "{#" in text:
        return script(_NO_WORDS.sub("", text)) or script(text)
    return script(text)


def _finished(piece: Piece) -> Piece:
    """A paragraph as what it turns out to be: verse, a picture, or a paragraph whose hard line breaks are kept."""
    lines = piece.lines
    if len(lines) == 1 and is_one_line(lines[0]):
        return piece
    if lines[0].startswith("|") and all(line.startswith("| ") or line == "|" for line in lines):
        return piece._replace(kind="verse", lines=tuple(line[2:].strip() for line in lines))
    text, own_id = _without_own_id(lines[-1])
    if own_id:
        piece = piece._replace(lines=(*lines[:-1], text), own_id=own_id)
    if len(lines) == 1:
        picture = text.startswith("![") and piece.kind == "paragraph" and _PICTURE.fullmatch(text)
        return piece._replace(kind="picture") if picture else piece
    if piece.kind == "paragraph" and all(map(_HARD.search, lines[:-1])):
        return piece._replace(kind="verse", lines=tuple(_HARD.sub("", line).strip() for line in piece.lines))
    return piece._replace(lines=tuple(map(_soft, piece.lines)))


def _soft(line: str) -> str:
    """A line whose hard break, if it has one, is a newline."""
    return _HARD.sub("\n", line)


def _without_own_id(text: str) -> tuple[str, str]:
    found = _OWN_ID.search(text) if text.endswith("}") else None
    return (text[: found.start()], found[1]) if found else (text, "")
