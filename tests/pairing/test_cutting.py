"""Paragraphs of any size and any number of languages are cut without a loss."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import Line, Span
from site_builder.pairing.cutting import Held, cut

TEXT = st.text(alphabet=st.sampled_from("。！？，；“”.?!,;\"' \n今天人民發展Aabc 5G3.5"), max_size=60)
LONG = st.lists(st.sampled_from(["他來了。", "第3天下雨，", "誰？", "“好！”", "他說。"]), min_size=8, max_size=30).map(
    "".join
)
LONGER = st.lists(st.sampled_from(["He came. ", "On day 3 it rained. ", "Who? ", "'Good!' "]), min_size=8, max_size=30)


@settings(deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.data())
def test_any_number_of_languages_joined_are_the_texts(texts: list[str], data: st.DataObject) -> None:
    languages = ("zh-Hant", "en", "fr", "ja")[: len(texts)]
    rows = cut(tuple(map(Line, texts)), languages).rows
    assert ["".join(lines[side].text for lines, _ in rows) for side in range(len(texts))] == texts
    assert all(0.0 <= confidence <= 1.0 for _, confidence in rows)


@settings(deadline=None, max_examples=30)
@given(LONG, LONGER)
def test_long_paragraphs_joined_are_the_texts(chinese: str, english: list[str]) -> None:
    rows = cut((Line(chinese), Line("".join(english))), ("zh-Hant", "en")).rows
    assert "".join(lines[0].text for lines, _ in rows) == chinese
    assert "".join(lines[1].text for lines, _ in rows) == "".join(english)


@settings(deadline=None)
@given(TEXT.filter(bool), TEXT.filter(bool), st.lists(st.tuples(*[st.integers(0, 60)] * 4), max_size=3), st.booleans())
def test_what_is_held_stays_and_nothing_is_lost(
    one: str, two: str, cuts: list[tuple[int, int, int, int]], third: bool
) -> None:
    held = _apart(one, two, cuts)
    lines = (Line(one, (Span(len(one), len(one), "note", "1"),)), Line(two), *([Line("un deux.")] if third else []))
    found = cut(lines, ("zh-Hant", "en", "fr")[: len(lines)], [(*each, None)[: len(lines)] for each in held])
    order = found.order or (range(len(found.rows)),) * len(lines)
    for side, line in enumerate(lines):
        assert "".join(found.rows[at][0][side].text for at in order[side]) == line.text
    if not third:
        texts = [tuple(line.text for line in row) for row, _ in found.rows]
        assert all(
            (one[slice(*own)] if own else "", two[slice(*other)] if other else "") in texts for own, other in held
        )


def test_sentences_of_a_long_paragraph_are_matched_by_what_they_say() -> None:
    chinese = "".join(f"第{number}條規定了{number}項內容。" * (number != 7) for number in range(1, 31))
    english = " ".join(f"Article {number} has {number} provisions." for number in range(1, 31) if number != 20)
    rows = cut((Line(chinese), Line(english)), ("zh-Hant", "en")).rows
    paired = [(lines[0].text, lines[1].text) for lines, _ in rows if all(lines)]
    assert len(paired) == 28
    assert all(set(re.findall(r"\d+", source)) & set(re.findall(r"\d+", target)) for source, target in paired)


def test_a_sentence_that_faces_several_is_cut_at_its_clauses() -> None:
    plain = [(f"他有{number}匹馬。", f"He has {number} horses.") for number in range(11, 18)]
    faced = (
        "春天來了，花開了，鳥唱歌，孩子們笑。",
        "Spring has come. The flowers bloom. Birds sing. The children laugh.",
    )
    sides = [*plain[:4], faced, *plain[4:]]
    rows = cut(
        (Line("".join(one for one, _ in sides)), Line(" ".join(two for _, two in sides))), ("zh-Hant", "en")
    ).rows
    assert len(rows) == 7 + 4


@pytest.mark.parametrize(
    "texts", [("一。二。三。", "One. Two. Three.", "Un. Deux. Trois."), ("一。二。", "One. Two.", "Un deux.")]
)
def test_three_languages_are_cut_where_all_agree(texts: tuple[str, ...]) -> None:
    rows = cut(tuple(map(Line, texts)), ("zh-Hant", "en", "fr")).rows
    assert len(rows) == (3 if "Trois" in texts[2] else 1)


def _apart(one: str, two: str, cuts: list[tuple[int, int, int, int]]) -> list[tuple[tuple[int, int] | None, ...]]:
    """Ranges of both texts that do not overlap; one side of some is nothing."""
    held: list[Held] = []
    for a, b, c, d in cuts:
        own, other = _range(a, b, len(one)), _range(c, d, len(two))
        apart = all(
            not (mine and his and mine[0] < his[1] and his[0] < mine[1])
            for each in held
            for mine, his in zip((own, other), each, strict=True)
        )
        if apart and (own or other):
            held.append((own, other))
    return held


def _range(start: int, stop: int, length: int) -> tuple[int, int] | None:
    start, stop = sorted((min(start, length), min(stop, length)))
    return (start, stop) if start < stop else None
