"""Cut long texts into blocks where both sides surely meet, so that the cost of aligning grows with their length only."""

from bisect import bisect_left

import numpy as np

from site_builder.pairing.lattice import Floats
from site_builder.pairing.matter import Matter
from site_builder.pairing.word_table import counts

_LARGE = 420  # units of a side that are aligned in one piece
_BLOCK = 150  # units of the source a block has at least
_LIKE = 0.2  # cosine of two units that may be an anchor
_ASIDE = 0.15, 60  # how far from the diagonal an anchor may lie: a share of the target, and units
_CHUNK = 256  # rows compared at a time

Node = tuple[int, int]


def cuts(matter: Matter, nodes: list[Node]) -> list[Node]:
    """Nodes to cut at, the first and the last one included. `nodes` are passed anyway."""
    rows, columns = len(matter.source), len(matter.target)
    ends = [(0, 0), (rows, columns)]
    if max(rows, columns) <= _LARGE:
        return ends
    chain = _chain(_mutual(matter, rows, columns))
    return _blocks(chain, nodes, rows, columns)


def _blocks(chain: list[Node], nodes: list[Node], rows: int, columns: int) -> list[Node]:
    """Cut after so many units, where two pairs follow each other on the chain; where none do for long, at a lone pair,
    and where there is none either, on the diagonal."""
    known = set(chain)
    sure = [node for node in chain if (node[0] - 1, node[1] - 1) in known]
    found = [(0, 0)]
    fixed = set(nodes)
    for node in sorted({*sure, *nodes}):
        if node[0] - found[-1][0] >= _BLOCK and node[1] > found[-1][1] and rows - node[0] > 40 and _fits(node, nodes, fixed):
            found += _between(found[-1], node, chain)
            found.append(node)
    return [*found, *_between(found[-1], (rows, columns), chain), (rows, columns)]


def _fits(node: Node, nodes: list[Node], fixed: set[Node]) -> bool:
    """Whether a cut agrees with the places that must be passed."""
    if node in fixed or not nodes:
        return True
    at = bisect_left(nodes, node)
    before, after = nodes[at - 1] if at else (0, 0), nodes[at] if at < len(nodes) else (1 << 40, 1 << 40)
    return before[1] <= node[1] <= after[1]


def _between(start: Node, end: Node, chain: list[Node]) -> list[Node]:
    """More cuts where two are too far apart."""
    rows, columns = end[0] - start[0], end[1] - start[1]
    if max(rows, columns) <= 2 * _LARGE:
        return []
    middle = start[0] + rows / 2, start[1] + columns / 2
    inside = [node for node in chain if start[0] < node[0] < end[0] and start[1] < node[1] < end[1]]
    near = min(inside, key=lambda node: abs(node[0] - middle[0]), default=(int(middle[0]), int(middle[1])))
    if not inside or abs(near[0] - middle[0]) > rows / 3:
        near = int(middle[0]), int(middle[1])
    if near in (start, end):
        return []
    return [*_between(start, near, chain), near, *_between(near, end, chain)]


def _mutual(matter: Matter, rows: int, columns: int) -> list[Node]:
    """Pairs of units of which each is the other's likest, by the words they share."""
    one, two = _vectors(matter)
    best, likest = np.zeros(rows, np.int64), np.zeros(rows)
    best_row, likest_row = np.full(columns, -1), np.zeros(columns)
    for start in range(0, rows, _CHUNK):
        table = one[start : start + _CHUNK] @ two.T
        for at, row in enumerate(table, start):
            centre = at * columns / rows
            low = max(0, int(centre - _ASIDE[0] * columns - _ASIDE[1]))
            high = min(columns, int(centre + _ASIDE[0] * columns + _ASIDE[1]))
            near = row[low:high]
            best[at] = low + int(near.argmax())
            likest[at] = row[best[at]]
            better = near > likest_row[low:high]
            likest_row[low:high][better] = near[better]
            best_row[low:high][better] = at
    return [(at, int(best[at])) for at in range(rows) if likest[at] > _LIKE and best_row[best[at]] == at]


def _vectors(matter: Matter) -> tuple[Floats, Floats]:
    """Unit vectors over the target's rarer words: what a source unit's words mean, and what a target unit says."""
    spread = counts([sorted(set(unit)) for unit in matter.target])
    units = len(matter.target)
    rare = [word for word, times in sorted(spread.items()) if times <= max(3, units // 20)]
    rarity = {word: np.log(units / spread[word]) for word in rare}
    places = {word: at % _WIDTH for at, word in enumerate(rare)}
    meanings: dict[str, list[tuple[str, float]]] = {}
    for (word, other), weight in matter.weights.items():
        if other in places:
            meanings.setdefault(word, []).append((other, weight))
    one = np.zeros((len(matter.source), _WIDTH), np.float32)
    for at, unit in enumerate(matter.source):
        for word in unit:
            known = meanings.get(word, ())
            whole = sum(weight for _, weight in known) + 0.5
            for other, weight in known:
                one[at, places[other]] += weight / whole * rarity[other]
    two = np.zeros((units, _WIDTH), np.float32)
    for at, unit in enumerate(matter.target):
        for word in unit:
            if word in places:
                two[at, places[word]] += rarity[word]
    return _unit(one), _unit(two)


_WIDTH = 2048  # places of such a vector; rare words share them


def _unit(vectors: Floats) -> Floats:
    lengths = np.sqrt((vectors * vectors).sum(1, keepdims=True))
    unit: Floats = vectors / np.maximum(lengths, 1e-9)
    return unit
