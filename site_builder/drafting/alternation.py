"""Pair the pieces of languages that take turns.

Pieces of one language in a row are a run; each run pairs with the next, piece by piece. Where runs are not equally long
the pairing that fits best by kind and length is taken, and what is left over stands alone.
"""

from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from math import inf
from typing import NamedTuple

from site_builder.drafting.pieces import Piece

Group = tuple[Piece | None, ...]  # the pieces that belong together, one a language
_TURNED = 0.05  # what it costs to pair runs in the other order than the text begins with


class _Run(NamedTuple):
    side: int
    pieces: list[Piece]


def couple(pieces: Sequence[Piece], sides: Sequence[int], languages: int) -> Sequence[Group]:
    """The groups, in reading order; each piece is in exactly one."""
    turns = list(zip(*(pieces[side::languages] for side in range(languages)), strict=False))
    if list(sides) == [*range(languages)] * len(turns) and all(map(_all_alike, turns)):
        return turns  # piece by piece, as nearly every text is
    runs = [
        _Run(side, [piece for piece, _ in run])
        for side, run in groupby(zip(pieces, sides, strict=True), key=lambda item: item[1])
    ]
    if _in_turn(runs, languages):
        return [
            group for at in range(0, len(runs), languages) for group in _zipped(runs[at : at + languages], languages)
        ]
    return _best(runs) if languages == 2 else _gathered(runs, languages)


def alike(one: Piece, other: Piece) -> bool:
    """Whether two pieces may be translations of each other by their shape."""
    return one.kind == other.kind and one.level == other.level


def _all_alike(turn: tuple[Piece, ...]) -> bool:
    return all(alike(turn[0], piece) for piece in turn[1:])


def _in_turn(runs: list[_Run], languages: int) -> bool:
    """Whether every language comes in turn, always in the same order, with as many pieces of the same kinds."""
    order = [run.side for run in runs[:languages]]
    if len(runs) % languages or len(set(order)) < languages:
        return False
    for at in range(0, len(runs), languages):
        turn = runs[at : at + languages]
        if [run.side for run in turn] != order:
            return False
        if any(not _same_shape(turn[0].pieces, run.pieces) for run in turn[1:]):
            return False
    return True


def _same_shape(one: list[Piece], other: list[Piece]) -> bool:
    return len(one) == len(other) and all(map(alike, one, other))


def _zipped(turn: Sequence[_Run], languages: int) -> list[Group]:
    by_side = {run.side: run.pieces for run in turn}
    return list(zip(*(by_side[side] for side in range(languages)), strict=True))


def _gathered(runs: list[_Run], languages: int) -> list[Group]:
    """More than two languages out of step: a group ends where a language comes again."""
    groups: list[Group] = []
    turn: dict[int, list[Piece]] = {}
    for run in [*runs, _Run(runs[-1].side, [])] if runs else []:
        if run.side in turn:
            longest = max(map(len, turn.values()))
            rows = [[*turn.get(side, []), *[None] * longest][:longest] for side in range(languages)]
            groups += zip(*rows, strict=True)
            turn = {}
        turn[run.side] = run.pieces
    return groups


def _best(runs: list[_Run]) -> list[Group]:
    """Two languages out of step: the cheapest way to pair each run with the one after it or to leave it alone."""
    from site_builder.drafting.matching import ALONE  # not needed while languages keep in step

    ratio = _ratio(runs)
    cost = [0.0] + [inf] * len(runs)
    taken: list[list[Group]] = [[] for _ in range(len(runs) + 1)]
    for at, run in enumerate(runs):
        alone = cost[at] + ALONE * len(run.pieces)
        if alone < cost[at + 1]:
            cost[at + 1] = alone
            taken[at + 1] = [_ordered(piece, None, run.side) for piece in run.pieces]
        if at + 1 < len(runs):
            price, groups = _matched(run, runs[at + 1], ratio)
            if cost[at] + price + _TURNED * (run.side != runs[0].side) < cost[at + 2]:
                cost[at + 2] = cost[at] + price + _TURNED * (run.side != runs[0].side)
                taken[at + 2] = groups
    return _path(runs, taken)


def _path(runs: list[_Run], taken: list[list[Group]]) -> list[Group]:
    """Walk back over the choices: a choice of one run has only pieces that stand alone."""
    groups: list[Group] = []
    at = len(runs)
    while at:
        groups[:0] = taken[at]
        members = sum(piece is not None for group in taken[at] for piece in group)
        at -= 1 if members == len(runs[at - 1].pieces) else 2
    return groups


def _matched(run: _Run, other: _Run, ratio: float) -> tuple[float, list[Group]]:
    from site_builder.drafting.matching import match

    price, matches = match(run.pieces, other.pieces, ratio if run.side == 0 else 1 / ratio)
    return price, [_ordered(first, second, run.side) for first, second in matches]


def _ordered(first: Piece | None, second: Piece | None, side: int) -> Group:
    return (first, second) if side == 0 else (second, first)


def _ratio(runs: list[_Run]) -> float:
    """How many letters of the first language there are for one of the second, by the runs of equal length."""
    from site_builder.drafting.matching import size

    level = [pair for pair in pairwise(runs) if len(pair[0].pieces) == len(pair[1].pieces)]
    totals = [1, 1]
    for run in chain.from_iterable(level) if level else runs:
        totals[run.side] += sum(map(size, run.pieces))
    return totals[0] / totals[1]
