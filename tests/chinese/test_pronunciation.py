"""The compiled table reads as the package does that it was compiled from."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.mmseg import seg

from site_builder.pronunciation import mandarin

PHRASES = sorted(phrase for phrase in PHRASES_DICT if all(ord(each) in PINYIN_DICT for each in phrase))
COMMON = [chr(number) for number in sorted(PINYIN_DICT) if 0x4E00 <= number <= 0x9FFF]
RUNS = st.lists(st.sampled_from(PHRASES) | st.sampled_from(COMMON), min_size=1, max_size=5).map("".join)


@given(RUNS)
@settings(max_examples=300, deadline=None)
def test_a_run_of_characters_is_read_as_pypinyin_reads_it(run: str) -> None:
    theirs = [reading[0] for reading in pinyin(list(seg.cut(run)), style=Style.TONE)]
    ours: list[str] = []
    start = 0
    while start < len(run):
        end, syllables = mandarin().longest(run, start)
        assert end > start
        ours += syllables
        start = end
    assert ours == theirs


def test_a_character_that_nobody_knows_has_no_reading() -> None:
    assert mandarin().longest("\U0003ffff", 0) == (1, [""])
