"""Paragraphs are cut where the other language needs it, and nothing is lost or moved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draft import Block
from site_builder.model import Line, Span
from site_builder.problems import Place
from tests.pairing.paragraphs import block, gold, paired, score

CONSTRUCTED = ("news", "policy", "stories", "things")
TEXT = st.text(alphabet=st.sampled_from("。！？，；“”「」（）.?!,;\"' \n今天人民發展Aabc 5G3.5"), max_size=50)


def test_the_report_is_aligned_as_by_hand() -> None:
    assert score(gold("report")) >= 0.97


def test_it_is_the_same_with_english_first() -> None:
    assert score(gold("report"), english_first=True) >= 0.97


def test_other_subjects_are_aligned_as_by_hand() -> None:
    paragraphs = [segments for name in CONSTRUCTED for segments in gold(name)]
    assert len(paragraphs) >= 30
    assert score(paragraphs) >= 0.95


def test_paragraphs_that_set_no_weight_are_aligned_as_well() -> None:
    assert score(gold("unseen")) >= 0.95


def test_confidence_is_lower_where_the_cut_is_open() -> None:
    clear = paired(block("今年增長3%，明年增長5%。", "Growth is 3% this year. Next year it is 5%."))
    open_to_doubt = paired(block("他們來了，走了，又來了。", "They came and went. Then they were back."))
    assert min(segment.confidence for segment in clear.segments()) > max(
        segment.confidence for segment in open_to_doubt.segments()
    )


def test_a_sentence_is_not_cut_where_whole_sentences_agree() -> None:
    document = paired(block("水很熱，茶很苦。我們走了。", "The water is hot, the tea bitter. We left."))
    assert [segment.lines[0].text for segment in document.segments()] == ["水很熱，茶很苦。", "我們走了。"]


def test_a_paragraph_without_translation_has_a_segment_a_sentence() -> None:
    document = paired(block("第一句。第二句，還有。", ""))
    assert [(segment.lines[0].text, segment.lines[1].text) for segment in document.segments()] == [
        ("第一句。", ""),
        ("第二句，還有。", ""),
    ]


@pytest.mark.parametrize("languages", [("zh-Hant", "en"), ("en", "zh-Hans"), ("fr", "en"), ("ja", "zh-Hant")])
@settings(deadline=None)  # the first example reads the tables
@given(source=TEXT, target=TEXT)
def test_joined_segments_are_the_paragraph(languages: tuple[str, str], source: str, target: str) -> None:
    document = paired(block(source, target), languages=languages)
    (pair,) = document.pairs()
    assert (pair.text(0), pair.text(1)) == (source, target)
    assert all(0.0 <= segment.confidence <= 1.0 for segment in pair.segments)
    assert all(any(segment.lines) for segment in pair.segments) or not source + target


@settings(deadline=None)  # the first example reads the tables
@given(text=TEXT, places=st.lists(st.integers(0, 50), max_size=4))
def test_note_marks_stay_where_they_are(text: str, places: list[int]) -> None:
    marks = tuple(Span(at, at, "note", str(at)) for at in sorted({min(at, len(text)) for at in places}))
    document = paired(Block("paragraph", ((Line(text, marks), Line("One. Two. Three.")),), Place("text.txt", 1)))
    found, before = [], 0
    for segment in document.segments():
        found += [before + span.start for span in segment.lines[0].of_kind("note")]
        before += len(segment.lines[0].text)
    assert found == [mark.start for mark in marks]


def test_a_long_paragraph_is_aligned_in_order() -> None:
    chinese = "".join(f"第{number}條規定了{number}項內容，大家都要遵守。" for number in range(1, 61))
    english = " ".join(f"Article {number} has {number} provisions that all must heed." for number in range(1, 61))
    segments = list(paired(block(chinese, english)).segments())
    assert len(segments) == 60
    assert all(str(number) in segment.lines[1].text for number, segment in enumerate(segments, 1))
