"""What people made of an alignment lasts: their beads, their marks, and every segment's id."""

from site_builder.aligning import rows_of
from site_builder.composing import compose
from site_builder.draft import Source, SourceFile
from site_builder.interchange.corrections import Row, corrections, written
from site_builder.model import Document
from site_builder.problems import Problem

ZH = ["春天來了，花開了，鳥唱歌。", "他買了一本書。她寫了一封信。", "夜裡下雨，風很大，我們沒有出門。"]
EN = [
    "Spring has come. The flowers bloom. Birds sing.",
    "He bought a book. She wrote a letter.",
    "It rained at night. The wind was strong. We stayed in.",
]


def test_without_corrections_ids_count() -> None:
    document, problems = built()
    assert [segment.id for segment in document.segments()] == [
        "p1-1", "p1-2", "p1-3", "p2-1", "p2-2", "p3-1", "p3-2", "p3-3",
    ]  # fmt: skip
    assert not problems


def test_a_file_as_it_was_written_changes_nothing() -> None:
    document, _ = built()
    again, problems = built(beside=saved(document))
    assert again == document
    assert not problems


def test_a_locked_bead_stays_and_its_neighbours_are_aligned_around_it() -> None:
    rows = list(rows_of(built()[0]))
    merged = Row("p1-1", "locked", 1.0, ("春天來了，花開了，", "Spring has come. The flowers bloom. "), ("", ""))
    document, problems = built(beside=text_of([merged, *rows[2:]]))
    first = next(document.pairs())
    assert [(segment.lines[0].text, segment.lines[1].text.strip()) for segment in first.segments] == [
        ("春天來了，花開了，", "Spring has come. The flowers bloom."),
        ("鳥唱歌。", "Birds sing."),
    ]
    assert [(segment.id, segment.status) for segment in first.segments] == [("p1-1", "locked"), ("p1-3", "auto")]
    assert not problems


def test_a_boundary_may_be_moved_anywhere() -> None:
    rows = list(rows_of(built()[0]))
    moved = [
        Row("p1-1", "locked", 1.0, ("春天來了，花", "Spring has come. The"), ("", "")),
        Row("p1-2", "locked", 1.0, ("開了，", " flowers bloom. "), ("", "")),
    ]
    document, _ = built(beside=text_of([*moved, *rows[2:]]))
    texts = [(segment.lines[0].text, segment.lines[1].text.strip()) for segment in document.segments()][:3]
    assert texts == [
        ("春天來了，花", "Spring has come. The"),
        ("開了，", "flowers bloom."),
        ("鳥唱歌。", "Birds sing."),
    ]


def test_links_may_cross_and_nothing_is_lost() -> None:
    crossing = [
        Row("p2-1", "locked", 1.0, ("他買了一本書。", "She wrote a letter."), ("", "")),
        Row("p2-2", "locked", 1.0, ("她寫了一封信。", "He bought a book."), ("", "")),
    ]
    document, problems = built(beside=text_of(crossing))
    pair = list(document.pairs())[1]
    assert [segment.lines[1].text.strip() for segment in pair.segments] == ["She wrote a letter.", "He bought a book."]
    assert (pair.text(0), pair.text(1)) == (ZH[1], EN[1])
    assert not problems


def test_a_segment_that_one_language_lacks_may_be_fixed() -> None:
    alone = [
        Row("p3-1", "locked", 1.0, ("夜裡下雨，", ""), ("", "")),
        Row("p3-2", "locked", 1.0, ("", "It rained at night."), ("", "")),
    ]
    pair = list(built(beside=text_of(alone))[0].pairs())[2]
    assert [tuple(line.text.strip() for line in segment.lines) for segment in pair.segments][:2] == [
        ("", "It rained at night."), ("夜裡下雨，", ""),
    ]  # fmt: skip
    assert (pair.text(0), pair.text(1)) == (ZH[2], EN[2])


def test_ids_stay_with_their_text_when_something_is_written_before_it() -> None:
    before, _ = built()
    after, problems = built(["新的一段。", *ZH], ["A new paragraph.", *EN], saved(before))
    assert not problems
    assert ids(after) == {**ids(before), "新的一段。": "p4-1"}
    assert [pair.id for pair in after.pairs()] == ["p4", "p1", "p2", "p3"]


def test_ids_stay_with_text_that_moved() -> None:
    before, _ = built()
    after, _ = built([ZH[2], ZH[0], ZH[1]], [EN[2], EN[0], EN[1]], saved(before))
    assert ids(after) == ids(before)


