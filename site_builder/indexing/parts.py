"""What a document contributes to the search: its units, and what is said of them. Bytes, because they wait in the cache
until all documents are known: a line of JSON that tells of the document, and a line of JSON a unit.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring as _quoted
from typing import Any, NamedTuple

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Part(NamedTuple):
    """`work` is what the page shows of the document; `pages` are [unit, page, 1 for notes] from where it changes;
    `notes` counts the units before the first note; `sections` are [unit, level, heading a language…]; `units` are
    JSON."""

    work: Mapping[str, Any]
    pages: Sequence[tuple[int, str, int]]
    notes: int
    sections: Sequence[Sequence[Any]]
    units: Sequence[str]


def packed(part: Part) -> bytes:
    """The part as bytes."""
    return "\n".join([_encode([part.work, part.pages, part.notes, part.sections]), *part.units]).encode()


def unpacked(data: bytes) -> Part:
    """The part that was packed."""
    head, *units = data.decode().split("\n")
    work, pages, notes, sections = json.loads(head)
    return Part(work, pages, notes, sections, units)


def texts(units: Iterable[str]) -> Any:
    """What units say: their segments, an id and a text a language."""
    return json.loads(f"[{','.join(units)}]")


def unit(rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A unit of these segments as JSON, written out by hand since there are so many of them."""
    return f"[{','.join(_row(name, said) for name, said in rows)}]"


def _row(name: str, said: Sequence[str]) -> str:
    return f"[{_quoted(name)},{','.join(map(_quoted, said))}]"
