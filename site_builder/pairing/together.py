"""Word pairs that a text itself teaches: they keep standing in the same sure beads."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

from site_builder.pairing.align import Bead
from site_builder.pairing.matter import Matter

_SURE = 0.6
_TIMES = 3
_DICE = 0.5  # of how often the two stand together, to how often each stands


def learnt(matter: Matter, beads: Sequence[Bead]) -> dict[tuple[str, str], float]:
    """The pairs with their weights."""
    ones, twos, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    often, often_too = _repeated(matter.source), _repeated(matter.target)
    for bead in beads:
        if bead.confidence > _SURE and bead.source[0] < bead.source[1] and bead.target[0] < bead.target[1]:
            one = sorted({token for unit in matter.source[slice(*bead.source)] for token in unit} & often)
            two = sorted({token for unit in matter.target[slice(*bead.target)] for token in unit} & often_too)
            ones.update(one)
            twos.update(two)
            both.update(product(one, two))
    dice = {pair: 2 * times / (ones[pair[0]] + twos[pair[1]]) for pair, times in both.items() if times >= _TIMES}
    return {pair: value for pair, value in sorted(dice.items()) if value >= _DICE}


def _repeated(units: Sequence[list[str]]) -> set[str]:
    times = Counter(token for unit in units for token in set(unit))
    return {token for token, count in times.items() if count >= _TIMES}
