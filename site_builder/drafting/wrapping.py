"""Join lines that were wrapped to a measure: Chinese without a space, English with one."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

# Letters and marks of scripts that do not part words: Han with its marks and full-width forms, kana. Not Hangul.
_CLOSE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U000323af"
_ENDS_CLOSE = re.compile(f"[{_CLOSE}“”‘’—…][*_~`]*$")
_OPENS_CLOSE = re.compile(f"[*_~`]*[{_CLOSE}“”‘’—…]")
_SPACED_BY_HAND = re.compile(f"[{_CLOSE}] [A-Za-z0-9]|[A-Za-z0-9] [{_CLOSE}]")


def joined(lines: Sequence[str], script: str) -> str:
    """The wrapped lines of a paragraph in one script as one text.

    In Chinese and Japanese a Latin word is set off only if the author does so elsewhere in the paragraph. A line that
    ends in a newline is broken on purpose.
    """
    if len(lines) == 1:
        return lines[0].strip()
    tight = script in ("Hani", "Kana")
    apart = not tight or any(map(_SPACED_BY_HAND.search, lines))
    text = lines[0].strip()
    for before, line in pairwise(lines):
        after = line.strip()
        text += ("\n" if before.endswith("\n") else _separator(text, after, tight, apart)) + after
    return text


def width(text: str) -> int:
    """How many columns of a typewriter the text fills; Chinese letters fill two."""
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def _separator(before: str, after: str, tight: bool, apart: bool) -> str:
    """What stands between two texts where a line was broken."""
    if not tight:
        return " "
    close = bool(_ENDS_CLOSE.search(before)) + bool(_OPENS_CLOSE.match(after))
    if close == 1 and apart and before[-1:].isalnum() and after[:1].isalnum():
        return " "
    return "" if close else " "
