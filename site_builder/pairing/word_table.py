"""How well the words of two sequences of units explain each other.

    ratios(own, other)[k][i, j] = Σ over the tokens e of other[j]  log(1 - λ + λ · mean over the tokens z of
    own[i … i + k - 1] of p(e | z) / p(e))

where p(e) is the share of e among all tokens of its side. It is above 0 where the units say more of each other than
chance would, and adds up over the units of `other`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from site_builder.pairing.lattice import SHAPES, Floats, Ints
from site_builder.pairing.scoring import Words
from site_builder.pairing.tokens import Tokens

_TRUST = 0.35  # λ: how much of what stands in a translation its original accounts for
_SMOOTHING = 0.5  # of p(e | z): a word that nobody explains keeps some of its share; and of p(e)
_MOST_SOURCE = max(a for a, _ in SHAPES)
_MOST_TARGET = max(b for _, b in SHAPES)

Weights = Mapping[tuple[str, str], float]  # how likely two words translate each other, before normalising


class _Side(NamedTuple):
    """The tokens of all units of one side, one after the other, as numbers of the vocabulary."""

    vocabulary: dict[str, int]
    tokens: Ints
    units: Ints  # the unit of each token
    sizes: Floats  # tokens a unit


def words(source: Sequence[Tokens], target: Sequence[Tokens], weights: Weights, most: int = 0) -> Words:
    """The tables that scoring wants, for beads of at most so many units a side (0: as many as a bead may have)."""
    one, two = _side(source), _side(target)
    rows, columns, values = _known(one, two, weights)
    forth = values / (np.bincount(rows, values, len(one.vocabulary))[rows] + _SMOOTHING)
    back = values / (np.bincount(columns, values, len(two.vocabulary))[columns] + _SMOOTHING)
    of_target = _ratios(one, two, (rows, columns, forth), most or _MOST_SOURCE)
    of_source = _ratios(two, one, (columns, rows, back), most or _MOST_TARGET)
    return Words(
        {size: _summed(table, 1) for size, table in of_target.items()},
        {size: _summed(table.T, 0) for size, table in of_source.items()},
        of_source[1].max(0) if len(target) else np.zeros(len(source)),
        of_target[1].max(0) if len(source) else np.zeros(len(target)),
    )


def _side(units: Sequence[Tokens]) -> _Side:
    vocabulary: dict[str, int] = {}
    tokens = [vocabulary.setdefault(token, len(vocabulary)) for unit in units for token in unit]
    sizes = np.array([len(unit) for unit in units], float)
    return _Side(
        vocabulary, np.array(tokens, np.int64), np.repeat(np.arange(len(units)), sizes.astype(np.int64)), sizes
    )


def _known(one: _Side, two: _Side, weights: Weights) -> tuple[Ints, Ints, Floats]:
    """The weights as numbers of both vocabularies, in order of the first."""
    known = ((one.vocabulary.get(z), two.vocabulary.get(e), weight) for (z, e), weight in weights.items())
    found = sorted((z, e, weight) for z, e, weight in known if z is not None and e is not None)
    rows, columns, values = zip(*found, strict=True) if found else ((), (), ())
    return np.array(rows, np.int64), np.array(columns, np.int64), np.array(values, float)


def _ratios(own: _Side, other: _Side, chances: tuple[Ints, Ints, Floats], most: int) -> dict[int, Floats]:
    """The formula above, a table for each number of units. Rows are words, so that adding goes along whole rows."""
    units, vocabulary = len(own.sizes), len(other.vocabulary)
    share = np.bincount(other.tokens, minlength=vocabulary) + _SMOOTHING
    told = _running(_explained(own, chances, units, vocabulary) / (share / share.sum())).T.copy()
    sizes = _running(own.sizes[:, None])[:, 0]
    starts = np.concatenate([[0], np.cumsum(other.sizes + 1)[:-1]]).astype(np.int64)
    tokens = np.insert(other.tokens, np.cumsum(other.sizes).astype(np.int64), vocabulary)
    found = {}
    for size in range(1, min(most, units) + 1):
        ratio = np.zeros((vocabulary + 1, units - size + 1), np.float32)  # the last is the token that ends every unit
        np.subtract(told[:, size:], told[:, :-size], out=ratio[:-1], casting="same_kind")
        ratio[:-1] *= (_TRUST / np.maximum(sizes[size:] - sizes[:-size], 1.0)).astype(np.float32)
        ratio[:-1] -= _TRUST
        np.log1p(ratio[:-1], out=ratio[:-1])
        found[size] = np.add.reduceat(ratio[tokens], starts, 0).T.astype(float)
    return found


def _explained(own: _Side, chances: tuple[Ints, Ints, Floats], units: int, vocabulary: int) -> Floats:
    """For each unit of `own` and word of the other side, Σ p(e | z) over the unit's tokens z."""
    rows, columns, values = chances
    order = np.argsort(rows, kind="stable")
    rows, columns, values = rows[order], columns[order], values[order]
    starts = np.searchsorted(rows, np.arange(len(own.vocabulary) + 1))
    first, count = starts[own.tokens], starts[own.tokens + 1] - starts[own.tokens]
    total = int(count.sum())
    before = np.repeat(np.cumsum(count) - count, count)
    places = np.repeat(first, count) + np.arange(total) - before
    flat = np.repeat(own.units, count) * vocabulary + columns[places]
    explained: Floats = np.bincount(flat, values[places], units * vocabulary).astype(float)
    return explained.reshape(units, vocabulary)


def _running(table: Floats) -> Floats:
    return np.vstack([np.zeros((1, table.shape[1])), np.cumsum(table, 0)])


def _summed(table: Floats, axis: int) -> Floats:
    """Running sums along an axis, with a first entry of nothing."""
    return np.insert(np.cumsum(table, axis), 0, 0.0, axis)


def counts(units: Sequence[Tokens]) -> Counter[str]:
    """How often each token stands on a side."""
    return Counter(token for unit in units for token in unit)
