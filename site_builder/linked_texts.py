"""Lay two sequences of sentences beside each other by the links between them, so that none is lost.

The first language stays in its order. A link that crosses others, or joins sentences that do not stand together, cannot
be running text on both sides: it stands apart, as a pair of its own.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.draft import Known
from site_builder.problems import Place

_UNKNOWN = Known()


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of the first language and of the second that say the same, by their numbers from 0."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    known: Known = _UNKNOWN
    place: Place | None = None
    apart: str = ""  # why it stands apart: `crosses`, `jumps`


def laid_out(links: Sequence[Link], first: int, second: int) -> list[Link]:
    """The links in reading order, each of the `first` and `second` sentences in exactly one. No sentence may be in two
    of the given ones."""
    rows = [part for link in links if link.first for part in _in_runs(link)]
    linked = {number for link in rows for number in link.first}
    rows += [Link((number,), ()) for number in range(first) if number not in linked]
    rows.sort(key=lambda link: link.first)
    rows = _crossing_apart(rows)
    lonely = [part for link in links if not link.first for part in _second_runs(link)]
    placed = {number for link in (*rows, *lonely) for number in link.second}
    lonely += [Link((), (number,)) for number in range(second) if number not in placed]
    return _with_lonely(rows, sorted(lonely, key=lambda link: link.second))


def _in_runs(link: Link) -> Iterator[Link]:
    """A link whose sentences of the first language stand together. One that jumps is cut: the first of its runs keeps
    what it is linked to."""
    runs = _runs(link.first)
    jumps = len(runs) > 1 or len(_runs(link.second)) > 1
    for at, run in enumerate(runs):
        apart = "jumps" if jumps else ""
        yield replace(link, first=run, second=tuple(sorted(link.second)) if at == 0 else (), apart=apart)


def _second_runs(link: Link) -> Iterator[Link]:
    return (replace(link, second=run) for run in _runs(link.second))


def _runs(numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """Numbers that follow each other, in order."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [tuple(run) for run in runs]


def _crossing_apart(rows: Sequence[Link]) -> list[Link]:
    """The rows, those apart that do not belong to the longest series in which the second language keeps its order."""
    straight = [at for at, row in enumerate(rows) if row.second and not row.apart]
    kept = {straight[index] for index in _rising([rows[at].second[0] for at in straight])}
    return [
        replace(row, apart="crosses") if row.second and not row.apart and at not in kept else row
        for at, row in enumerate(rows)
    ]


def _rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest rising series."""
    tails: list[int] = []  # of the best series of each length, its last number
    ends: list[int] = []  # and the place of that
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [at]
        before.append(ends[length - 1] if length else -1)
    series: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        series.append(at)
        at = before[at]
    return series[::-1]


def _with_lonely(rows: Sequence[Link], lonely: Sequence[Link]) -> list[Link]:
    """The rows, and what stands only in the second language behind what it follows there."""
    holders = {number: at for at, row in enumerate(rows) for number in row.second}
    behind: dict[int, list[Link]] = {}
    last, following = -1, 0
    for link in lonely:
        while following < link.second[0]:
            last = holders.get(following, last)
            following += 1
        behind.setdefault(last, []).append(link)
    return [*behind.get(-1, []), *(each for at, row in enumerate(rows) for each in (row, *behind.get(at, [])))]
