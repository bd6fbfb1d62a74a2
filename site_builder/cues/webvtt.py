"""WebVTT: a block a cue. The segment is its identifier, else what its text begins with, else the NOTE before it.

    WEBVTT

    p3-1
    00:00:12.500 --> 00:00:17.250
    過去的一年…

SubRip (.srt) that was renamed is read as well: it only writes its fractions with commas.
"""

import re
from collections.abc import Iterator

from site_builder.cues import Cue, Cued, CueForm, broken, clock, named_in, unreadable
from site_builder.problems import Place, Problem

_ARROW = re.compile(r"\s*(\S+)\s+-->\s+(\S+)(?:\s.*)?")
_HINT = "a cue is a line with its segment (p3-1) and one with its times: 00:00:12.500 --> 00:00:17.250"
_SKIPPED = ("WEBVTT", "STYLE", "REGION")
_Lines = list[tuple[int, str]]


def read(text: str, path: str) -> Cued:
    """The cues of a file; blocks without times are notes and settings."""
    cues: list[Cue] = []
    problems: list[Problem] = []
    note = ""
    for block in _blocks(text):
        first = block[0][1]
        at = next((at for at, (_, line) in enumerate(block) if "-->" in line), None)
        if at is None:
            note = first.removeprefix("NOTE") + " ".join(line for _, line in block[1:]) if _is_note(first) else ""
            continue
        found = _cue(block, at, note, path)
        note = ""
        if isinstance(found, Cue):
            cues.append(found)
        else:
            problems.append(found)
    if not cues and not problems:
        problems.append(unreadable("there is no cue in it", Place(path), _HINT))
    return Cued(tuple(cues), tuple(problems))


def _blocks(text: str) -> Iterator[_Lines]:
    block: _Lines = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _is_note(line: str) -> bool:
    return line == "NOTE" or line.startswith(("NOTE ", "NOTE\t"))


def _cue(block: _Lines, at: int, note: str, path: str) -> Cue | Problem:
    number, line = block[at]
    place = Place(path, number, 1, line)
    times = _ARROW.fullmatch(line)
    start, end = (clock(times[1]), clock(times[2])) if times else (None, None)
    if start is None or end is None:
        return broken("these are no two times", place, _HINT)
    name = block[at - 1][1] if at and not block[at - 1][1].startswith(_SKIPPED) else ""
    payload = block[at + 1][1] if at + 1 < len(block) else ""
    return Cue(named_in(name, payload, note), start, end, place)


CUES = CueForm("WebVTT, as players of videos read it", "vtt", read)
