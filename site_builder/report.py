"""What a build has to say to people: its problems, each with its place, and one line of totals."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.output_folder import NOTHING, Changes
from site_builder.problems import Place, Problem, Severity, worst


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is of everything in the library."""

    documents: int = 0
    pairs: int = 0
    segments: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The end of a build. `published` tells that the output holds the new site; otherwise it holds the old one."""

    problems: tuple[Problem, ...] = ()
    totals: Totals = Totals()
    changes: Changes = NOTHING
    seconds: float = 0.0
    published: bool = False


def problem_lines(problem: Problem) -> Iterator[str]:
    """A problem as people read it: place, code, what is wrong, what to do; then the line, with a mark under the fault.

    content/report.md:12:5: missing-note: nothing explains the mark [^7] (write [^7]: …)
      see the spring[^7]
                    ^^^^
    """
    place = problem.place
    hint = f" ({problem.hint})" if problem.hint else ""
    yield f"{_where(place)}: {problem.code}: {_plain(problem.message)}{_plain(hint)}"
    if place.text and place.column:
        start, shown = _window(place)
        yield f"  {shown}"
        yield "  " + " " * _columns(shown[: place.column - 1 - start]) + "^" * max(1, _columns(_faulty(place)))


def counts(problems: Iterable[Problem]) -> str:
    """How many problems there are: "2 errors, 1 warning"; "" for none."""
    found = [problem.severity for problem in problems]
    names = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "remark"))
    return ", ".join(counted(found.count(severity), name) for severity, name in names if severity in found)


def summary_line(report: Report) -> str:
    """The last line of a build."""
    totals, changes = report.totals, report.changes
    things = (
        (totals.documents, "document"),
        (totals.pairs, "pair"),
        (totals.segments, "segment"),
        (totals.notes, "note"),
    )
    made = ", ".join(counted(number, name) for number, name in things)
    removed = f", {len(changes.removed)} removed" if changes.removed else ""
    written = f"{counted(len(changes.written), 'file')} written, {changes.unchanged} unchanged{removed}"
    return f"{made}; {written}; {report.seconds:.2f} s"


def fault(error: Exception, path: str) -> Problem:
    """An error that is ours, told without a traceback: what, where in our source, and at which text."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f" ({os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno})" if frame else ""
    message = f"{type(error).__name__}: {error}{where}"
    hint = "a fault in the builder, not in your text: please report it together with the text"
    return Problem("internal-error", message, Place(path), Severity.ERROR, hint)


def fails(problems: Iterable[Problem], strict: bool) -> bool:
    """Whether these problems keep the site from being published."""
    return worst(problems) >= (Severity.WARNING if strict else Severity.ERROR)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.place
    return place.path, place.line, place.column, problem.code, problem.message


def counted(number: int, name: str) -> str:
    """A number of things: "1 note", "2 notes"."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _where(place: Place) -> str:
    numbers = f":{place.line}" if place.line else ""
    return _plain(f"{place.path}{numbers}" + (f":{place.column}" if place.line and place.column else ""))


_WIDTH = 100  # of a source line that is shown; a paragraph of the report alone has 900 characters


def _window(place: Place) -> tuple[int, str]:
    """The part of the line around the fault, and where it begins."""
    line = _plain(place.text)
    start = max(0, place.column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
    return start, line[start : start + _WIDTH]


def _faulty(place: Place) -> str:
    start, shown = _window(place)
    return shown[place.column - 1 - start :][: max(1, place.width)]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: Han characters take two."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)


def _plain(text: str) -> str:
    """The text with one space for whatever could move the cursor or colour the terminal (a text is never trusted)."""
    return "".join(character if character.isprintable() else " " for character in text)
