"""What a first search would load from a million pairs: on paper, by how its parts grew so far."""

from collections.abc import Mapping, Sequence

from figures import Figures, percentile
from first_search import Cold

SMALL, LARGE = 10_000, 100_000


def report(figures: Figures, searches: Mapping[int, Sequence[Cold]]) -> None:
    """Each part grows by as much as from 10,000 pairs to 100,000; what grew of the root, ten times as much."""
    if not {SMALL, LARGE} <= searches.keys():
        return
    for share in (50, 95):
        total = 0.0
        for part in sorted({part for one in searches[LARGE] for part in one.parts}):
            small, large = (
                percentile([one.parts.get(part, 0) for one in searches[size]], share) for size in (SMALL, LARGE)
            )
            million = large + (10 if part == "root" else 1) * max(0.0, large - small)
            print(f"    {part:10} {small:8.1f} kB → {large:8.1f} kB → {million:8.1f} kB")
            total += million
        figures.say(f"1,000,000 pairs, on paper: kB of a first search, p{share}", total, "kB", most=200)
