"""Align two sequences of units that nobody aligned: paragraphs, or sentences.

1. The words of both sides are told apart, and which of them translate each other.
2. Long texts are cut into blocks at safe places (`anchors`).
3. In each block a first pass with rough prices finds where the two run along each other; the second one prices the beads
   near that path in full (`scoring`) and takes the best path, with how likely each of its beads is.
4. Word pairs that keep standing in the same sure beads are added to the dictionary, and the blocks aligned again.

Beads that a person fixed are kept as they are, and nothing crosses them.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from site_builder.pairing.align import Bead
from site_builder.pairing.anchors import cuts
from site_builder.pairing.fixed import Fixed
from site_builder.pairing.lattice import NEVER, SHAPES, Floats, Ints, Lattice, Step
from site_builder.pairing.matter import Matter, matter
from site_builder.pairing.scoring import Words, scores
from site_builder.pairing.together import learnt
from site_builder.pairing.traits import Traits, traits
from site_builder.pairing.word_table import words

_BAND = 25  # columns that the second pass looks at in a row
_ROUGH = {(1, 1): 0.0, (1, 2): -1.0, (2, 1): -1.6, (2, 2): -3.0, (1, 3): -2.3, (3, 1): -3.0, (1, 0): -4.0, (0, 1): -4.0}
_ROUGH_WORDS = 0.3
_TO_LEARN_FROM = 20  # units; fewer repeat nothing


def align_sequences(
    source: Sequence[str], target: Sequence[str], languages: tuple[str, str], fixed: Sequence[Bead] = ()
) -> list[Bead]:
    """The beads of two sequences of texts, in order of the source; every unit is in exactly one. `fixed` beads are among
    them as they are, crossing ones included. `confidence` is the posterior among all alignments."""
    if languages[0].partition("-")[0] == "en" and languages[1].partition("-")[0] == "zh":
        return [_turned(bead) for bead in align_sequences(target, source, ("zh", "en"), list(map(_turned, fixed)))]
    held = Fixed(len(source), len(target), fixed)
    one, two = [source[at] for at in held.free_source], [target[at] for at in held.free_target]
    beads = _aligned([text.strip() for text in one], [text.strip() for text in two], languages, held.nodes)
    return held.together(beads)


def _turned(bead: Bead) -> Bead:
    return replace(bead, source=bead.target, target=bead.source)


def _aligned(source: list[str], target: list[str], languages: tuple[str, str], nodes: list[tuple[int, int]]) -> list[Bead]:
    if not source or not target:
        alone = [Bead((k, k + 1), (0, 0)) for k in range(len(source))]
        return alone + [Bead((len(source),) * 2, (k, k + 1)) for k in range(len(target))]
    found = matter(source, target, languages)
    blocks = list(pairwise(cuts(found, nodes)))
    first = [bead for start, end in blocks for bead in _block(found, start, end, nodes)]
    if min(len(source), len(target)) < _TO_LEARN_FROM or not (more := learnt(found, first)):
        return first
    found = replace(found, weights={**found.weights, **{pair: found.weights.get(pair, 0.0) + w for pair, w in more.items()}})
    return [bead for start, end in blocks for bead in _block(found, start, end, nodes)]


def _block(found: Matter, start: tuple[int, int], end: tuple[int, int], nodes: list[tuple[int, int]]) -> list[Bead]:
    """The beads between two nodes that the path is sure to pass."""
    (top, left), (bottom, right) = start, end
    if top == bottom or left == right:
        return [Bead((k, k + 1), (left, left)) for k in range(top, bottom)] + [
            Bead((bottom, bottom), (k, k + 1)) for k in range(left, right)
        ]
    own, other = traits(found.source_texts[top:bottom]), traits(found.target_texts[left:right])
    table = words(found.source[top:bottom], found.target[left:right], found.weights)
    inner = [(i - top, j - left) for i, j in nodes if top <= i <= bottom and left <= j <= right]
    steps = _second_pass(own, other, table, _first_pass(own, other, table, inner), inner)
    return [
        Bead(
            (top + step.source, top + step.source + SHAPES[step.shape][0]),
            (left + step.target, left + step.target + SHAPES[step.shape][1]),
            step.confidence,
        )
        for step in steps
    ]


def _first_pass(own: Traits, other: Traits, table: Words, nodes: list[tuple[int, int]]) -> list[Step]:
    """The best path at rough prices, through the whole of the block."""
    rows, columns = len(own.ends), len(other.ends)
    worth = np.full((len(SHAPES), rows + 1, columns + 1), NEVER)
    ratio = other.lengths[-1] / own.lengths[-1]
    for (a, b), price in _ROUGH.items():
        if a <= rows and b <= columns:
            value = np.full((rows - a + 1, columns - b + 1), price)
            if a and b:
                here = (own.lengths[a:] - own.lengths[: rows - a + 1])[:, None] * ratio
                there = (other.lengths[b:] - other.lengths[: columns - b + 1])[None, :]
                value -= np.minimum((there - here) ** 2 / (6.8 * np.maximum(here, 1.0)) / 6, 6)
                value += _ROUGH_WORDS * (table.target[a][:, b:] - table.target[a][:, : columns - b + 1])
                value += _ROUGH_WORDS * (table.source[b][a:] - table.source[b][: rows - a + 1])
            worth[SHAPES.index((a, b)), : rows - a + 1, : columns - b + 1] = value
    offsets = np.zeros(rows + 1, np.int64)
    return Lattice(_allowed(worth, offsets, nodes), offsets, columns).best()


def _second_pass(own: Traits, other: Traits, table: Words, path: list[Step], nodes: list[tuple[int, int]]) -> list[Step]:
    """The best path at full prices, near the first one."""
    columns = len(other.ends)
    width = min(_BAND, columns + 1)
    offsets = _near(path, len(own.ends), columns, width)
    worth = _allowed(scores(own, other, table, offsets, width), offsets, nodes)
    return Lattice(worth, offsets, columns).best()


def _near(path: list[Step], rows: int, columns: int, width: int) -> Ints:
    """The first column of the band in each row, so that the path runs in its middle."""
    middle = np.zeros(rows + 1)
    for step in path:
        a, b = SHAPES[step.shape]
        for row in range(a + 1):
            middle[step.source + row] = step.target + (b * row / a if a else b)
    offsets = np.clip(np.round(middle - width // 2), 0, max(0, columns + 1 - width)).astype(np.int64)
    offsets[0] = 0
    return np.maximum.accumulate(offsets)


def _allowed(worth: Floats, offsets: Ints, nodes: list[tuple[int, int]]) -> Floats:
    """Without the beads that would pass by one of the nodes, which are in order."""
    if not nodes:
        return worth
    _, rows, width = worth.shape
    i = np.arange(rows)[:, None]
    j = offsets[:, None] + np.arange(width)[None, :]
    node_rows, node_columns = np.array([(*nodes[at],) for at in range(len(nodes))] + [(1 << 40, 1 << 40)]).T
    passed = np.minimum(np.searchsorted(node_rows, i, "right"), np.searchsorted(node_columns, j, "right"))
    for shape, (a, b) in enumerate(SHAPES):
        crossing = (i + a > node_rows[passed]) | (j + b > node_columns[passed])
        worth[shape][crossing] = NEVER
    return worth
