"""Tests as texts: files of cases, each a title, an input and what is expected of it.

    === a full stop ends a sentence
    One. Two.
    ----
    One. ‖Two.‖

A test takes them with `@pytest.mark.parametrize("case", cases(Path(__file__).parent / "ends"))` and hands what came out
to the fixture `matches(case, actual)`; `pytest --update` puts it into the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_TITLE = re.compile(r"^=== (.+)\n", re.MULTILINE)
_DIVIDER = "----\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file. `input` ends without its last line break."""

    path: Path
    title: str
    input: str
    expected: str


def cases(place: Path, pattern: str = "*.txt") -> list[Any]:
    """The cases of a file, or of all files of a folder, as parameters of a test."""
    files = sorted(place.glob(pattern)) if place.is_dir() else [place]
    assert files, f"no cases in {place}"
    return [pytest.param(case, id=f"{path.stem}: {case.title}") for path in files for case in _read(path)]


def rewrite(case: Case, actual: str) -> None:
    """Put `actual` into the file as what the case expects."""
    text = case.path.read_text(encoding="utf-8")
    start = text.index(f"=== {case.title}\n")
    divider = text.index(_DIVIDER, start) + len(_DIVIDER)
    following = _TITLE.search(text, divider)
    rest = f"\n{text[following.start() :]}" if following else ""
    case.path.write_text(f"{text[:divider]}{actual.strip(chr(10))}\n{rest}", encoding="utf-8")


def _read(path: Path) -> Iterator[Case]:
    _, *parts = _TITLE.split(path.read_text(encoding="utf-8"))
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        given, divider, expected = body.partition(_DIVIDER)
        assert divider, f"{path.name}: {title}: no line of four hyphens"
        yield Case(path, title, given.removesuffix("\n"), expected.strip("\n"))
