"""JSON: an object with a segment's start and end, in seconds, under its id, or a list of such objects.

    {"p3-1": [12.5, 17.25], "p3-2": [17.25]}
    [{"id": "p3-1", "start": 12.5, "end": 17.25}]

A cue without an end lasts until the next one.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from site_builder.cues import Cue, Cued, CueForm, broken, milliseconds, unreadable
from site_builder.problems import Place, Problem

_SHOWN = 2000  # characters of a line at fault; files of one line are common
_HINT = 'a segment with its start and end in seconds: {"p3-1": [12.5, 17.25]}'


class _Members(list[tuple[str, Any]]):
    """The members of an object in order, a key that is there twice among them."""


def read(text: str, path: str) -> Cued:
    """The cues of a file."""
    try:
        value = json.loads(text, object_pairs_hook=_Members)
    except json.JSONDecodeError as error:
        shown = text.split("\n")[error.lineno - 1]
        return Cued((), (unreadable(f"not JSON: {error.msg}", Place(path, error.lineno, error.colno, shown), _HINT),))
    except (RecursionError, ValueError):  # nested without end, a number of a million digits
        return Cued((), (unreadable("not JSON that can be read", Place(path), _HINT),))
    if not isinstance(value, list):
        return Cued((), (unreadable("it is no object", Place(path, 1), _HINT),))
    found = list(_cues(value if isinstance(value, _Members) else _listed(value), text, path))
    problems = tuple(one for one in found if isinstance(one, Problem))
    return Cued(tuple(one for one in found if isinstance(one, Cue)), problems)


def _listed(rows: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for row in rows:
        members = dict(row) if isinstance(row, _Members) else {}
        yield str(members.get("id", "")), row


def _cues(members: Iterable[tuple[str, Any]], text: str, path: str) -> Iterator[Cue | Problem]:
    at, line, lines = -1, 1, text.split("\n")
    for name, said in members:
        found = text.find(json.dumps(name, ensure_ascii=False), at + 1) if name else -1
        if found >= 0:
            line += text.count("\n", max(at, 0), found)
            at = found
        place = Place(path, line, 1, lines[line - 1] if len(lines[line - 1]) < _SHOWN else "")
        start, end = map(milliseconds, _times(said))
        if start is None or (end is None and len([time for time in _times(said) if time is not None]) > 1):
            yield broken(f"{name or 'this'} has no start and end in seconds", place, _HINT)
        else:
            yield Cue(name, start, end, place)


def _times(said: Any) -> tuple[Any, Any]:
    if isinstance(said, _Members):
        members = dict(said)
        return members.get("start"), members.get("end")
    given = [*said, None, None] if isinstance(said, list) and len(said) <= 2 else [None, None]
    return given[0], given[1]


CUES = CueForm("JSON, a start and an end under each id", "json", read)
