"""What the review page is given: texts a pair, ranges a segment, places where clauses end."""

import json

from site_builder.model import Document, Line, Pair, Section, Segment
from site_builder.outputs.bitext import _document
from site_builder.reviewing.sheet import Piece, sheet, shown


def document(*pairs: Pair, languages: tuple[str, ...] = ("zh-Hant", "en")) -> Document:
    return Document("poem", languages, ("春曉", "Spring"), (Section("s0", 0, pairs),))


def segment(name: str, *texts: str, confidence: float = 1.0) -> Segment:
    return Segment(name, tuple(map(Line, texts)), confidence)


def test_segments_are_ranges_of_code_points_in_the_text_of_their_pair() -> None:
    pair = Pair("p1", "paragraph", (segment("p1-1", "𠀀甲。", "A. "), segment("p1-2", "", "B.", confidence=0.5)))
    found = sheet(json.loads(_document(document(pair))))
    (passage,) = found.passages
    assert passage.texts == ("𠀀甲。", "A. B.")
    assert passage.pieces == (
        Piece("p1-1", "auto", 1.0, ((0, 3), (0, 3))),
        Piece("p1-2", "auto", 0.5, (None, (3, 5))),
    )
    assert found.open_questions() == 1


def test_where_segments_cross_the_text_is_in_its_own_order() -> None:
    rows = (segment("p1-1", "甲。", "B."), segment("p1-2", "乙。", "A. "))
    pair = Pair("p1", "paragraph", rows, order=((0, 1), (1, 0)))
    (passage,) = sheet(json.loads(_document(document(pair)))).passages
    assert passage.texts == ("甲。乙。", "A. B.")
    assert [piece.ranges[1] for piece in passage.pieces] == [(3, 5), (0, 3)]


def test_indonesian_is_found_under_the_key_that_the_data_give_it() -> None:
    pair = Pair("p1", "paragraph", (segment("p1-1", "甲", "Satu"),))
    (passage,) = sheet(json.loads(_document(document(pair, languages=("zh", "id"))))).passages
    assert passage.texts == ("甲", "Satu")


def test_what_its_form_cut_is_fixed() -> None:
    kinds = ("title", "heading", "paragraph", "item", "verse", "table", "code")
    pairs = [Pair(f"p{at}", kind, (segment(f"p{at}-1", "甲", "A"),)) for at, kind in enumerate(kinds)]
    data = json.loads(_document(document(*pairs)))
    assert [passage.fixed for passage in sheet(data).passages] == [True, False, False, False, True, True, True]
    assert all(passage.fixed for passage in sheet(data, aligned=True).passages)


def test_paragraphs_of_one_language_are_loose_where_each_language_has_a_file() -> None:
    kinds = ("heading", "paragraph", "item", "verse")
    pairs = [Pair(f"p{at}", kind, (segment(f"p{at}-1", "甲", ""),)) for at, kind in enumerate(kinds)]
    data = json.loads(_document(document(*pairs, Pair("p9", "paragraph", (segment("p9-1", "甲", "A"),)))))
    assert [passage.loose for passage in sheet(data, apart=True).passages] == [False, True, True, False, False]
    assert not any(passage.loose for passage in sheet(data).passages)
    assert not any(passage.loose for passage in sheet(data, aligned=True, apart=True).passages)


def test_the_page_is_told_where_clauses_end_and_which_language_runs_from_right_to_left() -> None:
    pair = Pair("p1", "paragraph", (segment("p1-1", "甲，乙。丙。", "A, b. C."),))
    told = shown(sheet(json.loads(_document(document(pair, languages=("zh-Hant", "ar"))))))
    assert told["pairs"][0]["cuts"][0] == [2, 4]  # type: ignore[index]
    assert [one["rtl"] for one in told["languages"]] == [False, True]  # type: ignore[attr-defined]
