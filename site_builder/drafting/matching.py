"""Match two runs of pieces in order, where one has more than the other: what fits worst stands alone."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from math import log
from typing import NamedTuple

from site_builder.drafting.pieces import Piece

ALONE = 1.2  # what it costs to leave a piece alone, in units of |log(length ratio)|
_DEAREST = 1.5 * ALONE  # that a difference of lengths can cost
_UNLIKE = 3.0  # to pair pieces of different kinds
_FIGURES = 0.6  # to pair pieces whose figures differ more than they agree
_FIGURE = re.compile(r"\d{2,}")
_BAND = 30  # pieces; how far from the diagonal a pair may lie, beside the difference of the runs
_MOST_TRIED = 300_000  # pairs; longer runs, as of books one after the other, are paired in order

Match = tuple[Piece | None, Piece | None]


class _Trait(NamedTuple):
    """What is compared of a piece."""

    shape: tuple[str, int]
    size: float
    figures: frozenset[str]


def match(one: Sequence[Piece], other: Sequence[Piece], ratio: float) -> tuple[float, list[Match]]:
    """The cheapest way to match two runs, and its cost: an edit distance whose steps are pair, skip, skip.

    `ratio` says how many letters of the first language there are for one of the second.
    """
    rows, columns = len(one), len(other)
    reach = abs(rows - columns) + _BAND
    if rows != columns and min(rows * columns, 2 * reach * rows) > _MOST_TRIED:
        return ALONE * abs(rows - columns), list(zip_longest(one, other))
    traits, others = list(map(_trait, one)), list(map(_trait, other))
    expected = log(ratio)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(rows + 1):
        middle = i * columns // rows
        for j in range(max(0, middle - reach), min(columns, middle + reach) + 1):
            if i or j:
                steps = [(best[i - 1, j][0] + ALONE, 1, 0)] if (i - 1, j) in best else []
                if (i, j - 1) in best:
                    steps.append((best[i, j - 1][0] + ALONE, 0, 1))
                if (i - 1, j - 1) in best:
                    steps.append((best[i - 1, j - 1][0] + _price(traits[i - 1], others[j - 1], expected), 1, 1))
                best[i, j] = min(steps)
    return best[rows, columns][0], _path(one, other, best)


def size(piece: Piece) -> int:
    """The letters of a piece, and one more so that none has none."""
    return 1 + sum(map(len, piece.lines))


def _trait(piece: Piece) -> _Trait:
    figures = frozenset(_FIGURE.findall(" ".join(piece.lines)))
    return _Trait((piece.kind, piece.level), log(size(piece)), figures)


def _price(one: _Trait, other: _Trait, expected: float) -> float:
    """What speaks against a pair: another kind, other figures, an unlikely length."""
    price = min(abs(one.size - other.size - expected), _DEAREST)
    if one.shape != other.shape:
        return price + _UNLIKE
    if one.figures != other.figures and len(one.figures ^ other.figures) > len(one.figures & other.figures):
        price += _FIGURES
    return price


def _path(
    one: Sequence[Piece], other: Sequence[Piece], best: dict[tuple[int, int], tuple[float, int, int]]
) -> list[Match]:
    found: list[Match] = []
    i, j = len(one), len(other)
    while i or j:
        _, down, right = best[i, j]
        found.append((one[i - 1] if down else None, other[j - 1] if right else None))
        i, j = i - down, j - right
    return found[::-1]
