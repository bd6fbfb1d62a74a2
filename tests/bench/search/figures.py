"""How figures are printed: each on a line, with what was promised, and "over" or "under" where that does not hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass
class Figures:
    """Prints figures, and remembers whether all promises were kept."""

    kept: bool = True

    def say(self, what: str, value: float, unit: str, most: float | None = None, least: float | None = None) -> None:
        """One figure, with the most or the least that was promised."""
        over, under = most is not None and value > most, least is not None and value < least
        self.kept = self.kept and not (over or under)
        limit = f"  (at most {most:g})" if most is not None else f"  (at least {least:g})" if least is not None else ""
        print(f"{what:60} {value:9.3f} {unit}{limit}{'  over' if over else ''}{'  under' if under else ''}", flush=True)


def mean(values: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that so many of a hundred do not exceed; 0 of nothing."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, -(-len(ranked) * int(share) // 100) - 1)] if ranked else 0.0


def spread(values: Sequence[float]) -> str:
    """The middle, what 95 of 100 do not exceed, and the most."""
    return f"{percentile(values, 50):9.1f} {percentile(values, 95):9.1f} {percentile(values, 100):9.1f}"
