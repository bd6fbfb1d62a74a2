"""What the search costs a build: processor time, memory and bytes, and how they grow.

What the search alone costs is the difference to the same build without it.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(1, str(Path(__file__).parents[1]))

from figures import Figures

from build import Used, build_command, fresh, run

_WITHOUT = (
    "import sys; sys.argv[0] = 'build.py';"
    "from site_builder.outputs import Output, search; search.OUTPUT = Output('nothing');"
    "from site_builder.cli import main; main(sys.argv[1:])"
)


@dataclass(frozen=True)
class Cost:
    """A build with the search and one without it, and the MB of the search's files by folder."""

    whole: Used
    without: Used
    files: dict[str, tuple[int, float]]

    @property
    def search(self) -> float:
        """Seconds of processor time for the search alone."""
        return self.whole.cpu - self.without.cpu


def build(project: Path) -> Cost:
    """Build the project twice from nothing; the site with the search stays."""
    _, *options = map(str, build_command(project))
    fresh(project)
    without = run(["-c", _WITHOUT, *options])
    fresh(project)
    whole = run(build_command(project))
    return Cost(whole, without, _files(project / "site/search"))


def _files(folder: Path) -> dict[str, tuple[int, float]]:
    """How many files, and MB, by kind."""
    found: dict[str, tuple[int, float]] = {}
    for file in folder.rglob("*.js"):
        kind = file.stem if file.parent.parent == folder else file.parent.name
        count, size = found.get(kind, (0, 0.0))
        found[kind] = (count + 1, size + file.stat().st_size / 1e6)
    return found


def report(figures: Figures, costs: dict[int, Cost]) -> None:
    """Print all sizes, and whether a pair costs the same everywhere."""
    for pairs, cost in costs.items():
        large = pairs == 100_000
        figures.say(f"{pairs:,} pairs: the whole build", cost.whole.cpu, "s CPU")
        figures.say(f"{pairs:,} pairs: peak memory", cost.whole.memory, "MB", most=1000 if large else None)
        figures.say(f"{pairs:,} pairs: peak memory without the search", cost.without.memory, "MB")
        figures.say(f"{pairs:,} pairs: the search alone", cost.search, "s CPU", most=25 if large else None)
        for kind, (count, size) in sorted(cost.files.items()):
            print(f"    {kind:10} {count:6} files {size:8.2f} MB")
    if {10_000, 100_000} <= costs.keys():
        growth = costs[100_000].search / max(costs[10_000].search, 0.01)
        figures.say("the search at 100,000 pairs to that at 10,000", growth, "×", most=12)