def test_an_id_is_never_given_again() -> None:
    before, _ = built()
    after, _ = built(
        [*ZH[:2], "完全不同的一句話。"], [*EN[:2], "Something else entirely."], saved(before, status="auto")
    )
    assert [pair.id for pair in after.pairs()] == ["p1", "p2", "p4"]


def test_a_segment_that_is_new_has_a_number_that_none_had() -> None:
    before, _ = built()
    rows = [row for row in rows_of(before) if row.id != "p1-2"]
    after, _ = built(beside=text_of([*rows[:2], Row("p1-7", "auto", 1.0, ("沒有了。", "Gone."), ("", "")), *rows[2:]]))
    assert [segment.id for segment in next(after.pairs()).segments] == ["p1-1", "p1-8", "p1-3"]


def test_a_row_that_a_person_added_keeps_its_status_and_is_given_an_id() -> None:
    rows = list(rows_of(built()[0]))
    cut = [
        Row("p1-1", "locked", 1.0, ("春天", "Spring"), ("", "")),
        Row("", "locked", 1.0, ("來了，", "has come."), ("", "")),
    ]
    document, problems = built(beside=text_of([*cut, *rows[1:]]))
    assert not problems
    found = [(segment.id, segment.status) for segment in next(document.pairs()).segments]
    assert found == [("p1-1", "locked"), ("p1-4", "locked"), ("p1-2", "auto"), ("p1-3", "auto")]


def test_a_text_that_comes_twice_is_found_where_it_is_meant() -> None:
    zh, en = [*ZH, "夜裡下雨，天亮了。"], [*EN, "It rained at night. Day broke."]
    rows = list(rows_of(built(zh, en)[0]))
    second = [Row(row.id, "checked" if row.id == "p4-1" else "auto", 1.0, row.texts, row.digests) for row in rows]
    document, problems = built(zh, en, text_of(second))
    assert not problems
    assert [segment.id for segment in document.segments() if segment.status == "checked"] == ["p4-1"]


def test_an_edited_sentence_loses_its_own_status_only() -> None:
    before, _ = built()
    edited = ZH[1].replace("一本書", "兩本書")
    after, problems = built([ZH[0], edited, ZH[2]], EN, saved(before, status="checked"))
    status = {segment.id: segment.status for segment in after.segments()}
    assert status.pop("p2-1") == "auto"
    assert set(status.values()) == {"checked"}
    assert [
        (problem.code, problem.place.path, problem.place.line) for problem in problems if problem.code[:6] == "edited"
    ] == [("edited-segment", "text.align.tsv", 5)]


def test_two_files_are_put_together_as_a_person_fixed_them() -> None:
    zh, en = (
        ["甲說了很多話。", "乙也說了很多話。", "丙走了。"],
        ["Jia talked a lot.", "Yi talked a lot, too.", "Bing left."],
    )
    rows = [Row("p1-1", "locked", 1.0, (zh[0], en[1]), ("", ""))]
    document, _ = built(zh, en, text_of(rows), apart=True)
    assert any(pair.text(0).startswith(zh[0]) and en[1] in pair.text(1) for pair in document.pairs())


def built(
    zh: list[str] | None = None, en: list[str] | None = None, beside: str = "", apart: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    """The document of some paragraphs, in turn in one file or in a file a language, and what was wrong."""
    zh, en = zh or ZH, en or EN
    corrected = SourceFile("text.align.tsv", beside.encode()) if beside else None
    if apart:
        files = (SourceFile("text.zh.md", "\n\n".join(zh).encode()), SourceFile("text.en.md", "\n\n".join(en).encode()))
        found = compose(Source("text", "parallel_files", files), (), corrected)
    else:
        whole = "\n\n".join(f"{one}\n\n{two}" for one, two in zip(zh, en, strict=True))
        found = compose(Source("text", "interleaved", (SourceFile("text.md", whole.encode()),)), (), corrected)
    assert found.document is not None
    return found.document, found.problems


def saved(document: Document, status: str = "auto") -> str:
    rows = (Row(row.id, status, row.confidence, row.texts, row.digests) for row in rows_of(document))  # type: ignore[arg-type]
    return written(document.languages, rows)


def text_of(rows: list[Row]) -> str:
    text = written(("zh-Hant", "en"), rows)
    assert corrections(text, "text.align.tsv")[1] == ()
    return text


def ids(document: Document) -> dict[str, str]:
    return {segment.lines[0].text: segment.id for segment in document.segments()}
