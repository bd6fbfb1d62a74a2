"""Scripts, and the languages they suggest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.scripts import chinese_tag, language_tag, script


@pytest.mark.parametrize(
    ("text", "code", "tag"),
    [
        ("新增5G基站3萬個", "Hani", "zh-Hant"),
        ("通用人工智能（AGI）为各行业所用", "Hani", "zh-Hans"),
        ("The Chinese term 亮馬河 is a name.", "Latn", "en"),
        ("café", "Latn", "en"),
        ("東京タワーに行きました。", "Kana", "ja"),
        ("中文書裏引了一個の字", "Hani", "zh-Hant"),
        ("서울은 大韓民國의 수도이다", "Hang", "ko"),
        ("Москва", "Cyrl", "ru"),
        ("Αθήνα", "Grek", "el"),
        ("مرحبا", "Arab", "ar"),
        ("שלום", "Hebr", "he"),
        ("สวัสดี", "Thai", "th"),
        ("नमस्ते", "Deva", "hi"),
        ("2024 — 42.9%", "", "und"),
        ("", "", "und"),
    ],
)
def test_the_main_script_is_found(text: str, code: str, tag: str) -> None:
    assert (script(text), language_tag(text)) == (code, tag)


def test_a_few_simplified_forms_do_not_make_a_traditional_text_simplified() -> None:
    assert chinese_tag("加快構建以企業為主導的產學研深度融合新范式") == "zh-Hant"
    assert chinese_tag("为了中国的发展") == "zh-Hans"


@settings(deadline=None)  # the first example reads the tables
@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    assert script(text) in {"", language_tag(text) and script(text)}
    assert language_tag(text)
