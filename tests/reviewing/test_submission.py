"""What a review page sends back is believed in nothing."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.interchange.corrections import Row
from site_builder.reviewing.sheet import Passage, Piece, Sheet
from site_builder.reviewing.submission import rows

PASSAGE = Passage(
    "p1",
    ("甲。乙。", "A. B."),
    (Piece("p1-1", "auto", 0.5, ((0, 2), (0, 3))), Piece("p1-2", "auto", 0.7, ((2, 4), (3, 5)))),
)
OTHER = Passage("p2", ("丙", ""), (Piece("p2-1", "checked", 0.9, ((0, 1), None)),))
PICTURE = Passage("p3", ("", ""), (Piece("p3-1", "auto", 1.0, (None, None)),), fixed=True)
SHEET = Sheet("poem", ("zh-Hant", "en"), ("春曉", "Spring"), (PASSAGE, OTHER, PICTURE))


def said(*found: tuple[str, str, Any], pair: str = "p1") -> dict[str, Any]:
    listed = [{"id": name, "status": status, "ranges": ranges} for name, status, ranges in found]
    return json.loads(json.dumps({"pairs": [{"id": pair, "rows": listed}]}))  # type: ignore[no-any-return]


def brief(found: tuple[Row, ...] | str) -> list[str]:
    assert not isinstance(found, str), found
    return [f"{row.id} {row.status} {row.confidence} {'/'.join(row.texts)}" for row in found]


def test_rows_that_nobody_touched_are_written_as_they_are() -> None:
    assert brief(rows(SHEET, {"pairs": []})) == [
        "p1-1 auto 0.5 甲。/A. ",
        "p1-2 auto 0.7 乙。/B.",
        "p2-1 checked 0.9 丙/",
        "p3-1 auto 1.0 /",
    ]


def test_a_mark_keeps_the_confidence_and_a_change_is_locked() -> None:
    marked = said(("p1-1", "checked", [[0, 2], [0, 3]]), ("p1-2", "auto", [[2, 4], [3, 5]]))
    assert brief(rows(SHEET, marked))[:2] == ["p1-1 checked 0.5 甲。/A. ", "p1-2 auto 0.7 乙。/B."]
    merged = said(("p1-1", "auto", [[0, 4], [0, 5]]))
    assert brief(rows(SHEET, merged))[0] == "p1-1 locked 1.0 甲。乙。/A. B."


def test_links_may_cross_and_new_segments_have_no_id() -> None:
    crossed = said(("p1-1", "locked", [[0, 2], [3, 5]]), ("", "locked", [[2, 4], [0, 3]]))
    assert brief(rows(SHEET, crossed))[:2] == ["p1-1 locked 1.0 甲。/B.", " locked 1.0 乙。/A. "]


ALONE = Passage("p4", ("丁。", ""), (Piece("p4-1", "auto", 1.0, ((0, 2), None)),), loose=True)
SINGLE = Passage(
    "p5",
    ("", "D. E."),
    (Piece("p5-1", "auto", 1.0, (None, (0, 3))), Piece("p5-2", "auto", 1.0, (None, (3, 5)))),
    loose=True,
)
APART = Sheet("poem", SHEET.languages, SHEET.titles, (PASSAGE, ALONE, SINGLE))


def joined(one: str, other: object, *found: tuple[str, str, Any]) -> dict[str, Any]:
    (pair,) = said(*found, pair=one)["pairs"]
    return {"pairs": [{**pair, "with": other}]}


def test_paragraphs_of_one_language_each_are_joined() -> None:
    expected = ["p4-1 locked 1.0 丁。/D. E."]
    assert brief(rows(APART, joined("p4", "p5", ("p4-1", "locked", [[0, 2], [0, 5]]))))[2:] == expected
    expected = ["p4-1 locked 1.0 丁。/D. ", "p5-2 auto 1.0 /E."]
    parts = ("p4-1", "locked", [[0, 2], [0, 3]]), ("p5-2", "auto", [None, [3, 5]])
    assert brief(rows(APART, joined("p5", "p4", *parts)))[2:] == expected


def test_one_of_the_two_has_the_language_that_all_are_aligned_with() -> None:
    english = Passage("p1", ("", "A.", ""), (Piece("p1-1", "auto", 1.0, (None, (0, 2), None)),), loose=True)
    french = Passage("p2", ("", "", "B."), (Piece("p2-1", "auto", 1.0, (None, None, (0, 2))),), loose=True)
    sheet = Sheet("poem", ("zh", "en", "fr"), ("春", "Spring", "Printemps"), (english, french))
    assert isinstance(rows(sheet, joined("p1", "p2", ("p1-1", "locked", [None, [0, 2], [0, 2]]))), str)


WHOLE = ("p4-1", "locked", [[0, 2], [0, 5]])


@pytest.mark.parametrize(
    "sent",
    [
        joined("p4", "p9", WHOLE),
        joined("p4", "p4", WHOLE),
        joined("p4", "p1", WHOLE),  # which has both languages
        joined("p4", ["p5"], WHOLE),
        joined("p4", None, WHOLE),
        joined("p4", "p5", ("p4-1", "locked", [[0, 2], [0, 3]])),  # not all of it
        joined("p4", "p5", ("p4-1", "locked", [[0, 2], None])),
        {"pairs": [*joined("p4", "p5", WHOLE)["pairs"], *said(("p5-1", "auto", [None, [0, 5]]), pair="p5")["pairs"]]},
        {"pairs": [*said(("p5-1", "auto", [None, [0, 5]]), pair="p5")["pairs"], *joined("p4", "p5", WHOLE)["pairs"]]},
    ],
)
def test_what_cannot_be_joined_is_refused(sent: object) -> None:
    assert isinstance(rows(APART, sent), str)
    assert isinstance(rows(SHEET, sent), str)


GOOD = ("p1-1", "auto", [[0, 2], [0, 3]])
REST = [[2, 4], [3, 5]]


@pytest.mark.parametrize(
    "sent",
    [
        said(GOOD),  # half of it
        said(GOOD, GOOD),  # one half twice
        said(GOOD, ("p1-1", "auto", REST)),  # an id twice
        said(GOOD, ("p2-1", "auto", REST)),  # another pair's id
        said(GOOD, ("p2-7", "auto", REST)),
        said(GOOD, ("<script>", "auto", REST)),
        said(GOOD, ("p1-2", "sure", REST)),
        said(GOOD, ("p1-2", "auto", [[1, 4], [3, 5]])),
        said(GOOD, ("p1-2", "auto", [[2, 5], [3, 5]])),
        said(GOOD, ("p1-2", "auto", [[2, 4], [5, 3]])),
        said(GOOD, ("p1-2", "auto", [[2, 4], [3, 5], [0, 1]])),
        said(GOOD, ("p1-2", "auto", [[2, 4], [3.0, 5]])),
        said(GOOD, ("p1-2", "auto", [[2, 4], [True, 5]])),
        said(GOOD, ("p1-2", "auto", [[2, 4], "B."])),
        said(GOOD, ("p1-2", "auto", REST), ("p1-3", "auto", [None, None])),
        said(GOOD, (["p1-2"], "auto", REST)),  # type: ignore[arg-type]
        said(GOOD, ("p1-2", ["auto"], REST)),  # type: ignore[arg-type]
        said(pair="p9"),
        said(pair="p1"),
        said(("p3-1", "auto", [None, None]), ("", "auto", [None, None]), pair="p3"),
        {"pairs": [{"id": ["p1"], "rows": []}]},
        {"pairs": [{"id": "p1", "rows": {}}]},
        {"pairs": [{"id": "p1", "rows": [7]}]},
        {"pairs": said(GOOD, ("p1-2", "auto", REST))["pairs"] * 2},
        {"pairs": "p1"},
        {"pairs": [None]},
        {},
        [],
        None,
        "pairs",
    ],
)
def test_nonsense_is_refused_with_a_sentence(sent: object) -> None:
    refused = rows(SHEET, sent)
    assert isinstance(refused, str)
    assert refused


def test_what_is_fixed_takes_marks_only() -> None:
    fixed = Sheet("poem", SHEET.languages, SHEET.titles, (Passage("p1", PASSAGE.texts, PASSAGE.pieces, fixed=True),))
    marked = said(GOOD, ("p1-2", "checked", REST))
    assert brief(rows(fixed, marked))[1] == "p1-2 checked 0.7 乙。/B."
    assert isinstance(rows(fixed, said(("p1-1", "locked", [[0, 4], [0, 5]]))), str)


@given(st.data())
def test_however_it_is_cut_every_text_is_written_whole(data: st.DataObject) -> None:
    sides = []
    for text in PASSAGE.texts:
        places = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text))))})
        sides.append(data.draw(st.permutations([list(part) for part in pairwise(places)])))
    height = max(map(len, sides))
    padded = [[*side, *[None] * (height - len(side))] for side in sides]
    found = rows(SHEET, said(*(("", "auto", list(ranges)) for ranges in zip(*padded, strict=True))))
    assert not isinstance(found, str)
    mine = found[: len(found) - 2]
    for side, (text, pieces) in enumerate(zip(PASSAGE.texts, sides, strict=True)):
        in_order = sorted(zip(pieces, (row.texts[side] for row in mine), strict=False), key=lambda one: one[0])
        assert "".join(part for _, part in in_order) == text
    assert all(row.status == "locked" for row in mine if row.id == "")
