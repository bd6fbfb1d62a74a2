"""Measure the search against a grep and beside Pagefind, and print the figures that were promised.

    pip install -r tests/bench/search/requirements.txt
    python tests/bench/search/run.py [--pairs 100,10000,100000] [--each 20] [--keep FOLDER] [--without-rival]

Needs Chromium, and some minutes. `--each` is how many queries of each kind are asked; `--keep` leaves the corpora and
sites in a folder. kB are what a static host sends, compressed by gzip, heads included. Milliseconds depend on the
machine: what is promised of first searches is the ratio to Pagefind's in the same run. A line ends in "over" or
"under" where a promise is not kept; the exit code then is 1.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import costs  # noqa: E402
import estimate  # noqa: E402
import first_search  # noqa: E402
import quality  # noqa: E402
import rival  # noqa: E402
from corpus import reports, write_corpus  # noqa: E402
from figures import Figures, percentile  # noqa: E402
from host import Host, hosted  # noqa: E402
from oracle import Oracle  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from queries import FIXED_CHINESE, FIXED_ENGLISH, Query, queries, typos  # noqa: E402
from reader import Reader, browsing, find, from_folder, heap  # noqa: E402

_LARGE = 100_000
_GROWTH = (1000, 10_000, 100_000)
_TO_RIVAL = 1 / 3
_TYPOS = 100  # misspelt words that are asked at least: a figure in per cent needs them


def main() -> None:
    options = _options()
    figures = Figures()
    with TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        sizes = [int(size) for size in options.pairs.split(",")]
        built = {
            size: _built(folder / str(size), size)
            for size in sorted({*sizes, *(set(_GROWTH) if _LARGE in sizes else ())})
        }
        costs.report(figures, built)
        weights = {size: _searched(figures, folder / str(size) / "site", size, options) for size in sizes}
        estimate.report(figures, weights, folder)
    sys.exit(0 if figures.kept else 1)


def _options() -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("--pairs", default="100,10000,100000")
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--keep", default="")
    parser.add_argument("--without-rival", action="store_true")
    return parser.parse_args()


def _built(project: Path, pairs: int) -> costs.Cost:
    if not (project / "content").exists():
        write_corpus(pairs, project / "content")
    return costs.build(project)


def _searched(figures: Figures, site: Path, pairs: int, options: Namespace) -> list[first_search.Cold]:
    """All that is measured in a browser on one site."""
    oracle = Oracle(list(reports(pairs)))
    asked = queries(oracle, options.each)
    more = typos(oracle, _TYPOS)[options.each :]
    if not options.without_rival:
        rival.index(site)
    with hosted(site) as host, browsing() as browser:
        reader = Reader(browser, host.address)
        _found(figures, reader, oracle, [*asked, *more], f"{pairs:,}")
        _found_from_folder(figures, browser, site, oracle, asked, f"{pairs:,}")
        _held(figures, reader, f"{pairs:,}")
        searches = first_search.cold(reader, host, asked)
        first_search.report(figures, searches, f"{pairs:,}", promised=pairs == _LARGE)
        if not options.without_rival:
            _beside(figures, reader, host, asked, f"{pairs:,}")
    return searches


def _found(figures: Figures, reader: Reader, oracle: Oracle, asked: list[Query], size: str) -> None:
    """What is found, and how fast once all is there."""
    with reader.page() as page:
        found = quality.measure(page, oracle, asked)
    quality.report(figures, found, size)
    figures.say(f"{size}: a search again, p50", percentile(found.warm, 50), "ms")
    figures.say(f"{size}: a search again, p95", percentile(found.warm, 95), "ms", most=10)


def _found_from_folder(
    figures: Figures, browser: Browser, site: Path, oracle: Oracle, asked: list[Query], size: str
) -> None:
    """Some queries of each kind, from file://."""
    with Reader(browser, from_folder(site)).page() as page:
        found = quality.measure(page, oracle, asked[::5])
    recalls = [value for kind in found.recall.values() for value in kind]
    figures.say(f"{size}: recall from a folder", sum(recalls) / len(recalls), "", least=1)


def _held(figures: Figures, reader: Reader, size: str) -> None:
    """What ten searches leave in the page."""
    with reader.page() as page:
        before = heap(page)
        for query in (*FIXED_CHINESE, *FIXED_ENGLISH):
            find(page, query)
        figures.say(f"{size}: heap of the page before searching", before, "MB")
        figures.say(f"{size}: heap of the page after 10 searches", heap(page), "MB", most=30)


def _beside(figures: Figures, reader: Reader, host: Host, asked: list[Query], size: str) -> None:
    """First searches here and with Pagefind by turns, for queries that both can answer."""
    common = [query for query in asked if query.kind in ("fixed", "Han, 2-4", "Han words", "forms", "phrases")]
    ours, theirs = [], []
    for query in common:
        ours += first_search.cold(reader, host, [query])
        theirs += first_search.cold_rival(reader, host, [query])
    for share in (50, 95):
        own, other = (percentile([one.milliseconds for one in some], share) for some in (ours, theirs))
        print(f"{size}: first search, p{share}: {own:.0f} ms here, {other:.0f} ms with Pagefind")
        figures.say(
            f"{size}: first search to Pagefind's, ms, p{share}",
            own / other,
            "×",
            most=_TO_RIVAL if share == 50 else None,
        )
        own, other = (percentile([one.size for one in some], share) for some in (ours, theirs))
        print(f"{size}: first search, p{share}: {own:.0f} kB here, {other:.0f} kB with Pagefind")
        figures.say(
            f"{size}: first search to Pagefind's, kB, p{share}",
            own / other,
            "×",
            most=_TO_RIVAL if share == 50 else None,
        )


if __name__ == "__main__":
    main()
