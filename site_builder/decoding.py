"""From the bytes of a text to its characters, with a problem for whatever is not plain UTF-8 text."""

import codecs
import re
from shlex import quote
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
_NEEDS_LINES = re.compile("[\x0b\x0c\x85\u2028\u2029]")

# The commonest letters tell the encodings of East Asia apart: decoded wrongly, a text has hardly any of them.
_COMMON = frozenset(
    "的一是不了在人有我他這这中大來来上國国和也子時时道說说出得就為为生自會会之於于以而其所者工作年发發"
)
_KANA = frozenset(chr(code) for code in range(0x3041, 0x30FF))
_GUESSES = (
    ("GB18030", _COMMON),
    ("Big5", _COMMON),
    ("Shift_JIS", _KANA),
    ("EUC-JP", _KANA),
    ("EUC-KR", frozenset("이다는을가에의고하한지로기사도리")),
    ("windows-1251", frozenset("оеаинтсрвлкмдпу")),
)
_SAMPLE = 20_000  # bytes
_ENOUGH = 0.05  # of the letters beyond ASCII


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
    guess = "" if _nearly(data) else _guess(data)
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


def _nearly(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    return 10 * text.count("\ufffd") < sum(letter > "\x7f" for letter in text)


def _guess(data: bytes) -> str:
    """The encoding that makes most sense of the bytes; "" when they are hardly text."""
    sample = data[:_SAMPLE]
    if 0 in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        wide = "UTF-16LE" if odd > even else "UTF-16BE"
        return wide if max(even, odd) > max(_ENOUGH * len(sample), 4 * min(even, odd)) else ""
    shares = {name: _share(sample, name, letters) for name, letters in _GUESSES}
    best = max(shares, key=shares.__getitem__)
    if shares[best] > _ENOUGH and not _western(sample):
        return best
    return "windows-1252" if _western(sample) else best if shares[best] else ""


def _share(sample: bytes, encoding: str, letters: frozenset[str]) -> float:
    """How much of the text beyond ASCII consists of `letters`; a torn last character is forgiven."""
    text = sample.decode(encoding, "replace")
    beyond = [letter for letter in text if letter > "\x7f"]
    torn = text[:-1].count("\ufffd")
    return (sum(letter in letters for letter in beyond) - 3 * torn) / max(1, len(beyond))


def _western(sample: bytes) -> bool:
    """Whether most bytes beyond ASCII stand alone among ASCII letters, as é does."""
    runs = re.findall(rb"[\x80-\xff]+", sample)
    letters = len(re.findall(rb"[A-Za-z]", sample))
    return bool(runs) and sum(len(run) == 1 for run in runs) > 0.8 * len(runs) and letters > 2 * len(runs)
