"""The other script of Chinese texts."""

import pytest

from site_builder.chinese.conversion import other_script, simplified


@pytest.mark.parametrize(
    ("tag", "text", "script", "expected"),
    [
        ("zh-Hant", "著力發揮作用", "zh-Hans", "着力发挥作用"),
        ("zh-Hant", "小米智能手機", "zh-Hans", "小米智能手机"),
        ("zh-Hans", "为人民服务", "zh-Hant", "為人民服務"),
        ("zh", "为人民服务", "zh-Hant", "為人民服務"),
        ("zh-CN", "里面有线", "zh-Hant", "裡面有線"),
        ("zh-Hans-HK", "里面", "zh-Hant-HK", "裏面"),
        ("zh-TW", "頭髮", "zh-Hans", "头发"),
        ("zh-Hans", "智能项目支持", "zh-Hant", "智能項目支持"),
        # what OpenCC gets right, and should go on to
        ("zh-Hans", "皇后和太后后来都走了", "zh-Hant", "皇后和太后後來都走了"),
        ("zh-Hans", "系里的同学都系着领带", "zh-Hant", "系裡的同學都繫著領帶"),
        ("zh-Hans", "征税的官员出征去了", "zh-Hant", "徵稅的官員出征去了"),
        ("zh-Hans", "真抓实干，加油干", "zh-Hant", "真抓實幹，加油幹"),
    ],
)
def test_a_text_in_the_other_script(tag: str, text: str, script: str, expected: str) -> None:
    assert other_script([text], tag) == (script, [expected])


def test_the_simplified_copy_has_the_length_of_the_text() -> None:
    assert simplified("發展") == "发展"
    assert simplified("𠮷野家發展") == "𠮷野家发展"
