"""Read a JSON object of texts: what stands under each key, in order, with its line."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.decoding import decode
from site_builder.draft import SourceFile
from site_builder.problems import Place, Problem, Severity

_KEY = re.compile(r'("(?:[^"\\]|\\.)*")\s*:')  # in JSON a string before a colon is a key, and nothing else is


class Text(NamedTuple):
    """A text under its key; keys of objects inside each other are joined by points."""

    key: str
    text: str
    line: int


class _Object(list[tuple[str, object]]):
    """The members of an object in order, a key that is there twice among them."""


def read_texts(file: SourceFile) -> tuple[list[Text], tuple[Problem, ...]]:
    """The texts of a file, and what is wrong: `empty-file`, `not-utf-8`, `not-json`, `key-twice` (both are kept)."""
    decoded = decode(file)
    if decoded.text is None:
        return [], decoded.problems
    try:
        value = json.loads(decoded.text, object_pairs_hook=_Object, strict=False)  # lines may break in texts
        if not isinstance(value, _Object):
            return [], (*decoded.problems, _not_json(Place(file.path, 1), "it is no object"))
        found = list(_flat(value, "", _lines(decoded.text)))
    except json.JSONDecodeError as error:
        shown = decoded.text.split("\n")[error.lineno - 1]
        return [], (*decoded.problems, _not_json(Place(file.path, error.lineno, error.colno, shown), error.msg))
    except (RecursionError, ValueError):  # nested without end, a number of a million digits
        return [], (*decoded.problems, _not_json(Place(file.path), "it is nested too deep"))
    return found, (*decoded.problems, *_twice(found, file.path))


def _lines(text: str) -> Iterator[int]:
    """The line of each key of the file, in order."""
    line, at = 1, 0
    for match in _KEY.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        yield line


def _flat(value: object, key: str, lines: Iterator[int], line: int = 0) -> Iterator[Text]:
    if isinstance(value, _Object):
        for name, inner in value:
            yield from _flat(inner, f"{key}.{name}" if key else name, lines, next(lines, 0))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _flat(inner, f"{key}.{number}", lines, line)
    elif value is not None:
        yield Text(key, value if isinstance(value, str) else json.dumps(value), line)


def _twice(texts: list[Text], path: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for text in texts:
        before = first.setdefault(text.key, text.line)
        if before != text.line:
            hint = f"give one of them a key of its own (the first is at line {before}); until then both are shown"
            yield Problem("key-twice", f"the key {text.key} is there twice", Place(path, text.line), hint=hint)


def _not_json(place: Place, what: str) -> Problem:
    hint = 'write it as {"key": "text", …}; a comma too many or too few is the usual fault'
    return Problem("not-json", f"the file is not a JSON object of texts: {what}", place, Severity.ERROR, hint)
