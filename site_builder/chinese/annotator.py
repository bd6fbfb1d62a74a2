"""The annotator of Chinese."""

from site_builder.annotating import Annotator
from site_builder.chinese.cantonese import jyutping
from site_builder.chinese.conversion import other_script
from site_builder.chinese.credits import CREDITS
from site_builder.chinese.dictionary import band, levels, meanings, parts
from site_builder.chinese.pinyin import in_zhuyin, pinyin
from site_builder.chinese.segmenting import words

CHINESE = Annotator(
    variants=other_script,
    words=words,
    readings={"pinyin": pinyin, "zhuyin": in_zhuyin, "jyutping": jyutping},
    levels=levels,
    band=band,
    meanings=meanings,
    parts=parts,
    credits=CREDITS,
)
