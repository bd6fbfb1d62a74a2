"""markdown-it as this project needs it: three rules more, and emphasis that knows Chinese punctuation.

Importing this module costs 50 ms and more, so it is imported where Markdown is met. `blocks` parses a file once, and
leaves the text of its blocks alone; `inline` parses such a text.
"""

import re
from functools import cache
from typing import Any, TypeAlias
from unicodedata import category

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

from site_builder.drafting.letters import is_close, is_close_mark

# A definition ends where one of these begins; other lines without an indent still belong to it.
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:[ \t]*")
_FENCE = re.compile(r":{3,}[ \t]*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?[ \t]*$")
_BREAKS = re.compile(r"\[\^[^\]\s]+\]:|#{1,6}(?:\s|$)|:::|```|~~~|>|[-*+]\s|\d+[.)]\s|\[\d+\]")
_ENDS_PARAGRAPH: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}

Environment: TypeAlias = dict[str, Any]  # what markdown-it keeps of a file: the addresses of its [references]


def blocks(text: str, environment: Environment) -> list[Token]:
    """The block tokens of a text. Beside markdown-it's own there are `note` (a definition: label in `info`, its lines
    in `content`) and `fence_language` (`::: en`: the tag in `info`, "" at the end). Fills `environment`."""
    return _parser().parse(text, environment)


def inline(text: str, environment: Environment) -> list[Token]:
    """The inline tokens of the text of one block; `environment` is what `blocks` filled."""
    parser = _parser()
    tokens: list[Token] = []
    state = _State(text, parser, environment, tokens)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return tokens


class _Parser(MarkdownIt):
    """Leaves addresses as they are typed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url


class _State(StateInline):
    """Lets emphasis begin and end beside Chinese punctuation: **真，**她.

    In Chinese no space follows a mark, so CommonMark takes asterisks behind `，` for the beginning of emphasis only.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - markdown-it's names
        text, end = self.src, start
        while end < self.posMax and text[end] == text[start]:
            end += 1
        before = text[start - 1] if start else " "
        after = text[end] if end < self.posMax else " "
        punctuation_before, punctuation_after = _is_mark(before), _is_mark(after)
        opens = not after.isspace() and (
            not punctuation_after or before.isspace() or punctuation_before or _is_cjk(before)
        )
        opens = opens or (punctuation_after and is_close_mark(after))
        closes = not before.isspace() and (
            not punctuation_before or after.isspace() or punctuation_after or _is_cjk(after)
        )
        closes = closes or (punctuation_before and is_close_mark(before))
        if canSplitWord:
            return Scanned(opens, closes, end - start)
        return Scanned(
            opens and (not closes or punctuation_before), closes and (not opens or punctuation_after), end - start
        )


def _is_cjk(letter: str) -> bool:
    return is_close(letter) or "\u1100" <= letter <= "\u11ff" or "\uac00" <= letter <= "\ud7af"


def _is_mark(letter: str) -> bool:
    return category(letter)[0] in "PS"


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("js-default", {"html": False})
    parser.core.ruler.enableOnly(["block"])
    parser.block.ruler.before("reference", "note", _note, _ENDS_PARAGRAPH)
    parser.block.ruler.before("fence", "fence_language", _fence_language, _ENDS_PARAGRAPH)
    return parser


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^5]: They refer …` and the lines that belong to it."""
    first = _line(state, start)
    match = None if state.is_code_block(start) else _NOTE.match(first)
    if not match:
        return False
    if silent:
        return True
    lines, line = [first[match.end() :]], start + 1
    while line < end and _goes_on(state, line, bool(lines[-1].strip())):
        lines.append(_line(state, line))
        line += 1
    token = state.push("note", "", 0)
    token.info, token.content, token.map = match[1], "\n".join(lines), [start, line]
    state.line = line
    return True


def _goes_on(state: StateBlock, line: int, inside: bool) -> bool:
    """Whether a note goes on with a line: `inside` a paragraph anything but another block does, after it what is
    indented."""
    if state.isEmpty(line):
        following = state.skipEmptyLines(line)
        return following < state.lineMax and state.sCount[following] - state.blkIndent >= 2
    indented = state.sCount[line] - state.blkIndent >= 2
    return indented or (inside and not _BREAKS.match(_line(state, line)))


def _fence_language(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`::: en` and `:::`, each a token by itself."""
    match = None if state.is_code_block(start) else _FENCE.match(_line(state, start))
    if not match:
        return False
    if not silent:
        token = state.push("fence_language", "", 0)
        token.info, token.map = match[1] or "", [start, start + 1]
        state.line = start + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
