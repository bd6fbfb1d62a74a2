"""Texts that people aligned are aligned alike. Thresholds lie a little below what tests/bench/alignment.py prints."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.pairing.paragraphs import gold, judged, regrouped
from tests.pairing.sides import (
    WRITTEN,
    Right,
    Sides,
    aligned,
    by_clauses,
    constructed,
    from_gold,
    whole,
    worn,
    written,
)

SEEDS = range(8)


def test_clauses_of_the_report_are_aligned_through_the_whole_text() -> None:
    assert aligned(by_clauses("report")).f1 >= 0.97


def test_paragraphs_that_were_merged_split_and_dropped_are_found() -> None:
    assert sum(aligned(written(seed)).f1 for seed in SEEDS) / len(SEEDS) >= 0.96


@pytest.mark.parametrize(
    ("name", "languages", "least"),
    [
        ("declaration", ("zh-Hans", "en"), 0.98),
        ("declaration", ("en", "zh-Hans"), 0.98),
        ("declaration", ("en", "fr"), 0.96),
        ("declaration", ("en", "es"), 0.98),
        ("declaration", ("es", "fr"), 0.96),
        ("declaration", ("en", "ru"), 0.95),
        ("declaration", ("zh-Hans", "ru"), 0.97),
        ("genesis", ("zh-Hans", "en"), 0.98),
        ("agama-trees", ("zh-Hant", "en"), 0.90),
        ("agama-grief", ("zh-Hant", "en"), 0.98),
    ],
)
def test_paragraphs_and_verses_are_aligned_as_by_hand(name: str, languages: tuple[str, str], least: float) -> None:
    assert aligned(from_gold(name, *languages)).f1 >= least


@pytest.mark.parametrize(
    ("name", "languages", "least"),
    [
        ("declaration", ("zh-Hans", "en"), 0.97),
        ("declaration", ("en", "fr"), 0.96),
        ("declaration", ("en", "es"), 0.95),
        ("declaration", ("en", "ru"), 0.94),
        ("genesis", ("zh-Hans", "en"), 0.95),
        ("agama-trees", ("zh-Hant", "en"), 0.93),
        ("agama-grief", ("zh-Hant", "en"), 0.89),
    ],
)
def test_merges_splits_and_drops_of_them_are_found(name: str, languages: tuple[str, str], least: float) -> None:
    pairs = whole(from_gold(name, *languages))
    scores = [aligned(constructed(pairs, seed, languages)).f1 for seed in SEEDS]
    assert sum(scores) / len(scores) >= least


@pytest.mark.parametrize("share", [0.1, 0.25])
@pytest.mark.parametrize("languages", [("zh-Hans", "en"), ("en", "fr")])
def test_what_was_left_out_leads_nobody_astray(languages: tuple[str, str], share: float) -> None:
    pairs = whole(from_gold("declaration", *languages))
    gone = int(share * len(pairs))
    start = len(pairs) // 2
    source = [one for one, _ in pairs]
    target = [two for at, (_, two) in enumerate(pairs) if not start <= at < start + gone]
    beads: list[Right] = [
        ((at,), () if start <= at < start + gone else (at if at < start else at - gone,)) for at in range(len(pairs))
    ]
    assert aligned(Sides(languages, source, target, beads)).f1 >= 0.9


def test_confidence_says_how_often_beads_are_right() -> None:
    english = [("declaration", ("zh-Hans", "en")), ("genesis", ("zh-Hans", "en")), ("agama-trees", ("zh-Hant", "en"))]
    others = [("declaration", ("en", tag)) for tag in ("fr", "es", "ru")]
    every = [(whole(from_gold(name, *languages)), languages) for name, languages in english + others]
    sides = [constructed(pairs, seed, languages) for pairs, languages in every for seed in SEEDS]
    _agree([bead for one in [*sides, *map(written, SEEDS)] for bead in aligned(one).beads])


@pytest.mark.parametrize("share", [0.0, 0.3])
def test_confidence_says_as_much_where_much_is_missing(share: float) -> None:
    found: list[tuple[float, bool]] = []
    for name, *languages in (
        ("declaration", "zh-Hans", "en"),
        ("declaration", "en", "es"),
        ("genesis", "zh-Hans", "en"),
    ):
        one, two = languages
        pairs = whole(from_gold(name, one, two))
        for seed in SEEDS:
            left = worn(pairs, seed, (one, two), share)
            found += aligned(constructed(left, seed, (one, two), merged=0.2, gone=0.1)).beads
    _agree(found)


def test_confidence_says_how_often_segments_inside_paragraphs_are_right() -> None:
    ours = [known for name in WRITTEN for known in gold(name)]
    found = [segment for seed in SEEDS for segment in judged(regrouped(ours, seed))]
    for name, chinese in (("genesis", "zh-Hans"), ("agama-trees", "zh-Hant"), ("agama-grief", "zh-Hant")):
        pairs = whole(from_gold(name, chinese, "en"))
        found += [segment for seed in SEEDS for segment in judged(regrouped([pairs], seed), (chinese, "en"))]
    _agree([(confidence, right) for confidence, right in found if right is not None])


def _agree(found: Sequence[tuple[float, bool]]) -> None:
    """Each range that is well filled is right as often as it says, within 5 points and what chance may do."""
    for low, high in pairwise((0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)):
        inside = [bead for bead in found if low <= bead[0] < high]
        said = sum(confidence for confidence, _ in inside) / len(inside)
        right = sum(right for _, right in inside) / len(inside)
        chance = (said * (1 - said) / len(inside)) ** 0.5
        assert abs(said - right) < 0.05 + chance, f"between {low} and {high}: said {said}, right {right}"
