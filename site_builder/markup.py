"""Cut Markdown into pieces, and read the inline markup of one.

A file is parsed once, for its blocks; the inline markup of a block is parsed only where there is any.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from site_builder.drafting import splitting
from site_builder.drafting.pieces import Cut, Ink, Piece
from site_builder.model import Line, PairKind, Span
from site_builder.problems import Place, Problem, Severity
from site_builder.schemes import refused_link
from site_builder.scripts import script

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKUP = re.compile(r"[*_<&\\`]|~~|\[(?!\^)")
_OWN_ID = re.compile(r"\s*\{#([^\s{}#]+)\}\s*$")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_NO_WORDS = re.compile(r"(?<=\])\([^()]*\)|`[^`]*`|\[\^[^\]]*\]|<[a-z][^<>]*>|\{#[^}]*\}")
_HARD = re.compile(r"(?: {2,}|\\)$")
_REFUSED = re.compile(r"\]\(\s*<?\s*((?:javascript|vbscript|data|file)\s*:(?:[^()\s]|\([^()\s]*\))*)", re.IGNORECASE)
_DEEPEST = 98  # elements inside each other; markdown-it stops at 100
_SPANS = {"em": "em", "strong": "strong", "s": "strike", "link": "link"}


def cut(text: str, path: str, first_line: int = 1) -> Cut:
    """The pieces of a Markdown text whose first line has the number `first_line`."""
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
        if not _MARKUP.search(text):
            return Line(text)
        from site_builder.markdown_parser import inline

        return _line(inline(text, environment))

    return ink


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

    def _piece(self, token: "Token", kind: PairKind, lines: Sequence[str] = (), code: str = "") -> Piece:
        return Piece(
            kind,
            tuple(lines),
            self._line(token),
            self._path,
            code,
            self._unit,
            len(self._lists),
            self._quoted,
            language=self._language,
        )

    def _line(self, token: "Token") -> int:
        return self._first_line + (token.map[0] if token.map else 0)

    def _paragraph(self, token: "Token") -> Iterator[Piece]:
        """A paragraph, cut where its lines change script."""
        marker, self._marker = self._marker, ""
        kind: PairKind = "item" if self._lists else "paragraph"
        if "\n" not in token.content:
            code = _main_script(token.content)
            piece = self._piece(token, kind, (token.content,), code)
            yield _finished(piece._replace(marker=marker) if marker else piece)
            return
        lines = token.content.split("\n")
        for start, end, code in splitting.runs(lines):
            code = code and _main_script("\n".join(lines[start:end]))
            piece = self._piece(token, kind, lines[start:end], code)
            yield _finished(piece._replace(line=piece.line + start, marker=marker))
            marker = ""

    def _heading(self, opening: "Token", token: "Token") -> Iterator[Piece]:
        text, own_id = _without_own_id(token.content.replace("\n", " "))
        level = int(opening.tag[1:])
        for half in (splitting.at_bar(text) or (text,)) if text else ():
            yield self._piece(token, "heading", (half,))._replace(level=level, script=_main_script(half), own_id=own_id)

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
        yield piece._replace(lines=lines, script=_main_script("\n".join(lines)), info=info, cells=cells)

    def _note(self, token: "Token") -> Iterator[Piece]:
        lines = token.content.split("\n")
        piece = self._piece(token, "paragraph")
        start = 0
        for at, line in enumerate([*lines, ""]):
            if line.strip():
                continue
            for first, last, code in splitting.runs(lines[start:at]) if at > start else ():
                part = tuple(map(_soft, lines[start + first : start + last]))
                yield piece._replace(
                    lines=part, line=piece.line + start + first, script=code, label=token.info, level=0
                )
            start = at + 1


def _finished(piece: Piece) -> Piece:
    """A paragraph as what it turns out to be: verse, a picture, or a paragraph whose hard line breaks are kept."""
    lines = piece.lines
    if len(lines) == 1 and lines[0][0] not in "|!" and lines[0][-1] != "}":
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


def _main_script(text: str) -> str:
    """The script of a text, less what is not words: addresses, code, labels of notes."""
    if "[" in text or "`" in text or "<" in text or "{#" in text:
        return script(_NO_WORDS.sub("", text)) or script(text)
    return script(text)


def _without_own_id(text: str) -> tuple[str, str]:
    found = _OWN_ID.search(text) if text.endswith("}") else None
    return (text[: found.start()], found[1]) if found else (text, "")
