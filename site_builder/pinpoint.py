"""Where on a line a problem lies: rules know the line of a paragraph; people want the column, and to see the line.

The sources are read again, but only those that something is wrong with.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from site_builder.decoding import decode
from site_builder.draft import SourceFile
from site_builder.errors import SourceError
from site_builder.problems import Place, Problem

_REACH = 12  # lines from where a pair begins in which its fault is looked for: the translation stands further down


def pinpointed(problems: Iterable[Problem], read: Callable[[str], bytes]) -> Iterator[Problem]:
    """The problems, each that has a line with its column and the text of the line. `read` gives the bytes of a source
    by its path, or raises SourceError: then a problem stays as it is."""
    lines = cache(lambda path: _lines(path, read))
    for problem in problems:
        place = problem.place
        if place.line and not place.column and place.line <= len(lines(place.path)):
            problem = replace(problem, place=_spot(place, problem.sought, lines(place.path)))
        yield problem


def _lines(path: str, read: Callable[[str], bytes]) -> Sequence[str]:
    try:
        return (decode(SourceFile(path, read(path))).text or "").split("\n")
    except SourceError:
        return ()


def _spot(place: Place, sought: Sequence[str], lines: Sequence[str]) -> Place:
    """Where the first of `sought` stands at or soon after the place; without any, where its line begins."""
    for typed in sought:
        for number, text in enumerate(lines[place.line - 1 :][:_REACH], place.line):
            if (at := text.find(typed)) >= 0:
                return replace(place, line=number, column=at + 1, text=text, width=len(typed))
    text = lines[place.line - 1]
    return replace(place, column=len(text) - len(text.lstrip()) + 1, text=text)
