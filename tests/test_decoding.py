"""Bytes become text, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.decoding import decode
from site_builder.draft import SourceFile

CHINESE = "他們把生詞寫在卡片上，晚上再複習一遍。這是我們的國家，大家都來了。"


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in decode(SourceFile("text.txt", data)).problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_a_mark_is_read(encoding: str) -> None:
    assert decode(SourceFile("text.txt", CHINESE.encode(encoding))) == (CHINESE, ())


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (CHINESE, "gb18030", "GB18030"),
        ("我爱你", "gbk", "GB18030"),
        (CHINESE, "big5", "Big5"),
        ("今日は天気がいいですね。", "shift_jis", "Shift_JIS"),
        ("今日は天気がいいですね。", "euc_jp", "EUC-JP"),
        ("안녕하세요 저는 한국인입니다", "euc_kr", "EUC-KR"),
        ("Привет, как дела", "cp1251", "windows-1251"),
        ("Café déjà vu, très élégant", "latin-1", "windows-1252"),
        (CHINESE + "in English", "utf-16-le", "UTF-16LE"),
    ],
)
def test_other_encodings_are_guessed(text: str, encoding: str, name: str) -> None:
    decoded = decode(SourceFile("my text.txt", text.encode(encoding)))
    assert decoded.text is None
    assert decoded.problems[0].code == "not-utf-8"
    assert decoded.problems[0].message.endswith(f"it looks like {name}")
    assert f"iconv -f {name} -t UTF-8 'my text.txt'" in decoded.problems[0].hint


def test_a_few_wrong_bytes_are_shown_where_they_are() -> None:
    data = CHINESE.encode() + b"\n" + CHINESE.encode() + b"\xff"
    (problem,) = decode(SourceFile("text.txt", data)).problems
    assert (problem.place.line, problem.place.column) == (2, len(CHINESE) + 1)
    assert problem.message == "the file is not UTF-8 text"


def test_line_ends_are_made_one() -> None:
    assert decode(SourceFile("text.txt", b"a\r\nb\rc\nd")).text == "a\nb\nc\nd"


def test_control_characters_are_left_out_and_told_once() -> None:
    decoded = decode(SourceFile("text.txt", b"one\ntw\0o\x07"))
    (problem,) = decoded.problems
    assert decoded.text == "one\ntwo"
    assert (problem.place.line, problem.place.column) == (2, 3)
    assert problem.message == "there is an invisible character U+0000 (NUL) and 1 more"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xff\xfe"])
def test_an_empty_file_is_told(data: bytes) -> None:
    assert codes(data) == ["empty-file"]


@given(st.binary(max_size=400))
def test_no_bytes_raise_and_none_are_dropped_in_silence(data: bytes) -> None:
    decoded = decode(SourceFile("text.txt", data))
    assert decoded.text is not None or decoded.problems
