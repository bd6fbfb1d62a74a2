r"""Texts as cells of a table, and back.

- Tab, line breaks, the backslash and invisible characters are written `\t`, `\n`, `\r`, `\\`, `\u2028`.
- A cell that begins with = + - @ (of either width), which a spreadsheet would calculate, or with a quotation mark,
  which it would take away, gets an apostrophe before it: `'=1+1`. So does one that begins with an apostrophe.
- Words, which may stand with others in a cell, have white space, `%`, `=`, `@` and `:` percent-encoded.
"""

import re
from urllib.parse import quote, unquote

_ESCAPED = re.compile("[\x00-\x1f\\\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPES = re.compile(r"\\(?:u([0-9a-f]{4})|(.))", re.DOTALL)
_LETTERS = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"}
_CHARACTERS = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
_RISKY = frozenset("=+-@＝＋－＠\"'")
_IN_WORDS = re.compile(r"[\s%=@:\x00-\x1f\x7f]")


def cell(text: str) -> str:
    """A text as a cell."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(_escape, text)
    return f"'{text}" if text[:1] in _RISKY else text


def text_of(cell: str) -> str:
    """The text that a cell of ours holds."""
    if cell[:1] == "'" and cell[1:2] in _RISKY:
        cell = cell[1:]
    return _ESCAPES.sub(_unescape, cell) if "\\" in cell else cell


def word(text: str) -> str:
    """A text as one word."""
    return _IN_WORDS.sub(lambda found: quote(found[0], safe=""), text)


def text_of_word(word: str) -> str:
    """The text that a word holds."""
    return unquote(word)


def _escape(found: re.Match[str]) -> str:
    return _LETTERS.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _unescape(found: re.Match[str]) -> str:
    """Whatever else follows a backslash stays as it is: somebody typed it."""
    if found[1]:
        character = chr(int(found[1], 16))
        return character if _ESCAPED.fullmatch(character) else found[0]
    return _CHARACTERS.get(found[2], found[0])
