"""The text of the library in shards, as the page shows and checks it.

Shards in a row have the same number of units wherever their sizes allow it, so that a few numbers tell in which shard
any unit of a large library stands.
"""

import json
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise, repeat
from typing import NamedTuple, TypeAlias

from site_builder.indexing.parts import Part

Runs: TypeAlias = Sequence[tuple[int, int]]  # units a shard, and how many shards in a row have so many

_LEAST, _MOST = 0.5, 1.5  # of the size that is wanted: what a shard may have
_AHEAD = 16  # shards that are looked at to say how many units one should have
_HEAD = 100  # bytes that a document takes in each shard, besides its units

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class _Unit(NamedTuple):
    number: int
    part: Part
    page: str
    note: int
    text: str


def runs(parts: Sequence[Part], size: int) -> Runs:
    """Shards of about `size` bytes for the units of all documents."""
    sizes = (_HEAD * (not at) + len(unit.encode()) for part in parts for at, unit in enumerate(part.units))
    return list(_runs(list(accumulate(sizes, initial=0)), size))


def _runs(ends: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """`ends` are the bytes of all units up to each."""
    count, at = len(ends) - 1, 0
    while at < count:
        each = max(1, round((bisect(ends, ends[at] + _AHEAD * size) - 1 - at) / _AHEAD))
        shards = _alike(ends, at, each, size)
        if not shards:
            each, shards = max(1, bisect(ends, ends[at] + size) - 1 - at), 1
        yield each, shards
        at += each * shards


def _alike(ends: Sequence[int], start: int, each: int, size: int) -> int:
    """How many shards from a unit on are near `size` with so many units each; the last one of all may be small."""
    count = 0
    for at in range(start, len(ends) - 1, each):
        held = ends[min(at + each, len(ends) - 1)] - ends[at]
        if held > _MOST * size or (held < _LEAST * size and at + each < len(ends) - 1):
            break
        count += 1
    return count


def text_shards(parts: Iterable[Part], cut: Runs) -> Iterator[str]:
    """The data of each shard."""
    units = _units(parts)
    for each in chain.from_iterable(repeat(each, count) for each, count in cut):
        yield _shard(list(islice(units, each)))


def _units(parts: Iterable[Part]) -> Iterator[_Unit]:
    number = 0
    for part in parts:
        pages = [*part.pages, (len(part.units), "", 0)]
        for (start, page, note), (end, _, _) in pairwise(pages):
            for text in part.units[start:end]:
                yield _Unit(number, part, page, note, text)
                number += 1


def _shard(units: Sequence[_Unit]) -> str:
    works: list[Part] = []
    places: list[tuple[int, int, str, int]] = []
    for unit in units:
        if not works or works[-1] is not unit.part:
            works.append(unit.part)
        place = (len(works) - 1, unit.page, unit.note)
        if not places or places[-1][1:] != place:
            places.append((unit.number, *place))
    heads, texts = _encode([part.work for part in works]), ",\n".join(unit.text for unit in units)
    return f'{{"works":{heads},"from":{_encode(places)},"units":[\n{texts}]}}'
