"""Labels of Audacity (File, Export, Export Labels): a line a label, start TAB end TAB segment, in seconds.

    12.500000	17.250000	p3-1

A label without length, as one makes by pressing Ctrl+M while listening, lasts until the next one.
"""

from site_builder.cues import Cue, Cued, CueForm, broken, clock, named_in, unreadable
from site_builder.problems import Place, Problem

_HINT = "a line is the start, a tab, the end, a tab, the segment: 12.5, 17.25, p3-1"


def read(text: str, path: str) -> Cued:
    """The labels of a file. Lines that begin with a backslash are Audacity's own, about frequencies."""
    cues: list[Cue] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("\\"):
            continue
        found = _label(line, Place(path, number, 1, line))
        if isinstance(found, Cue):
            cues.append(found)
        else:
            problems.append(found)
    if problems and not cues:
        return Cued((), (unreadable("these are no labels of Audacity", Place(path, problems[0].place.line), _HINT),))
    return Cued(tuple(cues), tuple(problems))


def _label(line: str, place: Place) -> Cue | Problem:
    cells = line.split("\t")
    start, end = (clock(cells[0]), clock(cells[1])) if len(cells) > 1 else (None, None)
    if start is None or end is None:
        return broken("this line has no two times with tabs behind them", place, _HINT)
    return Cue(named_in("".join(cells[2:3])), start, None if start == end else end, place)


CUES = CueForm("labels of Audacity", "txt", read)
