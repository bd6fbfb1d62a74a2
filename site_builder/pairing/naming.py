"""Ids of pairs and segments: those that are known stay, the others are numbered after them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from site_builder.draft import Block, Known

_PAIR = re.compile(r"p([1-9]\d*)")
_SEGMENT = re.compile(r".*-([1-9]\d*)", re.DOTALL)


def pair_ids(blocks: Sequence[Block], given: Iterable[str] = ()) -> Iterator[str]:
    """An id for each block: its own, or p1, p2, …; where any has its own, the others come after the highest of these
    and of all ids of segments that were ever `given`, so that an id never means another text than when it was
    published."""
    seen: set[str] = set()
    known = chain((block.id for block in blocks), (name.rpartition("-")[0] for name in given))
    numbers = [int(match[1]) for name in known if (match := _PAIR.fullmatch(name))]
    following = max(numbers, default=0)
    for block in blocks:
        name = block.id
        if not name or name in seen:
            following += 1
            name = f"p{following}"
        seen.add(name)
        yield name


def highest(given: Iterable[str]) -> dict[str, int]:
    """By pair, the highest number of a segment among these ids."""
    found: dict[str, int] = {}
    for name in given:
        pair, _, number = name.rpartition("-")
        if number.isdecimal():
            found[pair] = max(int(number), found.get(pair, 0))
    return found


def segment_ids(pair_id: str, count: int, known: Sequence[Known]) -> list[str]:
    """An id for each of a pair's segments: the known one, or p7-1, p7-2, … after the highest of these."""
    if known:
        return list(_after_known(pair_id, count, known))
    return [f"{pair_id}-{number}" for number in range(1, count + 1)]


def _after_known(pair_id: str, count: int, known: Sequence[Known]) -> Iterator[str]:
    given = [one.id for one in known]
    numbers = [int(match[1]) for one in given if (match := _SEGMENT.fullmatch(one))]
    following = max(numbers, default=0)
    for at in range(count):
        if at < len(given) and given[at]:
            yield given[at]
        else:
            following += 1
            yield f"{pair_id}-{following}"
