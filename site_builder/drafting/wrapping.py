"""Join lines that were wrapped to a measure: Chinese without a space, English with one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from site_builder.drafting.letters import is_close

_SPACED = re.compile(r"(\w) (?=(\w))")
_EMPHASIS = "*_~`"  # may stand between a letter and the end of its line


def joined(lines: Sequence[str], script: str) -> str:
    """The wrapped lines of a paragraph in one script as one text.

    In Chinese and Japanese a Latin word is set off only if the author does so elsewhere in the paragraph. A line that
    ends in a newline is broken on purpose.
    """
    if len(lines) == 1:
        return lines[0].strip()
    tight = script in ("Hani", "Kana")
    apart = tight and any(map(_spaced_by_hand, lines))
    text = lines[0].strip()
    for before, line in pairwise(lines):
        after = line.strip()
        if before.endswith("\n"):
            text += "\n" + after
        else:
            text += (_separator(text, after, apart) if tight else " ") + after
    return text


def _separator(before: str, after: str, apart: bool) -> str:
    """What stands between two texts in a tight script where a line was broken."""
    close = is_close(before.rstrip(_EMPHASIS)[-1:]) + is_close(after.lstrip(_EMPHASIS)[:1])
    if close == 1 and apart and before[-1:].isalnum() and after[:1].isalnum():
        return " "
    return "" if close else " "


def _spaced_by_hand(line: str) -> bool:
    return any(is_close(match[1]) != is_close(match[2]) for match in _SPACED.finditer(line))
