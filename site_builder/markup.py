"""Cut Markdown into pieces, and read the inline markup of one.

A file is parsed once, for its blocks, or cut without a parser where it is simple; the inline markup of a block is
parsed only where there is any.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from site_builder.drafting.pieces import Cut, Ink, Piece
from site_builder.markdown_pieces import heading, main_script, note, paragraph
from site_builder.model import Line, PairKind, Span
from site_builder.problems import Place, Problem, Severity
from site_builder.schemes import refused_link
from site_builder.simple_markdown import is_simple
from site_builder.simple_markdown import pieces as simple_pieces

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKUP = re.compile(r"[*_<\\`]|&#?\w+;|~~|\[(?!\^)")
_REFUSED = re.compile(r"\]\(\s*<?\s*((?:javascript|vbscript|data|file)\s*:(?:[^()\s]|\([^()\s]*\))*)", re.IGNORECASE)
_DEEPEST = 98  # elements inside each other; markdown-it stops at 100
_SPANS = {"em": "em", "strong": "strong", "s": "strike", "link": "link"}


def cut(text: str, path: str, first_line: int = 1) -> Cut:
    """The pieces of a Markdown text whose first line has the number `first_line`."""
    if is_simple(text):
        pieces = list(simple_pieces(text, path, first_line))
        return Cut(pieces, _ink({}), tuple(_refused(text, path, first_line, pieces)))
    return _parsed(text, path, first_line)


def _parsed(text: str, path: str, first_line: int) -> Cut:
    """The pieces of a text with any kind of block."""
    from site_builder.markdown_parser import Environment, blocks

    environment: Environment = {}
    tokens = blocks(text, environment)
    if any(token.level >= _DEEPEST for token in tokens):
        # Below that depth the parser drops what it finds, so that hostile text cannot exhaust the stack.
        hint = "take away most of the > and the indents; until then the file is read as plain text"
        problem = Problem("too-deep", "lists or quotes are nested too deep", Place(path), Severity.ERROR, hint)
        from site_builder import plain

        return plain.cut(text, path, first_line)._replace(problems=(problem,))
    pieces = list(_Walk(path, first_line).pieces(tokens))
    return Cut(pieces, _ink(environment), tuple(_refused(text, path, first_line, pieces)))


def _ink(environment: dict[str, object]) -> Ink:
    def ink(text: str) -> Line:
        if not _may_be_marked_up(text) or not _MARKUP.search(text):
            return Line(text)
        from site_builder.markdown_parser import inline

        return _line(inline(text, environment))

    return ink


def _may_be_marked_up(text: str) -> bool:
    """Whether a text has any of the signs that inline markup begins with. One by one they are found soonest."""
    brackets = "[" in text or "<" in text
    return brackets or "*" in text or "_" in text or "`" in text or "&" in text or "\\" in text or "~" in text


def _line(tokens: "Sequence[Token]") -> Line:
    """The text of inline tokens, with a span for each element."""
    text, spans = "", []
    open_: list[tuple[str, int, str]] = []
    for token in tokens:
        if token.nesting == 1:
            open_.append((token.type.removesuffix("_open"), len(text), str(token.attrGet("href") or "")))
        elif token.nesting == -1:
            kind, start, value = open_.pop()
            spans.append(Span(start, len(text), _SPANS[kind], value))
        elif token.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif token.type == "image":
            alternative = _line(token.children or ()).text
            spans.append(Span(len(text), len(text) + len(alternative), "image", str(token.attrGet("src") or "")))
            text += alternative
        else:
            if token.type == "code_inline":
                spans.append(Span(len(text), len(text) + len(token.content), "code"))
            text += token.content
    return Line(text, tuple(sorted(spans, key=lambda span: (span.start, -span.end))))


def _refused(text: str, path: str, first_line: int, pieces: Sequence[Piece]) -> Iterator[Problem]:
    """Links that are left as text because of where they lead; markdown-it makes none of them."""
    if "](" not in text:
        return
    code = [range(piece.line, piece.line + len(piece.lines) + 2) for piece in pieces if piece.kind == "code"]
    for match in _REFUSED.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        number = text.count("\n", 0, start) + first_line
        if not any(number in lines for lines in code):
            shown = text[start:].partition("\n")[0]
            width = len(match[1])
            yield refused_link(match[1], Place(path, number, match.start(1) - start + 1, shown, width))


class _Walk:
    """A walk over block tokens that knows which lists, quotes and fences it is inside."""

    def __init__(self, path: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._unit = 0
        self._quoted = 0
        self._language = ""
        self._lists: list[int | None] = []  # the next number of each list around, None where it has bullets
        self._marker = ""

    def pieces(self, tokens: "Sequence[Token]") -> Iterator[Piece]:
        """The pieces in order."""
        makers: dict[str, Callable[[int], Iterator[Piece]]] = {
            "paragraph_open": lambda at: self._paragraph(tokens[at + 1]),
            "heading_open": lambda at: self._heading(tokens[at], tokens[at + 1]),
            "table_open": lambda at: self._table(tokens, at),
            "fence": lambda at: self._code(tokens[at]),
            "code_block": lambda at: self._code(tokens[at]),
            "hr": lambda at: iter((self._piece(tokens[at], "rule"),)),
            "note": lambda at: self._note(tokens[at]),
        }
        for at, token in enumerate(tokens):
            self._unit += token.level == 0 and token.nesting >= 0
            if maker := makers.get(token.type):
                yield from maker(at)
            elif token.nesting or token.type == "fence_language":
                self._step(token)

    def _step(self, token: "Token") -> None:
        """Go into a list, quote or fence, or out of it."""
        if token.type == "fence_language":
            self._language = token.info
        elif token.type.startswith("blockquote"):
            self._quoted += token.nesting
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            ordered = token.type.startswith("ordered")
            self._lists.append(int(token.attrGet("start") or 1) if ordered else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            number = self._lists[-1]
            self._marker = "•" if number is None else f"{number}{token.markup}"
            self._lists[-1] = None if number is None else number + 1

    def _piece(self, token: "Token", kind: PairKind, lines: Sequence[str] = ()) -> Piece:
        line, depth = self._line(token), len(self._lists)
        return Piece(kind, tuple(lines), line, self._path, "", self._unit, depth, self._quoted, language=self._language)

    def _line(self, token: "Token") -> int:
        return self._first_line + (token.map[0] if token.map else 0)

    def _paragraph(self, token: "Token") -> Iterator[Piece]:
        marker, self._marker = self._marker, ""
        kind: PairKind = "item" if self._lists else "paragraph"
        piece = self._piece(token, kind)
        return paragraph(piece._replace(marker=marker) if marker else piece, token.content)

    def _heading(self, opening: "Token", token: "Token") -> Iterator[Piece]:
        return heading(self._piece(token, "heading")._replace(level=int(opening.tag[1:])), token.content)

    def _code(self, token: "Token") -> Iterator[Piece]:
        piece = self._piece(token, "code", token.content.removesuffix("\n").split("\n"))
        yield piece._replace(info=token.info.split()[0] if token.info.strip() else "")

    def _table(self, tokens: "Sequence[Token]", at: int) -> Iterator[Piece]:
        rows: list[list[str]] = []
        info = ""
        piece = self._piece(tokens[at], "table")
        for token in tokens[at:]:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token.content)
            elif token.type == "th_open":
                info += (str(token.attrGet("style") or "").removeprefix("text-align:") or "l")[0]
        lines = tuple(" ".join(row) for row in rows)
        cells = tuple(map(tuple, rows))
        yield piece._replace(lines=lines, script=main_script("\n".join(lines)), info=info, cells=cells)

    def _note(self, token: "Token") -> Iterator[Piece]:
        return note(self._piece(token, "paragraph")._replace(label=token.info, level=0), token.content)
