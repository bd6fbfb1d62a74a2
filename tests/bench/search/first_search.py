"""What the first search of a reader loads, and how long it takes: each in a browser that has nothing yet."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rival
from figures import Figures, percentile, spread
from host import Host, Sent
from queries import Query
from reader import Reader, find, follow, suggest

_PARTS = ("scripts", "door", "homes", "borders", "terms", "lists", "texts", "words", "pinyin")


@dataclass(frozen=True)
class Cold:
    """A first search: kB by what they were loaded for, and milliseconds until the first results."""

    kind: str
    text: str
    parts: dict[str, float]
    milliseconds: float

    @property
    def size(self) -> float:
        """All kB."""
        return sum(self.parts.values())


def cold(reader: Reader, host: Host, queries: Iterable[Query]) -> list[Cold]:
    """Ask each query in a new browser; what finds nothing is asked for suggestions, too."""
    return [_first(reader, host, query) for query in queries]


def _first(reader: Reader, host: Host, query: Query) -> Cold:
    with reader.page() as page:
        mark = len(host.sent)
        found = find(page, query.text, 0)
        if query.meant:
            suggest(page, query.text)
        follow(page, query.text)
        return Cold(query.kind, query.text, _parts(host.since(mark)), found.milliseconds)


def cold_rival(reader: Reader, host: Host, queries: Iterable[Query]) -> list[Cold]:
    """The same for Pagefind."""
    found = []
    for query in queries:
        with reader.page() as page:
            mark = len(host.sent)
            milliseconds = rival.find(page, query.text).milliseconds
            size = sum(one.size for one in host.since(mark)) / 1000
            found.append(Cold(query.kind, query.text, {"all": size}, milliseconds))
    return found


def _parts(sent: Iterable[Sent]) -> dict[str, float]:
    sizes: dict[str, float] = defaultdict(float)
    for one in sent:
        if one.path.startswith(
            ("assets/search.", "assets/search-more.", "search/")
        ):  # the page may still load what it wants for itself
            sizes[_part(one.path)] += one.size / 1000
    return dict(sizes)


def _part(path: str) -> str:
    if path.startswith("assets/"):
        return "scripts"
    if path == "search/index.js":
        return "door"
    found = re.match(r"search/[0-9a-f]+/(\w+)", path)
    return found[1] if found else path


def report(figures: Figures, searches: Sequence[Cold], size: str, promised: bool) -> None:
    """Print a corpus's figures; the promises are for the large one."""
    print(f"{'kB of a first search':42}{'p50':>9} {'p95':>9} {'most':>9}")
    for kind in dict.fromkeys(one.kind for one in searches):
        print(f"{size + ': ' + kind:42}{spread([one.size for one in searches if one.kind == kind])}")
    for part in dict.fromkeys((*_PARTS, *(part for one in searches for part in one.parts))):
        if any(part in one.parts for one in searches):
            print(f"{size + ': of which ' + part:42}{spread([one.parts.get(part, 0) for one in searches])}")
    for share, most in ((50, 90), (95, 150), (100, 200)):
        value = percentile([one.size for one in searches], share)
        figures.say(f"{size}: kB of a first search, p{share}", value, "kB", most=most if promised else None)
    heaviest = sorted(searches, key=lambda one: -one.size)[:5]
    for one in heaviest:
        print(
            f"    {one.size:6.0f} kB {one.kind}: {one.text} { ({part: round(kb) for part, kb in one.parts.items()}) }"
        )
