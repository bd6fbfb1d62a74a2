"""What a document is told to learners by the steps together: beside the lines, which stay as they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.composing import compose
from site_builder.config import Learning
from site_builder.draft import Source, SourceFile
from site_builder.enrichments import NOTHING, Wanted, enrich, matches
from site_builder.model import Annotations, Document, Line, Pair, Section, Segment, Span, in_other_script
from site_builder.overrides import Overrides, overrides
from site_builder.problems import Severity

TEXT = """\
政 府 工 作 報 告

Report on the Work of the Government

以創新為特色,發展40個項目。

Innovation leads 40 projects.
"""


def test_a_document_without_chinese_has_nothing() -> None:
    document = _document("Un jour.\n\nOne day.\n")
    assert not enrich(document, Wanted(Learning())).annotations


def test_without_layers_nothing_is_added() -> None:
    assert _document(TEXT, NOTHING).annotations == ()


def test_lines_stay_as_they_are() -> None:
    plain, told = _document(TEXT), _document(TEXT, Wanted(Learning()))
    assert told.annotations
    assert replace(told, annotations=()) == plain


def test_words_are_those_of_what_a_line_shows() -> None:
    annotations = _told(TEXT)
    (first, *_) = annotations.texts
    assert annotations.texts[first] == "政府工作報告"
    assert _words(annotations, first) == ["政府", "工作", "報告"]
    assert annotations.keys_of(first) == ["政府", "工作", "报告"]
    assert annotations.readings["pinyin"][first] == ("zhèng fǔ", "gōng zuò", "bào gào")


def test_variants_are_the_runs_that_differ() -> None:
    annotations = _told(TEXT)
    (first, *_) = annotations.texts
    assert annotations.script == "zh-Hans"
    assert annotations.variants[first] == (Span(4, 5, "variant", "报"),)


def test_the_author_converts_phrases() -> None:
    annotations = _told(TEXT, Overrides(variants={"創新": "创新 (innovation)"}))
    line = next(line for line, text in annotations.texts.items() if "創新" in text)
    other = in_other_script(annotations.texts[line], annotations.variants[line])
    assert other == "以创新 (innovation)为特色,发展40个项目。"


@given(
    st.text("著力發展后後里裡,。a1𠮷\n", min_size=1, max_size=12),
    st.sampled_from(["zh-Hant", "zh-Hans", "zh-HK", "zh"]),
)
def test_variants_in_their_places_give_the_other_script(text: str, tag: str) -> None:
    from site_builder.chinese.conversion import other_script

    document = _of_line(text, tag)
    (annotations,) = enrich(document, Wanted(Learning())).annotations
    variants = annotations.variants.get("p1-1", ())
    assert in_other_script(text, variants) == other_script([text], tag)[1][0]
    assert all(text[span.start : span.end] != span.value for span in variants)


@given(st.text("著力發展后後里裡,。a1𠮷 \n", min_size=1, max_size=12))
def test_words_stand_in_order_and_each_has_its_readings(text: str) -> None:
    (annotations,) = enrich(_of_line(text, "zh-Hant"), Wanted(Learning())).annotations
    words = annotations.words.get("p1-1", ())
    ends = [place for word in words for place in (word.start, word.end)]
    assert ends == sorted(ends)
    assert all(word.start < word.end for word in words)
    assert all(len(readings.get("p1-1", ())) == len(words) for readings in annotations.readings.values())


def test_levels_name_their_list_and_ours_may_lead() -> None:
    own, _ = overrides({"levels/ours.tsv": "創新\tB1\n項目\tA2\n"})
    wanted = Wanted(Learning(levels=("ours", "hsk-2.0")), own)
    (annotations,) = _document(TEXT, wanted).annotations
    assert [(each.name, each.title) for each in annotations.lists] == [("ours", "ours"), ("hsk-2.0", "HSK 2.0")]
    assert annotations.lists[0].labels == ("A2", "B1")
    assert annotations.entries["创新"].levels == (2, 6)
    assert annotations.entries["项目"].levels[0] == 1
    assert annotations.entries["政府"].levels == (0, 5)


def test_meanings_are_few_and_those_of_the_reading_first() -> None:
    entry = _told(TEXT).entries["为"]
    assert 0 < len(entry.meanings) <= 2
    assert all(0 < len(senses) <= 4 for _, _, senses in entry.meanings)
    assert entry.meanings[0][1] == "wèi"  # as it is read here, rightly or not


def test_only_what_is_asked_for_is_made() -> None:
    (annotations,) = _document(TEXT, Wanted(Learning(layers=("scripts",)))).annotations
    assert annotations.variants
    assert not annotations.words
    assert not annotations.readings
    (annotations,) = _document(TEXT, Wanted(Learning(layers=("readings",), readings=("jyutping",)))).annotations
    assert list(annotations.readings) == ["jyutping"]
    assert not annotations.entries


def test_notes_are_told_too() -> None:
    text = "# 春 | Spring\n\n春天[^1]到了。\n\nSpring[^1] is here.\n\n[^1]: 萬物生長。\n"
    annotations = _told(text, path="text.md")
    assert _words(annotations, "n1/1") == ["萬物", "生長"]


def test_a_doubtful_reading_is_a_remark() -> None:
    source = Source("text", "interleaved", (SourceFile("text.txt", TEXT.encode()),))
    problems = compose(source, (), wanted=Wanted(Learning())).problems
    found = [problem for problem in problems if problem.code == "doubtful-reading"]
    assert any("為" in problem.message and "wéi" in problem.message for problem in found)
    assert {problem.severity for problem in found} == {Severity.INFO}


@pytest.mark.parametrize(("word", "there"), [("創新", True), ("创新", True), ("京通", False)])
def test_an_override_matches_in_either_script(word: str, there: bool) -> None:
    own, _ = overrides({"words.txt": word})
    assert list(matches(_document(TEXT, Wanted(Learning(), own)), own.rows)) == ([0] if there else [])


def _document(text: str, wanted: Wanted = NOTHING, path: str = "text.txt") -> Document:
    document = compose(Source("text", "interleaved", (SourceFile(path, text.encode()),)), (), wanted=wanted).document
    assert document is not None
    return document


def _told(text: str, own: Overrides | None = None, path: str = "text.txt") -> Annotations:
    (annotations,) = _document(text, Wanted(Learning(), own or Overrides()), path).annotations
    return annotations


def _of_line(text: str, tag: str) -> Document:
    pair = Pair("p1", "paragraph", (Segment("p1-1", (Line(text), Line("x"))),))
    return Document("text", (tag, "en"), ("", ""), (Section("s1", 0, (pair,)),))


def _words(annotations: Annotations, line: str) -> list[str]:
    return [annotations.texts[line][word.start : word.end] for word in annotations.words[line]]
