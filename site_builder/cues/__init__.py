"""Cues: which part of a recording reads which segment. Each file reads one form of them and declares `CUES`.

What is shared is here: what a cue is, and times as people and programs write them. Times are milliseconds, whole ones.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.problems import Place, Problem

_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,2}):)?(\d{1,7})(?:[.,](\d{1,9}))?")
_LONGEST = 1000 * 3600 * 1000  # a thousand hours: what is later is a mistyped number
_SEGMENT = re.compile(r"p\d+-\d+")


class Cue(NamedTuple):
    """The segment `id` is read from `start` to `end`, which is None for "until the next one"."""

    id: str
    start: int
    end: int | None
    place: Place


class Cued(NamedTuple):
    """The cues of a file in its order, and what is wrong with it."""

    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of cues: the ending of its files, and `read(text, path)`, which never raises on bad text."""

    summary: str
    ending: str
    read: Callable[[str, str], Cued]


def clock(text: str) -> int | None:
    """Milliseconds of `12.5`, `01:02.500` or `1:01:02,5`; None when it is no time."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hours, minutes, seconds, part = found.groups()
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    time = whole * 1000 + round(int((part or "0").ljust(9, "0")) / 1_000_000)
    return time if time <= _LONGEST else None


def milliseconds(seconds: object) -> int | None:
    """Milliseconds of a number of seconds; None when it is no such number."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds * 1000 <= _LONGEST:
        return None
    return round(seconds * 1000)


def named_in(*texts: str) -> str:
    """The segment that one of these texts names: the first that is an id or begins with one; else the first that says
    anything, so that a message can show it."""
    said = [text.split() for text in texts]
    known = (words[0].rstrip(":.,") for words in said if words)
    return next((word for word in known if _SEGMENT.fullmatch(word)), next((words[0] for words in said if words), ""))


def broken(message: str, place: Place, hint: str) -> Problem:
    """A cue that cannot be read; the others count."""
    return Problem("broken-cue", message, place, hint=hint)


def unreadable(message: str, place: Place, hint: str) -> Problem:
    """A whole file of cues that cannot be read; the recording is there without them."""
    return Problem("broken-cues", message, place, hint=hint)
