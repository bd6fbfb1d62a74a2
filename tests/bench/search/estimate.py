"""What a first search would load from a million pairs: on paper, by how its parts grew so far."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from figures import Figures, percentile
from first_search import Cold

SMALL, LARGE = 10_000, 100_000
_MANY, _LEAP = 2_048, 64  # as in site_builder/indexing/files.py: shards that the root lists, and of more every so many
_SHARD, _HEAD = 6.0, 0.16  # kB of a shard of the dictionary, and of the head of an answer


def report(figures: Figures, searches: Mapping[int, Sequence[Cold]], folder: Path) -> None:
    """Each part of a search grows by as much as from 10,000 pairs to 100,000; the door by what it holds."""
    if not {SMALL, LARGE} <= searches.keys():
        return
    small, large = (_root(folder / str(size) / "site") for size in (SMALL, LARGE))
    door, border = _door(small, large)
    for share in (50, 95):
        parts = {part for one in searches[LARGE] for part in one.parts} - {"door"}
        grown = {part: _grown(searches, part, share) for part in sorted(parts)}
        borders = round(grown["terms"] / _SHARD) * (_LEAP * border + _HEAD)
        for part, size in {**grown, "door": door, "borders": borders}.items():
            print(f"    {part:10} {size:8.1f} kB")
        total = sum(grown.values()) + door + borders
        figures.say(f"1,000,000 pairs, on paper: kB of a first search, p{share}", total, "kB", most=200)


def _grown(searches: Mapping[int, Sequence[Cold]], part: str, share: float) -> float:
    small, large = (percentile([one.parts.get(part, 0) for one in searches[size]], share) for size in (SMALL, LARGE))
    return large + max(0.0, large - small)


def _door(small: Mapping[str, object], large: Mapping[str, object]) -> tuple[float, float]:
    """kB of the door of a million pairs, and of one border. What characters and sounds there are grows as it did,
    runs of shards ten times as fast, borders as they did; where these are many only every so many stand in it."""
    counts = [str(root["terms"]).count("\n") + 1 for root in (small, large)]
    border = _packed(large["terms"]) / counts[1]
    many = counts[1] * counts[1] / counts[0]
    borders = border * (many / _LEAP if many > _MANY else many)
    rest = sum(_again(small, large, key) for key in ("fold", "pinyin", "words"))
    shards = _packed(large["shards"]) + 10 * max(0.0, _packed(large["shards"]) - _packed(small["shards"]))
    return rest + shards + borders + _HEAD, border


def _again(small: Mapping[str, object], large: Mapping[str, object], key: str) -> float:
    return _packed(large[key]) + max(0.0, _packed(large[key]) - _packed(small[key]))


def _root(site: Path) -> Mapping[str, object]:
    script = (site / "search/index.js").read_text(encoding="utf-8")
    root: Mapping[str, object] = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    return root


def _packed(value: object) -> float:
    return len(gzip.compress(json.dumps(value, ensure_ascii=False).encode(), 6)) / 1000
