"""Cut long texts into blocks where both sides surely meet, so that aligning costs no more than they are long."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from site_builder.pairing.fixed import rising
from site_builder.pairing.limits import Node
from site_builder.pairing.matter import Matter
from site_builder.pairing.tokens import Tokens
from site_builder.pairing.word_table import counts

# Units that a block has at least, and the last one; longer units make smaller blocks, as the cost of a block grows with
# its units times its tokens.
_BLOCK, _LEAST, _LAST = 150, 50, 0.3
_USUAL = 24  # tokens of a unit
_LARGE = 2.2  # blocks: what is not larger is aligned in one piece
_LIKE = 0.2  # cosine of two units that may be an anchor
_ASIDE = 0.15, 60  # how far from the diagonal an anchor may lie: a share of the target, and units
_CHUNK = 256  # rows compared at a time
_WIDTH = 2048  # places of a vector of words; rare words share them
_SMOOTHING = 0.5

Vectors: TypeAlias = NDArray[np.float32]


def cuts(matter: Matter, nodes: Sequence[Node]) -> list[Node]:
    """Nodes to cut at, the first and the last one included, in texts that are not empty. `nodes` are passed anyway."""
    rows, columns = len(matter.source), len(matter.target)
    ends = [(0, 0), (rows, columns)]
    tokens = sum(map(len, matter.target)) / max(1, columns)
    block = max(_LEAST, min(_BLOCK, int(_BLOCK * (_USUAL / max(1.0, tokens)) ** 0.5)))
    if max(rows, columns) <= _LARGE * block:
        return ends
    return _blocks(rising(_mutual(matter, rows, columns)), nodes, (rows, columns), block)


def _blocks(chain: list[Node], nodes: Sequence[Node], end: Node, block: int) -> list[Node]:
    """Cut after so many units, where two pairs follow each other on the chain; where none do for long, at a lone pair,
    and where there is none either, on the diagonal."""
    known = set(chain)
    sure = [node for node in chain if (node[0] - 1, node[1] - 1) in known]
    found = [(0, 0)]
    for node in sorted({*sure, *nodes}):
        rest = end[0] - node[0]
        long_enough = node[0] - found[-1][0] >= block and rest >= _LAST * block and node[1] > found[-1][1]
        if long_enough and _fits(node, nodes):
            found += _between(found[-1], node, chain, nodes, block)
            found.append(node)
    return [*found, *_between(found[-1], end, chain, nodes, block), end]


def _fits(node: Node, nodes: Sequence[Node]) -> bool:
    """Whether a cut agrees with the places that must be passed."""
    return _within(node, nodes) == node


def _within(node: Node, nodes: Sequence[Node]) -> Node:
    """The place nearest to a cut, in its row, that agrees with those that must be passed."""
    at = bisect_left(nodes, node)
    least, most = nodes[at - 1][1] if at else 0, nodes[at][1] if at < len(nodes) else 1 << 40
    return node[0], min(max(node[1], least), most)


def _between(start: Node, end: Node, chain: list[Node], nodes: Sequence[Node], block: int) -> list[Node]:
    """More cuts where two are too far apart."""
    rows, columns = end[0] - start[0], end[1] - start[1]
    if max(rows, columns) <= 2 * _LARGE * block:
        return []
    middle = start[0] + rows // 2, start[1] + columns // 2
    inside = [node for node in chain if start[0] < node[0] < end[0] and start[1] < node[1] < end[1]]
    near = min(inside, key=lambda node: abs(node[0] - middle[0]), default=middle)
    if not _fits(near, nodes) or abs(near[0] - middle[0]) > rows / 3:
        near = _within(middle, nodes)
    if near in (start, end):
        return []
    return [*_between(start, near, chain, nodes, block), near, *_between(near, end, chain, nodes, block)]


def _mutual(matter: Matter, rows: int, columns: int) -> list[Node]:
    """Pairs of units of which each is the other's likest, by the words they share."""
    one, two = _vectors(matter)
    best, likest = np.zeros(rows, np.int64), np.zeros(rows)
    best_row, likest_row = np.full(columns, -1), np.zeros(columns)
    for start in range(0, rows, _CHUNK):
        first, _ = _near(start, rows, columns)
        _, last = _near(min(start + _CHUNK, rows) - 1, rows, columns)
        for at, row in enumerate(one[start : start + _CHUNK] @ two[first:last].T, start):
            low, high = _near(at, rows, columns)
            near = row[low - first : high - first]
            best[at] = low + int(near.argmax())
            likest[at] = near.max()
            better = near > likest_row[low:high]
            likest_row[low:high][better] = near[better]
            best_row[low:high][better] = at
    return [(at, int(best[at])) for at in range(rows) if likest[at] > _LIKE and best_row[best[at]] == at]


def _near(row: int, rows: int, columns: int) -> tuple[int, int]:
    """The columns that may be an anchor with a row."""
    centre, aside = row * columns / rows, _ASIDE[0] * columns + _ASIDE[1]
    return max(0, int(centre - aside)), min(columns, int(centre + aside))


def _vectors(matter: Matter) -> tuple[Vectors, Vectors]:
    """Unit vectors over the target's rarer words: what a source unit's words mean, and what a target unit says."""
    units = len(matter.target)
    spread = counts([sorted(set(unit)) for unit in matter.target])
    rarity = {word: float(np.log(units / times)) for word, times in spread.items() if times <= max(3, units // 20)}
    places = {word: at % _WIDTH for at, word in enumerate(sorted(rarity))}
    says = {word: [(places[word], rare)] for word, rare in rarity.items()}
    meanings: dict[str, list[tuple[str, float]]] = {}
    for (word, other), weight in matter.weights.items():
        if other in places:
            meanings.setdefault(word, []).append((other, weight))
    means = {}
    for word, known in meanings.items():
        whole = sum(weight for _, weight in known) + _SMOOTHING
        means[word] = [(places[other], weight / whole * rarity[other]) for other, weight in known]
    return _unit(matter.source, means), _unit(matter.target, says)


def _unit(units: Sequence[Tokens], worth: Mapping[str, Sequence[tuple[int, float]]]) -> Vectors:
    vectors = np.zeros((len(units), _WIDTH), np.float32)
    for vector, unit in zip(vectors, units, strict=True):
        for word in unit:
            for place, value in worth.get(word, ()):
                vector[place] += value
    lengths = np.sqrt((vectors * vectors).sum(1, keepdims=True))
    unit_vectors: Vectors = vectors / np.maximum(lengths, 1e-9)
    return unit_vectors
