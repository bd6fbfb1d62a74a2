"""What is wrong in a text, where, and what to do about it."""

from collections.abc import Iterable
from enum import IntEnum

from site_builder.values import value


class Severity(IntEnum):
    """How much a problem matters: INFO is a remark, WARNING needs a look, ERROR means the build is not published."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@value(frozen=True, slots=True)
class Place:
    """A spot in a file: `path` as the author would type it, `line` and `column` counted from 1 (0 means unknown).

    `text` is the line itself and `width` how many of its characters are at fault, so that a message can show both.
    """

    path: str
    line: int = 0
    column: int = 0
    text: str = ""
    width: int = 1


@value(frozen=True, slots=True)
class Problem:
    """One flaw: a stable `code`, a plain sentence, its place, and the next step in `hint`.

    `sought` is how the fault may be typed in the source, the likeliest first, for a place whose column is not known.
    """

    code: str
    message: str
    place: Place
    severity: Severity = Severity.WARNING
    hint: str = ""
    sought: tuple[str, ...] = ()


def worst(problems: Iterable[Problem]) -> Severity:
    """The highest severity among `problems`; INFO when there are none."""
    return max((problem.severity for problem in problems), default=Severity.INFO)
