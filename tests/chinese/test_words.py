"""Words of Chinese, held to texts that were cut by hand."""

from pathlib import Path

import pytest

from site_builder.chinese.dictionary import parts
from site_builder.chinese.segmenting import HAN, words
from site_builder.overrides import NONE, Overrides

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "most"), [("words-report", 16), ("words-hard", 20)])
def test_few_words_are_cut_otherwise_than_by_hand(name: str, most: int) -> None:
    faults = [fault for line in _gold(name) for fault in _faults(line)]
    assert len(faults) <= most, faults


def test_what_the_author_lists_stays_together_in_either_script() -> None:
    text = "推進三城一區建設"
    assert "三城一區" not in _cut(text)
    assert _cut(text, Overrides(words=("三城一區",))) == ["推進", "三城一區", "建設"]
    assert _cut(text, Overrides(words=("三城一区",))) == ["推進", "三城一區", "建設"]


def test_the_longest_listed_word_wins() -> None:
    assert _cut("三城一區", Overrides(words=("三城", "三城一區"))) == ["三城一區"]


def test_a_listed_word_may_begin_and_end_inside_of_others() -> None:
    assert _cut("研究生命起源", Overrides(words=("究生命",))) == ["研", "究生命", "起源"]


def test_words_know_their_form_in_dictionaries() -> None:
    assert [word.key for word in words(["為人民服務。"], "zh-Hant", NONE)[0]] == ["为", "人民", "服务"]


def test_a_word_that_no_dictionary_has_is_split_into_words_and_never_into_characters() -> None:
    assert _cut("重大項目") == ["重大", "項目"]
    assert _cut("營商環境") == ["營商", "環境"]


def test_parts_of_a_word_are_words_and_those_of_an_unknown_one_characters_too() -> None:
    assert parts("人工智能") == ("人工", "智能")
    assert parts("营商") == ("营", "商")
    assert parts("政府") == ()


def _gold(name: str) -> list[str]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _cut(text: str, own: Overrides = NONE) -> list[str]:
    return [text[word.start : word.end] for word in words([text], "zh-Hant", own)[0]]


def _faults(line: str) -> list[str]:
    """Places between two Han characters that are a boundary in one and not in the other; `·` may be one."""
    text, needed, allowed = "", set(), set()
    for character in line:
        if character in " ·":
            (needed if character == " " else allowed).add(len(text))
        else:
            text += character
    found = {place for word in words([text], "zh-Hant", NONE)[0] for place in (word.start, word.end)}
    wrong = (found - needed - allowed) | (needed - found)
    return [
        f"{text[:at][-4:]}|{text[at:][:4]}"
        for at in sorted(wrong)
        if len(text[at - 1 : at + 1]) == 2 and HAN.fullmatch(text[at - 1 : at + 1])
    ]
