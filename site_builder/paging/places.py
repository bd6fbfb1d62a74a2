"""Which page of a long document holds a place: for links while pages are made, and for the scripts in the page.

    ["s3", [41, 80], [3, 4], ["5", "6"], ["king-hui", "r4-2"]]

says that the page s3 holds the pairs 41 to 80, the sections 3 and 4, the notes 5 and 6 with their marks, and two places
more. Segments are found by their pair, a mark by its note, whose first page counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from site_builder.paging.leaves import Leaf

Row: TypeAlias = list[str | list[int] | list[str]]

_COUNTED = re.compile(r"[ps](\d+)")
_AGAIN = re.compile(r"-\d+$")  # of a segment of a pair, or of a note marked again


def places(leaves: Sequence[Leaf]) -> dict[str, str]:
    """The name of the page that holds each place: sections, pairs, own ids, notes and their marks."""
    found: dict[str, str] = {}
    for leaf in leaves:
        for kind in _held(leaf):
            for place in kind:
                found.setdefault(place, leaf.name)
    return found


def holder(found: Mapping[str, str], fragment: str) -> str:
    """The name of the page that a fragment leads to, which may be a segment or a range too; "" when none is known."""
    first = fragment.partition(":")[0]
    for place in (fragment, first, _AGAIN.sub("", first)):
        if place in found:
            return found[place]
    return ""


def page_rows(leaves: Sequence[Leaf]) -> list[Row]:
    """The same for scripts, a row a page, the front page left out: what stands there needs no other page."""
    found = places(leaves)
    return [_row(leaf, found) for leaf in leaves[1:]]


class _Held(NamedTuple):
    """The places on a page, by their kind."""

    pairs: list[str]
    sections: list[str]
    notes: list[str]
    marks: list[str]
    others: list[str]


def _held(leaf: Leaf) -> _Held:
    sections = [section.id for section in leaf.document.sections]
    pairs = list(leaf.document.pairs())
    named = [pair.own_id for pair in pairs if pair.own_id]
    named += [segment.id for pair in pairs for segment in pair.segments if not segment.id.startswith(f"{pair.id}-")]
    notes = [f"n{note.label}" for note in leaf.document.notes]
    return _Held([pair.id for pair in pairs], sections, notes, list(_marks(leaf)), named)


def _marks(leaf: Leaf) -> Iterator[str]:
    for label, (first, last) in leaf.marks.items():
        yield from (f"r{label}" + (f"-{number}" if number > 1 else "") for number in range(first, last + 1))


def _row(leaf: Leaf, found: Mapping[str, str]) -> Row:
    ours = _Held(*([place for place in kind if found[place] == leaf.name] for kind in _held(leaf)))
    notes = [place[1:] for place in ours.notes]
    away = [place for place in ours.marks if _AGAIN.sub("", place)[1:] not in notes]
    counted = [place for place in (*ours.pairs, *ours.sections) if not _COUNTED.fullmatch(place)]
    return [leaf.name, _runs(ours.pairs), _runs(ours.sections), notes, [*ours.others, *counted, *away]]


def _runs(ids: Iterable[str]) -> list[int]:
    """The numbers of counted ids, as the first and last of each run: p1 p2 p3 p7 → 1 3 7 7."""
    runs: list[int] = []
    for number in sorted({int(match[1]) for match in map(_COUNTED.fullmatch, ids) if match}):
        if runs and number == runs[-1] + 1:
            runs[-1] = number
        else:
            runs += [number, number]
    return runs
