"""Both tiers of the search find the same, in the same order: the scan of all text is what the index is held to. And
what the index finds is exactly what a plain scan in Python finds."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.js import scan
from tests.js.conftest import Engine
from tests.js.libraries import HAN, WORDS, Work, libraries, parts, queries, units
from tests.js.site_files import Sizes, site_files

sizes = st.builds(
    Sizes,
    text=st.integers(20, 600),
    terms=st.integers(20, 300),
    long=st.integers(1, 14),
    wide=st.integers(1, 60),
    block=st.integers(1, 6),
    lead=st.integers(0, 4),
    many=st.integers(1, 8),
    listed=st.integers(0, 3),
)
filters = st.sampled_from(
    [{}, {}, {}, {"language": "zh-Hant"}, {"language": "la"}, {"document": "d1"}, {"notes": True}, {"section": [2, 9]}]
)

HOSTILE = [
    "\0",
    '"\0"',
    "\ud800",
    "\udc00龍",
    "*",
    "=reform",
    "!1,2",
    "\t",
    "a\tA",
    "reform\n",
    "%",
    "\\",
    "((((",
    "𠮷" * 2000,
]
HOSTILE += ["-", "--", "- -", "-a", "－龍", "٪٪", "constructor", "__proto__"]


@given(libraries, sizes, st.sampled_from(["", "d0", "d1"]), st.sampled_from([1, 3, 10]), st.data())
@settings(max_examples=60, deadline=None)
def test_both_tiers_find_the_same(
    engine: Engine, works: list[Work], sizes: Sizes, home: str, size: int, data: st.DataObject
) -> None:
    asked = data.draw(st.lists(queries(works), min_size=1, max_size=12))
    filtered = data.draw(filters)
    for scanned in (True, False):
        engine.library(str(scanned), site_files(works, sizes, scan=scanned), home=home, size=size)
    expected, found = (engine.find(name, asked, filtered) for name in ("True", "False"))
    for query, windows, others in zip(asked, expected, found, strict=True):
        assert _results(others) == _results(windows), query
        assert _is_told(windows), query
        assert _is_told(others), query


@given(libraries, sizes, st.data())
@settings(max_examples=60, deadline=None)
def test_the_index_finds_what_is_there(engine: Engine, works: list[Work], sizes: Sizes, data: st.DataObject) -> None:
    engine.library("index", site_files(works, sizes, scan=False))
    pairs = [[[f"{at}-{row[0]}", *row[1:]] for row in rows] for at, rows in enumerate(units(works))]
    part = "".join(data.draw(parts(works)).split()).strip('"“”「」-')
    if any(character in HAN for character in part):
        assert _units(engine, part) == scan.with_text(pairs, part)
    word = data.draw(st.sampled_from([word for word in WORDS if word.isascii() and word.isalnum()]))
    assert _units(engine, word + " ") == scan.with_word(pairs, word, grows=False)
    begun = word[: data.draw(st.integers(1, 8))]
    assert _units(engine, begun) == scan.with_word(pairs, begun, grows=True)


@given(libraries, sizes, st.data())
@settings(max_examples=30, deadline=None)
def test_a_limit_delays_and_loses_nothing(engine: Engine, works: list[Work], sizes: Sizes, data: st.DataObject) -> None:
    asked = data.draw(st.lists(queries(works), min_size=1, max_size=6))
    engine.library("whole", site_files(works, sizes, scan=True))
    engine.library("index", site_files(works, sizes, scan=False), limit=2, size=3)
    for windows, others in zip(engine.find("whole", asked), engine.find("index", asked), strict=True):
        assert sorted(_results(others)) == sorted(_results(windows))
        assert _is_told(others)


@pytest.mark.parametrize("query", HOSTILE)
def test_whatever_is_typed_is_text(engine: Engine, query: str) -> None:
    rows = [["p1-1", "𠮷龍100% (*", "=reform !1,2 \\"], ["p1-2", "X", ""]]
    works: list[Work] = [{"id": "d0", "pairs": [rows], "notes": []}]
    for scanned in (True, False):
        engine.library(str(scanned), site_files(works, Sizes(), scan=scanned))
    (expected,), (found,) = (engine.find(name, [query]) for name in ("True", "False"))
    assert _results(found) == _results(expected)


def _results(windows: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """Each result: its unit, and its rows with what is marked."""
    return [(result["unit"], str(result["rows"])) for window in windows for result in window["results"]]


def _is_told(windows: list[dict[str, Any]]) -> bool:
    """Whether the counts say what was found: the last window, and only that, has all. What may still match is at least
    what does, and is just that where it is said to be sure."""
    shown = [window["shown"] for window in windows]
    exact = [window["exact"] for window in windows]
    return (
        exact == [False] * (len(windows) - 1) + [True]
        and shown == sorted(shown)
        and [window["left"] > 0 for window in windows] == [not one for one in exact]
        and shown[-1] == len(_results(windows))
        and all(_is_bounded(window, windows[-1]["units"]) for window in windows)
        and windows[-1]["units"] == len({result["unit"] for window in windows for result in window["results"]})
    )


def _is_bounded(window: dict[str, Any], units: int) -> bool:
    most = window["units"] + window["left"]
    return most == units if window["sure"] else most >= units


def _units(engine: Engine, query: str) -> set[str]:
    (windows,) = engine.find("index", [query])
    return {str(result["unit"]) for window in windows for result in window["results"]}
