"""Gather the notes of a text: `[5]They refer …` below a line that says 注釋 or Notes, and `[^5]: …` anywhere.

A note may stand once in one language, once in each, or have both languages under one label: it is one note.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_builder.drafting.pieces import Piece
from site_builder.note_marks import Labels, label_of

_HEADER = re.compile(
    r"(?:[一二三四五六七八九十]+、)?(?:注[釋释解]?|註[釋释解]?|[脚腳尾附][注註]|foot ?notes?|end ?notes?|notes?)\s*[:：]?", re.IGNORECASE
)
_LABELLED = re.compile(
    r"(?:[\[［〔【]\^?(?P<bracket>[0-9A-Za-z*†‡]{1,12})[\]］〕】][:：]?"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+)|(?P<circle>[①-⑳])"
    r"|[（(](?P<round>[0-9]{1,3})[)）]|(?P<dot>[0-9]{1,3})(?:[.)、．](?![0-9])|\s(?=\S)))\s*"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A paragraph of a note: its label, and the piece that holds its text without the label."""

    label: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Found:
    """The text without its notes, their paragraphs in order, and the labels that marks may have."""

    pieces: list[Piece]
    bodies: list[Body]
    labels: Labels


def take(pieces: Sequence[Piece]) -> Found:
    """Part the notes from the text."""
    text: list[Piece] = []
    bodies: list[Body] = []
    circled: set[str] = set()
    label, inside = "", False
    for piece in pieces:
        if piece.label:
            bodies.append(Body(piece.label, replace(piece, label="")))
        elif is_header(piece):
            label, inside = "", True
        elif inside and piece.kind in ("paragraph", "item"):
            label = _read(piece, label, text, bodies, circled)
        else:
            inside = inside and piece.kind != "heading"
            text.append(piece)
    return Found(text, bodies, Labels(frozenset(body.label for body in bodies), frozenset(circled)))


def is_header(piece: Piece) -> bool:
    """Whether a piece is nothing but the words that stand above notes."""
    return (
        piece.kind in ("paragraph", "heading")
        and len(piece.lines[0]) < 20
        and all(_HEADER.fullmatch(line.strip(" *_")) for line in piece.lines)
    )


def _read(piece: Piece, label: str, text: list[Piece], bodies: list[Body], circled: set[str]) -> str:
    """Sort the lines of a piece below the header into notes; the label that further lines belong to."""
    if piece.kind == "item" and piece.marker[:1].isdigit():
        label = piece.marker.rstrip(".)")
        bodies.append(Body(label, replace(piece, kind="paragraph", level=0, marker="")))
        return label
    start = 0
    for at, line in enumerate(piece.lines):
        if found := _LABELLED.match(line):
            _keep(piece, start, at, label, text, bodies)
            label, start = label_of(found[found.lastgroup or 0]), at
            if found.lastgroup == "circle":
                circled.add(label)
    _keep(piece, start, len(piece.lines), label, text, bodies)
    return label


def _keep(piece: Piece, start: int, end: int, label: str, text: list[Piece], bodies: list[Body]) -> None:
    """Add the lines `start:end` of a piece to the note, or to the text while no note has begun."""
    if start == end:
        return
    lines = piece.lines[start:end]
    if label and (found := _LABELLED.match(lines[0])) and label_of(found[found.lastgroup or 0]) == label:
        lines = (lines[0][found.end() :], *lines[1:])
    part = replace(piece, lines=lines, line=piece.line + start)
    if label:
        bodies.append(Body(label, part))
    else:
        text.append(part)
