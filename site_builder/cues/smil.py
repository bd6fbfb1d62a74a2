"""SMIL, as media overlays of EPUB have it: a `par` a segment, which names it as the fragment of its text's address.

<par><text src="text.xhtml#p3-1"/><audio src="report.mp3" clipBegin="0:00:12.5" clipEnd="17.25s"/></par>
"""

import re
from typing import TYPE_CHECKING

from site_builder.cues import Cue, Cued, CueForm, broken, clock, unreadable
from site_builder.problems import Place, Problem
from site_builder.xml_reading import line_of, name_of, parsed

if TYPE_CHECKING:
    from site_builder.xml_reading import Element

_COUNT = re.compile(r"(?:npt=)?(\d{1,7}(?:\.\d{1,9})?)(h|min|s|ms)")  # SMIL 3.0, 5.4.3: a time count with its unit
_UNITS = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1}
_HINT = '<par> holds <text src="#p3-1"/> and <audio clipBegin="0:00:12.5" clipEnd="0:00:17.25"/>'


def read(text: str, path: str) -> Cued:
    """The clips of a file, one for each `par` that has both a text and a sound."""
    root = parsed(text.encode(), path)
    if isinstance(root, tuple):
        return Cued((), tuple(unreadable(fault.message, fault.place, fault.hint) for fault in root))
    found = [_clip(par, path) for par in root.iter("{*}par")]
    problems = [one for one in found if isinstance(one, Problem)]
    cues = [one for one in found if isinstance(one, Cue)]
    if not found:
        problems.append(unreadable("there is no <par> in it", Place(path), _HINT))
    return Cued(tuple(cues), tuple(problems))


def _clip(par: "Element", path: str) -> Cue | Problem:
    place = Place(path, line_of(par))
    inner = {name_of(element): element for element in par}
    if "text" not in inner or "audio" not in inner:
        return broken("this <par> lacks its <text> or its <audio>", place, _HINT)
    audio = inner["audio"]
    start, end = _time(_attribute(audio, "begin") or "0s"), _time(_attribute(audio, "end"))
    if start is None or (end is None and _attribute(audio, "end")):
        return broken("these are no times of a clip", place, _HINT)
    return Cue(str(inner["text"].get("src") or "").rpartition("#")[2], start, end, place)


def _attribute(audio: "Element", which: str) -> str:
    """`clipBegin`, which older files spell `clip-begin`."""
    return str(audio.get(f"clip{which.title()}") or audio.get(f"clip-{which}") or "").strip()


def _time(text: str) -> int | None:
    """A clock value: 0:00:12.5, 00:12.5, 12.5s, 200ms; with `npt=` before it in older files."""
    counted = _COUNT.fullmatch(text)
    return round(float(counted[1]) * _UNITS[counted[2]]) if counted else clock(text.removeprefix("npt="))


CUES = CueForm("SMIL, the media overlays of EPUB", "smil", read)
