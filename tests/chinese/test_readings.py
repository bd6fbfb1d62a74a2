"""Readings of Chinese: accuracy on characters that have several, tones, names, doubts, and what the author says."""

from pathlib import Path

import pytest

from site_builder.annotating import Doubt, Pronounced
from site_builder.chinese.cantonese import jyutping
from site_builder.chinese.conversion import simplified
from site_builder.chinese.pinyin import in_zhuyin, pinyin, sentence_syllables
from site_builder.chinese.segmenting import words
from site_builder.chinese.syllables import marked, zhuyin
from site_builder.overrides import NONE, Overrides, OwnReading

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "least"), [("readings-main", 0.92), ("readings-held-out", 0.94)])
def test_most_characters_with_several_readings_are_read_rightly(name: str, least: float) -> None:
    items = _items(name)
    right = [reading == sentence_syllables(simplified(text))[at] for text, at, reading in items]
    assert sum(right) / len(items) >= least


def test_most_wrong_readings_are_doubted_and_few_of_all() -> None:
    items = _items("readings-main") + _items("readings-held-out")
    doubted = [any(doubt.start == at for doubt in _read(text).doubts) for text, at, _ in items]
    wrong = [sentence_syllables(simplified(text))[at] != reading for text, at, reading in items]
    assert sum(map(min, doubted, wrong)) / sum(wrong) > 0.8
    assert sum(doubted) / len(items) < 0.2


def test_a_reading_has_the_tones_of_dictionaries() -> None:
    assert _read("進一步，可不是，一輪").readings[0] == "jìn yī bù"
    assert "bù" in _read("可不是").readings[0].split()


def test_names_have_a_capital() -> None:
    assert _read("北京的政府").readings == ("Běi jīng", "de", "zhèng fǔ")


def test_what_is_no_chinese_has_no_reading_and_moves_nothing() -> None:
    assert _read("完成6.0版改革40個").readings == ("wán chéng", "bǎn", "gǎi gé", "gè")


def test_the_author_knows_better_and_is_not_doubted() -> None:
    text = "以研發創新為特色"
    assert "wèi" in _read(text).readings
    own = Overrides(readings=(OwnReading("創新为特色", 2, 3, "wéi"),))
    read = _read(text, own)
    assert "wéi" in read.readings
    assert Doubt(5, 6, "wèi", "wéi") in _read(text).doubts
    assert not any(doubt.start == 5 for doubt in read.doubts)


def test_zhuyin_says_the_same() -> None:
    found = words(["著力發揮"], "zh-Hant", NONE)
    assert in_zhuyin(["著力發揮"], found, "zh-Hant", NONE) == [Pronounced(("ㄓㄨㄛˊ ㄌㄧˋ", "ㄈㄚ ㄏㄨㄟ"))]


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("de", "˙ㄉㄜ"),
        ("lǜ", "ㄌㄩˋ"),
        ("xué", "ㄒㄩㄝˊ"),
        ("yuán", "ㄩㄢˊ"),
        ("wēng", "ㄨㄥ"),
        ("zhī", "ㄓ"),
        ("ér", "ㄦˊ"),
    ],
)
def test_syllables_in_zhuyin(pinyin: str, expected: str) -> None:
    assert zhuyin(pinyin) == expected


@pytest.mark.parametrize(
    ("numbered", "expected"),
    [("Bei3 jing1", "Běi jīng"), ("lu:4", "lǜ"), ("jiu3 gui4", "jiǔ guì"), ("zhuang4", "zhuàng"), ("r5", "r")],
)
def test_numbers_become_marks(numbered: str, expected: str) -> None:
    assert marked(numbered) == expected


def test_jyutping_reads_both_scripts() -> None:
    for text in ("香港人愛飲茶", "香港人爱饮茶"):
        (read,) = jyutping([text], words([text], "zh", NONE), "zh", NONE) or ()
        assert read.readings[0].startswith("hoeng1 gong2")


def test_other_chinese_languages_are_not_read_as_mandarin() -> None:
    found = words(["香港"], "yue", NONE)
    assert pinyin(["香港"], found, "yue", NONE) is None
    assert in_zhuyin(["香港"], found, "nan", NONE) is None
    assert jyutping(["香港"], found, "nan", NONE) is None


def _read(text: str, own: Overrides = NONE) -> Pronounced:
    (read,) = pinyin([text], words([text], "zh-Hant", own), "zh-Hant", own) or ()
    return read


def _items(name: str) -> list[tuple[str, int, str]]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(text.replace("[", "").replace("]", ""), text.index("["), reading) for text, reading in rows]
