"""A reader at the search of a built site: Chromium, over http or from a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --enable-precise-memory-info"
)
SHOWN = 10  # results that a reader sees at first

# Loads the search as the page does when its field is entered.
_OPEN = "await Reader.fetchSearch();"
_FIND = f"""async ([query, least]) => {{
  const started = performance.now();
  {_OPEN}
  const found = [];
  let [first, shown, left, exact] = [null, 0, 0, false];
  for await (const window of SearchTexts.find(query)) {{
    first ??= performance.now() - started;
    for (const {{ work, rows }} of window.results) found.push(`${{work.id}} ${{rows[0].id.split("-")[0]}}`);
    ({{ shown, left, exact }} = window);
    if (found.length >= least && !exact) break;
  }}
  return {{ found, total: shown + left, exact, milliseconds: first ?? performance.now() - started }};
}}"""
_SUGGEST = f"async (query) => {{ {_OPEN} return SearchTexts.suggest(query); }}"


_FOLLOW = "(query) => SearchMore.isLatin(query) && SearchMore.load()"


@dataclass(frozen=True)
class Found:
    """What a search found: units by document and place, in order, and whether that is all; how many it says there are,
    and how long the first results took."""

    units: list[str]
    complete: bool
    total: int
    milliseconds: float


@dataclass(frozen=True)
class Suggested:
    """What was suggested: ways to repair the query, and words."""

    queries: list[str]
    words: list[str]


class Reader:
    """A browser that opens one site; each page may be a reader who has nothing of it yet."""

    def __init__(self, browser: Browser, site: str) -> None:
        self._browser, self._site = browser, site

    @contextmanager
    def page(self, path: str = "index.html") -> Iterator[Page]:
        """A page of the site, loaded, in a browser that has nothing cached."""
        context = self._browser.new_context()
        try:
            page = context.new_page()
            page.goto(f"{self._site}/{path}")
            yield page
        finally:
            context.close()


@contextmanager
def browsing() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


def find(page: Page, query: str, least: int = SHOWN) -> Found:
    """Search until so many results are there."""
    answer = page.evaluate(_FIND, [query, least])
    units = list(dict.fromkeys(answer["found"]))
    return Found(units, answer["exact"], answer["total"], answer["milliseconds"])


def follow(page: Page, query: str) -> None:
    """Load what the page loads after the first results: what letters may spell in pinyin."""
    page.evaluate(_FOLLOW, query)


def suggest(page: Page, query: str) -> Suggested:
    """Ask what could have been meant."""
    answer: dict[str, Any] = page.evaluate(_SUGGEST, query)
    return Suggested(*([str(text) for text in answer[kind]] for kind in ("queries", "words")))


def heap(page: Page) -> float:
    """MB that the page's scripts hold, after what nobody needs is thrown away."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def from_folder(site: Path) -> str:
    """The address of a site that is opened from its folder."""
    return site.resolve().as_uri()
