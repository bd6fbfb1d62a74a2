"""From the bytes of a text to its characters, with a problem for whatever is not plain UTF-8 text."""

import codecs
import re
from typing import NamedTuple

from site_builder.draft import SourceFile
from site_builder.problems import Place, Problem, Severity

_MARKS = (  # the longer marks first: that of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TO_LINES = str.maketrans({"\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": " ", "\x0c": " "})
_UNUSUAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # most texts have nothing to mend
_NEEDS_LINES = re.compile("[\x0b\x0c\x85\u2028\u2029]")


class Decoded(NamedTuple):
    """The text with its lines ended by \\n, None when there is none to read, and what was wrong."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(file: SourceFile) -> Decoded:
    """The characters of a file: UTF-8, or UTF-16 and UTF-32 with their mark. Control characters are left out."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if file.data.startswith(mark)), (b"", "utf-8"))
    data = file.data[len(mark) :]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return Decoded(None, (_not_text(file.path, data, encoding, error.start),))
    if not mark and text.count("\0") * 4 > len(text):
        return Decoded(None, (_not_text(file.path, data, encoding, data.index(0)),))
    if not _UNUSUAL.search(text) and text.strip():
        return Decoded(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _NEEDS_LINES.search(text):
        text = text.translate(_TO_LINES)
    if not text.strip("\ufeff \n\t\0"):
        return Decoded(None, (empty(file.path),))
    if _CONTROL.search(text):
        return Decoded(_CONTROL.sub("", text), _controls(file.path, text))
    return Decoded(text)


def empty(path: str) -> Problem:
    """A file without any text."""
    return Problem("empty-file", "the file has no text", Place(path), hint="write the text into it, or remove the file")


def _controls(path: str, text: str) -> tuple[Problem, ...]:
    """One problem for all control characters, at the first of them."""
    found = list(_CONTROL.finditer(text))
    name = f"U+{ord(found[0][0]):04X}" + (" (NUL)" if found[0][0] == "\0" else "")
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    line, column = _position(text, found[0].start())
    shown = _CONTROL.sub("\ufffd", text.split("\n")[line - 1])
    place = Place(path, line, column, shown)
    return (
        Problem(
            "control-character",
            f"there is an invisible character {name}{more}",
            place,
            hint="delete it; it is left out",
        ),
    )


def _not_text(path: str, data: bytes, encoding: str, at: int) -> Problem:
    line, column = _position(data[:at].decode(encoding, "replace"), None)
    from shlex import quote

    from site_builder.encodings import guessed

    guess = guessed(data)
    looks = f"; it looks like {guess}" if guess else ""
    convert = f", or convert it: iconv -f {guess} -t UTF-8 {quote(path)} > converted.txt" if guess else ""
    return Problem(
        "not-utf-8",
        f"the file is not UTF-8 text{looks}",
        Place(path, line, column),
        Severity.ERROR,
        f"save it as UTF-8 in your editor{convert}",
    )


def _position(text: str, at: int | None) -> tuple[int, int]:
    """Line and column, from 1, of an offset (None: the end)."""
    before = text[:at]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
