"""Measure what a build costs, as ratios to the floor, and print the figures that were promised.

    python tests/bench/build.py [--many]       --many adds 10,000 documents: some minutes

Figures are processor time of a process of its own, the least of a few runs; with two workers it is time on the clock.
Memory is the most that any process held. A line ends in "over" where a promise is not kept; the exit code then is 1.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from library import write_library  # noqa: E402


@dataclass
class Bench:
    """A folder to work in, and whether all promises were kept so far."""

    folder: Path
    kept: bool = True
    sizes: dict[int, float] = field(default_factory=dict)

    def say(self, what: str, value: float, unit: str, limit: float | None = None) -> None:
        """One figure, and its limit when one was promised."""
        over = limit is not None and value > limit
        self.kept = self.kept and not over
        promised = "" if limit is None else f"  (at most {limit:g}){'  over' if over else ''}"
        print(f"{what:58} {value:9.2f} {unit}{promised}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        measure_report(bench)
        measure_library(bench)
        measure_growth(bench, (100, 1000, 10_000) if "--many" in sys.argv else (100, 1000))
    sys.exit(0 if bench.kept else 1)


def measure_report(bench: Bench) -> None:
    """One real text: start-up is nearly all there is."""
    project = bench.folder / "report"
    shutil.copytree(ROOT / "content", project / "content")
    cold = least(lambda: fresh(project), project, times=5)
    none = least(lambda: None, project, times=5)
    bench.say("the report, cold", cold, "s", 0.6)
    bench.say("the report, cold: of which imports", imports(project), "s", 0.25)
    bench.say("the report, nothing changed", none, "s", 0.35)


def measure_library(bench: Bench) -> None:
    """A thousand documents, of which the floor makes a page and JSON each, and so do we."""
    project = bench.folder / "thousand"
    write_library(1000, project / "content")
    (project / "content/site.toml").write_text('downloads = ["json"]\n', encoding="utf-8")
    floors = [run(["tests/bench/floor.py", project / "content", bench.folder / "floor"]) for _ in range(3)]
    floor = min(used.cpu for used in floors)
    bench.say("1,000 documents: the floor", floor, "s")
    fresh(project)
    two = run(build_command(project, "--jobs", "2"))
    bench.say("1,000 documents, cold, two jobs, to the floor", two.clock / min(used.clock for used in floors), "×", 3)
    fresh(project)
    one = run(build_command(project))
    cold = one.cpu
    bench.say("1,000 documents, cold, one job, to the floor", cold / floor, "×", 4)
    bench.say("1,000 documents, cold: peak memory", max(one.memory, two.memory), "MB", 300)
    none = least(lambda: None, project, times=3)
    bench.say("1,000 documents, nothing changed, to cold", 100 * none / cold, "%", 10)
    touched = least(lambda: touch(project), project, times=3)
    bench.say("1,000 documents, one touched, to cold", 100 * touched / cold, "%", 25)


def measure_growth(bench: Bench, counts: tuple[int, ...]) -> None:
    """What a document costs must not depend on how many there are; nor must the size of its page."""
    costs, sizes = {}, {}
    for count in (10, *counts):
        project = bench.folder / f"grown-{count}"
        write_library(count, project / "content")
        empty = bench.folder / "empty"
        (empty / "content").mkdir(parents=True, exist_ok=True)
        fresh(empty)
        start = run(build_command(empty)).cpu
        seconds = run(build_command(project)).cpu
        pages = list((project / "site").glob("*/index.html"))
        sizes[count] = sum(page.stat().st_size for page in pages) / len(pages)
        costs[count] = 1000 * (seconds - start) / count
        if count > 10:
            bench.say(f"{count:,} documents: a document costs", costs[count], "ms")
    least_count, most = counts[0], counts[-1]
    bench.say(f"cost at {most:,} to cost at {least_count:,}", costs[most] / costs[least_count], "×", 1.15)
    bench.say("bytes a page at 1,000 to those at 10", sizes[1000] / sizes[10], "×", 1.1)


def build_command(project: Path, *options: str) -> list[str | Path]:
    """The command line of a build."""
    return ["build.py", "build", "--content", project / "content", "--output", project / "site", "--quiet", *options]


@dataclass(frozen=True)
class Used:
    """What a process and its workers used: seconds of processor and clock, and MB of memory at the most."""

    cpu: float
    clock: float
    memory: float


def run(command: list[str | Path]) -> Used:
    """What a Python program uses. It runs below a process of its own, so that nothing else is counted."""
    script = (
        "import resource, subprocess, sys, time;"
        "start = time.perf_counter();"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode;"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024, code)"
    )
    inner = [sys.executable, "-c", script, sys.executable, *map(str, command)]
    *figures, code = subprocess.run(inner, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    if code != "0":
        sys.exit(f"failed with {code}: {' '.join(map(str, command))}")
    return Used(*map(float, figures))


def least(before, project: Path, times: int) -> float:  # type: ignore[no-untyped-def]
    """The least processor time of a few builds, each after `before`."""
    found = []
    for _ in range(times):
        before()
        found.append(run(build_command(project)).cpu)
    return min(found)


def imports(project: Path) -> float:
    """Seconds that the imports of a cold build take: all that it imports, and nothing else."""
    fresh(project)
    names = python(
        "import sys; before = set(sys.modules); from site_builder.cli import main;"
        "main(sys.argv[2:], standalone_mode=False);"
        "print(*(name for name in sys.modules if name not in before))",
        *map(str, build_command(project)),
    ).split()
    script = (
        "import importlib, sys, time; start = time.process_time();"
        "[importlib.import_module(name) for name in sys.argv[1:]];"
        "print(time.process_time() - start)"
    )
    return min(float(python(script, *names)) for _ in range(5))


def python(script: str, *arguments: str) -> str:
    """What a script prints."""
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def fresh(project: Path) -> None:
    """Put all that was built aside. It is deleted later: a disk that was just freed is slow to be written again, which
    would cost those more who write more files."""
    number = len(list(project.glob("aside-*")))
    for folder in (project / "site", project / ".site.cache"):
        if folder.exists():
            folder.rename(project / f"aside-{number}-{folder.name.strip('.')}")


def touch(project: Path) -> None:
    """Change one document."""
    place = project / "content/shelf-020/text-00500.md"
    place.write_text(place.read_text(encoding="utf-8").replace("第2節", "第2節之", 1), encoding="utf-8")


if __name__ == "__main__":
    main()
