"""What can be told of a unit without knowing its words: its length, its marks, whether it is speech, how it ends."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from site_builder.pairing.lattice import Floats

# Marks that translations keep: questions, exclamations, quotes, colons, semicolons, dashes and dots.
_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        "[?？]",
        "[!！]",
        r"[“”\"「」『』]|(?<!\w)['’‘]|['’](?!\w)",
        "[:：]",
        "[;；]",
        r"—+|…+|\.\.\.",
    )
)
_OPENS, _CLOSES = "“「『", "”」』"
_STRAIGHT = re.compile("[\"'’‘]")
_BEFORE_SPEECH = "(—-“\"‘'"
_AFTER_SPEECH = ".,!?…—-"
_CLOSERS = "”」』\"'’）) "
_ENDS = {"?": 1, "？": 1, "!": 2, "！": 2, "…": 3, "—": 3, "-": 3, ":": 4, "：": 4, ";": 5, "；": 5, ",": 6, "，": 6}
_BEGINS = ("“", "「", "『", "‘", '"', "'")


class Traits(NamedTuple):
    """The units of one side. `lengths` in characters and `marks` (a column a kind) are given as running sums, so that
    a difference of two rows tells of all units between; `inside[k]` says whether unit k begins within a speech, one
    value more than there are units; `ends` classes the last mark, `begins` says whether a quote opens."""

    lengths: Floats
    marks: Floats
    inside: Floats
    ends: Floats
    begins: Floats


def traits(texts: Sequence[str]) -> Traits:
    """The traits of units given as texts without white space around them."""
    lengths = np.array([float(max(1, len(text))) for text in texts])
    marks = np.array([[len(mark.findall(text)) for mark in _MARKS] for text in texts], float).reshape(-1, len(_MARKS))
    return Traits(
        np.concatenate([[0.0], np.cumsum(lengths)]),
        np.vstack([np.zeros((1, len(_MARKS))), np.cumsum(marks, 0)]),
        np.array(_inside(texts), float),
        np.array([_ENDS.get(text.rstrip(_CLOSERS)[-1:], 0) for text in texts], float),
        np.array([text.startswith(_BEGINS) for text in texts], float),
    )


def _inside(texts: Sequence[str]) -> list[int]:
    """Whether each unit begins within a speech, and whether the text ends within one."""
    found, state = [], 0
    for text in texts:
        found.append(state)
        opening, closing = _quotes(text)
        if opening > closing:
            state = 1
        elif opening == closing:
            open_end = text.rstrip()[-1:] not in "”」』\"'’"
            state = state if not opening or open_end else 0
        else:
            state = 0
    return [*found, state]


def _quotes(text: str) -> tuple[int, int]:
    """The quotes that open and close; straight and single ones by their neighbours."""
    opening, closing = (sum(map(text.count, marks)) for marks in (_OPENS, _CLOSES))
    for match in _STRAIGHT.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if (not before or before.isspace() or before in _BEFORE_SPEECH) and after and not after.isspace():
            opening += 1
        elif before and before in _AFTER_SPEECH and (not after or after.isspace() or after in ".,;:!?)—”\"'"):
            closing += 1
    return opening, closing
