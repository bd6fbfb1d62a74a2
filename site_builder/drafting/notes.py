"""Gather the notes of a text: `[5]They refer …` below a line that says 注釋 or Notes, and `[^5]: …` anywhere.

A note may stand once in one language, once in each, or have both languages under one label: it is one note.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from site_builder.drafting.pieces import Piece
from site_builder.note_marks import Labels, label_of

_HEADER = re.compile(
    r"(?:[一二三四五六七八九十]+、)?(?:[注註][釋释解]?|[脚腳尾附][注註]|(?:foot ?|end ?)?notes?)\s*[:：]?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:[\[［〔【]\^?(?P<bracket>[0-9A-Za-z*†‡]{1,12})[\]］〕】][:：]?"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+)|(?P<circle>[①-⑳])"
    r"|[（(](?P<round>[0-9]{1,3})[)）]|(?P<dot>[0-9]{1,3})(?:[.)、．](?![0-9])|\s(?=\S)))\s*"
)

_BRACKET = re.compile(r"\s*\[([0-9]{1,3})\]")


class Body(NamedTuple):
    """A paragraph of a note: its label, the piece that holds its text without the label, and whether the label stood
    before it."""

    label: str
    piece: Piece
    opens: bool


class Found(NamedTuple):
    """The text without its notes, their paragraphs in order, and the labels that marks may have."""

    pieces: list[Piece]
    bodies: list[Body]
    labels: Labels


def take(pieces: Sequence[Piece]) -> Found:
    """Part the notes from the text."""
    reader = _Reader()
    end = _headless(pieces)
    for at, piece in enumerate(pieces):
        reader.inside = reader.inside or at == end
        reader.read(piece)
    labels = Labels(frozenset(body.label for body in reader.bodies), frozenset(reader.circled))
    return Found(reader.text, reader.bodies, labels)


def _headless(pieces: Sequence[Piece]) -> int:
    """Where notes without a header begin: paragraphs at the end that all open with `[5]`, if the text marks one of
    them. -1 when there are none."""
    start = len(pieces)
    while start and pieces[start - 1].kind == "paragraph" and all(map(_BRACKET.match, pieces[start - 1].lines)):
        start -= 1
    labels = {found[1] for piece in pieces[start:] for line in piece.lines if (found := _BRACKET.match(line))}
    if not labels or not start:
        return -1
    mark = re.compile(rf"[^\s\d.,%\[](?:{'|'.join(sorted(labels))})(?=[\s.,;:!?)」”。，；：！？）]|$)")
    marked = any(mark.search(line) for piece in pieces[:start] for line in piece.lines)
    return start if marked else -1


def is_header(piece: Piece) -> bool:
    """Whether a piece is nothing but the words that stand above notes."""
    return (
        piece.kind in ("paragraph", "heading")
        and len(piece.lines[0]) < 20
        and all(_HEADER.fullmatch(line.strip(" *_")) for line in piece.lines)
    )


class _Reader:
    """Reads pieces in order; `label` is that of the note which further paragraphs belong to, `inside` tells whether a
    header of notes was met."""

    def __init__(self) -> None:
        self.text: list[Piece] = []
        self.bodies: list[Body] = []
        self.circled: set[str] = set()
        self.label = ""
        self.inside = False
        self._unit = -1  # of the definition in Markdown that was read last

    def read(self, piece: Piece) -> None:
        """Sort a piece into the text or the notes."""
        if piece.label:
            opens = piece.unit != self._unit
            self._unit = piece.unit
            self.bodies.append(Body(piece.label, piece._replace(label=""), opens))
        elif is_header(piece):
            self.label, self.inside = "", True
        elif self.inside and piece.kind == "item" and piece.marker[:1].isdigit():
            self.label = piece.marker.rstrip(".)")
            self.bodies.append(Body(self.label, piece._replace(kind="paragraph", level=0, marker=""), True))
        elif self.inside and piece.kind in ("paragraph", "item"):
            self._lines(piece)
        elif piece.kind == "paragraph" and len(piece.lines) > 1 and is_header(piece._replace(lines=piece.lines[:1])):
            self.label, self.inside = "", True
            self._lines(piece._replace(lines=piece.lines[1:], line=piece.line + 1))
        else:
            self.inside = self.inside and piece.kind != "heading"
            self.text.append(piece)

    def _lines(self, piece: Piece) -> None:
        """Sort the lines of a paragraph below the header: each label among them begins a note."""
        start, opened = 0, None
        for at, line in enumerate(piece.lines):
            if found := _LABELLED.match(line):
                self._keep(piece, start, at, opened)
                start, opened = at, found
                self.label = label_of(found[found.lastgroup or 0])
                if found.lastgroup == "circle":
                    self.circled.add(self.label)
        self._keep(piece, start, len(piece.lines), opened)

    def _keep(self, piece: Piece, start: int, end: int, opened: re.Match[str] | None) -> None:
        """Add the lines `start:end` to the note, or to the text while no note has begun."""
        if start == end:
            return
        lines = piece.lines[start:end]
        if opened:
            lines = (lines[0][opened.end() :], *lines[1:])
        part = piece._replace(lines=lines, line=piece.line + start)
        if self.label:
            self.bodies.append(Body(self.label, part, opened is not None))
        else:
            self.text.append(part)
