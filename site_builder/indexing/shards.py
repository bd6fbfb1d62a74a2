"""The text of the library in shards, as the page shows and checks it."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from site_builder.indexing.parts import Part

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Shard(NamedTuple):
    """A script's data, and the number of its first unit."""

    first: int
    data: str


def text_shards(parts: Sequence[Part], size: int) -> Iterator[Shard]:
    """The units of all documents in order, about `size` bytes together."""
    filling = _Filling(0)
    number = 0
    for part in parts:
        pages = [*part.pages, (len(part.units), "", 0)]
        for (start, page, note), (end, _, _) in pairwise(pages):
            for at in range(start, end):
                if filling.size >= size:
                    yield filling.shard()
                    filling = _Filling(number)
                filling.add(part, page, note, part.units[at], number)
                number += 1
    if filling.units:
        yield filling.shard()


class _Filling:
    """A shard that is being filled."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._works: list[Part] = []
        self._from: list[tuple[int, int, str, int]] = []
        self.units: list[str] = []
        self.size = 0

    def add(self, part: Part, page: str, note: int, unit: str, number: int) -> None:
        if not self._works or self._works[-1] is not part:
            self._works.append(part)
            self.size += 100
        place: tuple[Any, ...] = (len(self._works) - 1, page, note)
        if not self._from or self._from[-1][1:] != place:
            self._from.append((number, *place))
        self.units.append(unit)
        self.size += len(unit.encode())

    def shard(self) -> Shard:
        works, units = _encode([part.work for part in self._works]), ",\n".join(self.units)
        return Shard(self._first, f'{{"works":{works},"from":{_encode(self._from)},"units":[\n{units}]}}')
