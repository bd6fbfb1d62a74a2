"""Numbers of both languages come to the same value."""

import pytest

from site_builder.pairing import numerals

SAME = [
    ("3200億元", "320 billion yuan"),
    ("近240萬平方米", "almost 2.4 million square meters"),
    ("42.9%", "42.9%"),
    ("百分之四十", "forty percent"),
    ("1.2万亿", "1.2 trillion"),
    ("三千二百", "three thousand two hundred"),
    ("二是", "second"),
    ("第十六屆", "the sixteenth session"),
    ("近一半", "nearly half"),
    ("增至近三倍", "nearly tripled"),
    ("翻一番", "doubled"),
    ("一百二十三人", "one hundred and twenty-three people"),
    ("二〇二四年", "2024"),
    ("1,200個和21日", "1,200 and the 21st"),
]


@pytest.mark.parametrize(("chinese", "english"), SAME)
def test_the_values_agree(chinese: str, english: str) -> None:
    words = english.replace("-", " ").split()
    assert numerals.chinese(chinese) == list(numerals.english([word.rstrip("%") for word in words]))


@pytest.mark.parametrize("text", ["一批項目", "一體化", "進一步", "統一", "一個", "5G"[1:]])
def test_set_phrases_are_no_numbers(text: str) -> None:
    assert numerals.chinese(text) == []
