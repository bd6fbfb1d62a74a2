"""What the command line shows: problems, a mark under each fault, and a bar while a long build goes on.

Colour and the bar are for terminals only; pipes and NO_COLOR get plain text.
"""

import json
import os
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from site_builder.problems import Problem, Severity
from site_builder.report import counts, problem_lines

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_COLOURS = {Severity.INFO: "36", Severity.WARNING: "33", Severity.ERROR: "31"}
_PATIENCE = 1.0  # seconds that a build may take before a bar is worth its start-up
_FEW = 50  # documents; a library this small has no time to show a bar


def print_problems(problems: Iterable[Problem], stream: TextIO | None = None) -> None:
    """All problems, and how many there were; to standard error unless told otherwise."""
    shown = tuple(problems)
    out = stream or sys.stderr
    coloured = _coloured(out)
    for problem in shown:
        first, *others = problem_lines(problem)
        _write(out, _painted(first, problem) if coloured else first)
        for line in others:
            _write(out, line)
    if shown:
        _write(out, counts(shown))


def print_json(problems: Iterable[Problem]) -> None:
    """The problems as a JSON list, for other tools."""
    rows = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity.name.lower(),
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    _write(sys.stdout, json.dumps(rows, ensure_ascii=False, indent=1))


def say(text: str) -> None:
    """One line to standard output."""
    _write(sys.stdout, text)


class Bar:
    """A progress bar that appears when a build on a terminal takes long; `with` takes it away again."""

    def __init__(self, quiet: bool, few: int = _FEW) -> None:
        self._few = few
        self._wanted = not quiet and sys.stderr.isatty()
        self._started = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def show(self, made: int, count: int) -> None:
        """So much of the work is done, of so much."""
        if self._wanted and self._bar is None and count > self._few and time.monotonic() - self._started > _PATIENCE:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            console = Console(stderr=True, no_color=bool(os.environ.get("NO_COLOR")))
            columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=console, transient=True)
            self._task = self._bar.add_task("", total=count)
            self._bar.start()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=made)

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def _coloured(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _painted(line: str, problem: Problem) -> str:
    """The code in the colour of its severity."""
    mark = f": {problem.code}: "
    before, _, after = line.partition(mark)
    return f"\033[1m{before}\033[0m: \033[{_COLOURS[problem.severity]}m{problem.code}\033[0m: {after}"


def _write(stream: TextIO, line: str) -> None:
    """A line, with what the stream cannot encode replaced; a reader that went away (`| head`) is no fault."""
    try:
        stream.write(f"{line}\n")
    except UnicodeEncodeError:
        stream.write(line.encode(stream.encoding, "replace").decode(stream.encoding) + "\n")
