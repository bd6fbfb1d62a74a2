"""The file of corrections: what is written can be read, and what is wrong is told."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.interchange.corrections import Row, corrections, digest, written

TAGS = ("zh-Hant", "en")
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n\r\\'\"=+-@ "), max_size=12)
ROWS = st.lists(
    st.builds(
        lambda number, status, confidence, texts: Row(f"p{number}-1", status, confidence / 1000, texts, ("", "")),
        st.integers(1, 99),
        st.sampled_from(["auto", "checked", "locked"]),
        st.integers(0, 1000),
        st.tuples(TEXTS, TEXTS).map(lambda texts: tuple(text.strip() for text in texts)),
    ),
    unique_by=lambda row: row.id,
    max_size=5,
)


@given(ROWS)
def test_what_is_written_can_be_read(rows: list[Row]) -> None:
    found, problems = corrections(written(TAGS, rows), "a.align.tsv")
    assert found is not None
    assert not problems
    assert found.languages == TAGS
    assert [(row.id, row.status, row.confidence, row.texts) for row in found.rows] == [
        (row.id, row.status, row.confidence, row.texts) for row in rows
    ]
    assert [row.digests for row in found.rows] == [tuple(map(digest, row.texts)) for row in rows]


def test_texts_may_be_left_out() -> None:
    found, problems = corrections("id\tstatus\tconfidence\tzh\ten\tzh#\ten#\np1-1\tchecked\t1\t\t\tabcd1234\t\n", "a")
    assert found is not None
    assert not problems
    assert found.rows[0].digests == ("abcd1234", "")


def test_columns_follow_the_document() -> None:
    found, _ = corrections("id\tstatus\tconfidence\ten\tzh\np1-1\tauto\t1\tA\t甲\n", "a.align.tsv")
    assert found is not None
    assert found.in_order_of(("zh-Hant", "en", "fr")).rows[0].texts == ("甲", "A", "")


def test_what_is_wrong_is_told_with_its_line() -> None:
    rows = ["p1-1\tsure\t1\t甲\tA", "p1-2\tauto\thigh\t乙\tB", "p1-3\t\t\t丙\tC", "p1-3\tauto\t1\t丁\tD"]
    text = "\n".join(["id\tstatus\tconfidence\tzh\ten", *rows])
    found, problems = corrections(text, "a.align.tsv")
    assert found is not None
    assert [row.id for row in found.rows] == ["p1-3", "p1-3"]
    assert [(problem.code, problem.place.line) for problem in problems] == [
        ("broken-corrections", at) for at in (2, 3, 5)
    ]
    assert corrections("甲\tA\n", "a.align.tsv")[0] is None
    assert corrections("", "a.align.tsv")[1][0].place.line == 1
