"""What a pair has besides its text, as the words and figures that a bitext can hold beside its units.

    kind heading, level 2, quoted 1, marker •, info python, shared yes, own-id preface, pair p7, address lantern.png

What is as usual is left out; only the kind is always there. `pair` stands where a segment's id does not tell that of
its pair.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from site_builder.model import Pair, PairKind, Segment, Status

_PAIR = re.compile(r"p[1-9]\d{0,6}")
_SEGMENT = re.compile(r"(p[1-9]\d{0,6})-[1-9]\d{0,6}")
_OWN_ID = re.compile(r"[^\s{}#]{1,200}")
_ALIGNMENTS = re.compile(r"[lcr]{1,200}")
_DEEPEST = {"heading": 6}  # other kinds: _DEPTH
_DEPTH = 20


class Fields(NamedTuple):
    """The fields of `model.Pair` by the same names."""

    kind: PairKind = "paragraph"
    level: int = 0
    quoted: int = 0
    marker: str = ""
    info: str = ""
    shared: bool = False
    own_id: str = ""


def written(pair: Pair) -> Iterator[tuple[str, str]]:
    """The fields of a pair, those that say something."""
    yield "kind", pair.kind
    if pair.level:
        yield "level", str(pair.level)
    if pair.quoted:
        yield "quoted", str(pair.quoted)
    if pair.marker:
        yield "marker", pair.marker
    if pair.info:
        yield "info", pair.info
    if pair.shared:
        yield "shared", "yes"
    if pair.own_id:
        yield "own-id", pair.own_id


def pair_field(pair: Pair, segment: Segment) -> Iterator[tuple[str, str]]:
    """The pair's id where the segment's does not say it, because its text has moved."""
    if pair_of(segment.id) != pair.id:
        yield "pair", pair.id


def pair_of(segment_id: str) -> str:
    """The id of the pair that a segment is numbered in; "" when it is no such id."""
    found = _SEGMENT.fullmatch(segment_id)
    return found[1] if found else ""


def is_pair(name: str) -> bool:
    """Whether this is the id of a pair."""
    return _PAIR.fullmatch(name) is not None


def is_ours(name: str) -> bool:
    """Whether an id has the form of ours, a pair's or a segment's."""
    return is_pair(name) or bool(pair_of(name))


def read(given: Mapping[str, str]) -> tuple[Fields, list[str]]:
    """The fields, and the names of those whose values mean nothing: these are as usual."""
    faults: list[str] = []
    kind = _kind(given.get("kind", ""), faults)
    least = 1 if kind in ("heading", "item") else 0
    own_id, info = given.get("own-id", ""), given.get("info", "")
    if own_id and not _OWN_ID.fullmatch(own_id):
        faults.append("own-id")
        own_id = ""
    if kind == "table" and not _ALIGNMENTS.fullmatch(info):
        faults += ["info"] * bool(info)
        info = "l"
    level = _count(given, "level", _DEEPEST.get(kind, _DEPTH), faults)
    quoted = _count(given, "quoted", _DEPTH, faults)
    shared = bool(given.get("shared"))
    return Fields(kind, max(least, level), quoted, given.get("marker", ""), info, shared, own_id), faults


def status_of(given: Mapping[str, str], faults: list[str]) -> Status:
    """Whether a person has looked at a segment."""
    value = given.get("status", "").strip().lower() or "auto"
    for status in get_args(Status):
        if value == status:
            return status  # type: ignore[no-any-return]
    faults.append("status")
    return "auto"


def confidence_of(given: Mapping[str, str], faults: list[str]) -> float:
    """How sure the alignment is, in 0..1; 1 where nothing is said. Some spreadsheets write 0,98."""
    value = given.get("confidence", "").strip().replace(",", ".") or "1"
    if re.fullmatch(r"0*(?:0(?:\.\d{0,20})?|1(?:\.0{0,20})?|\.\d{1,20})", value[:40]):
        return float(value)
    faults.append("confidence")
    return 1.0


def _kind(value: str, faults: list[str]) -> PairKind:
    for kind in get_args(PairKind):
        if value == kind:
            return kind  # type: ignore[no-any-return]
    faults += ["kind"] * bool(value)
    return "paragraph"


def _count(given: Mapping[str, str], name: str, most: int, faults: list[str]) -> int:
    value = given.get(name, "")
    if re.fullmatch(r"\d{1,3}", value, re.ASCII) and int(value) <= most:
        return int(value)
    faults += [name] * bool(value)
    return 0
