"""Which language a file's name, an attribute or the head of a column says."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from site_builder.language_tags import CODES, code_of, subtag
from site_builder.scripts import chinese_tag

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SUBTAG = re.compile(r"[A-Za-z]{4}|[A-Za-z]{2}|[0-9]{3}|[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}")  # BCP 47, 2.1

# What languages are called at the head of a column, in English, in Chinese and by themselves.
_CALLED = """
zh: 中文 漢語 汉语 漢文 汉文 華語 华语 國語 国语 中 chinese
zh-Hant: 繁體中文 繁体中文 正體中文 繁體 正體 traditional~chinese
zh-Hans: 简体中文 簡體中文 简体 簡體 simplified~chinese
lzh: 文言 文言文 古文 classical~chinese
yue: 粵語 粤语 cantonese
en: 英文 英語 英语 英 english
ja: 日文 日語 日语 日本語 japanese
ko: 韓文 韩文 韓語 韩语 한국어 korean
fr: 法文 法語 法语 français french
de: 德文 德語 德语 deutsch german
es: 西班牙文 西班牙語 西班牙语 español spanish
ru: 俄文 俄語 俄语 русский russian
it: 義大利文 意大利语 italiano italian
pt: 葡萄牙文 葡萄牙语 português portuguese
la: 拉丁文 拉丁语 latina latin
el: 希臘文 希腊语 ελληνικά greek
ar: 阿拉伯文 阿拉伯语 العربية arabic
he: 希伯來文 希伯来语 עברית hebrew
vi: 越南文 越南語 越南语 vietnamese
bo: 藏文 藏語 藏语 tibetan
sa: 梵文 sanskrit
pi: 巴利文 巴利語 pali
"""
_NAMES = {
    name.replace("~", " "): tag
    for tag, names in (entry.split(":") for entry in _CALLED.strip().split("\n"))
    for name in names.split()
}


class EditionName(NamedTuple):
    """A file's name taken apart: the document it is an edition of, and the code of its language as typed."""

    name: str
    said: str


def edition_name(path: str, endings: Iterable[str]) -> EditionName | None:
    """What `mengzi.zh.docx`, `mengzi_zh.docx` or `mengzi/zh.docx` says; None where a name says no language, or has
    none of the endings (lower case, without a dot)."""
    stem, dot, ending = path.rpartition(".")
    if not dot or ending.lower() not in endings:
        return None
    found = re.fullmatch(r"(?:(?P<name>.*)[._/])?(?P<said>[^._/]+)", stem, re.DOTALL)
    return EditionName(found["name"] or "", found["said"]) if found and is_tag(found["said"]) else None


def tag_named(text: str) -> str:
    """The tag of the language that a text names or is the code of: `英文` and `EN` → en; "" when it is neither."""
    bare = " ".join(text.split()).strip(":：()（）").casefold()
    if bare in _NAMES:
        return _NAMES[bare]
    return tag_of(bare) if is_tag(bare) else ""


def is_tag(text: str) -> bool:
    """Whether a text is the code of a language we know, with subtags or without: `en`, `zh-TW`, `cs-00`."""
    return bool(_TAG.fullmatch(text)) and code_of(text.replace("_", "-")) in CODES


def tag_of(said: str, text: str = "") -> str:
    """The BCP 47 tag for a code as people write it: `zh_tw` → zh-TW. Of `zh` alone, `text` shows which script it means;
    what no tag may hold is left out."""
    code, *subtags = said.replace("_", "-").split("-")
    if code.lower() == "zh" and not subtags and text:
        return chinese_tag(text)
    return "-".join([code.lower(), *(subtag(each) for each in subtags if _SUBTAG.fullmatch(each))])


def known_tag(said: str, text: str, asked: Sequence[str]) -> str:
    """The tag for a code, as site.toml writes that language if it does."""
    same = [tag for tag in asked if code_of(tag) == code_of(said.replace("_", "-"))]
    exact = tag_of(said, text)
    return exact if exact in asked or not same else same[0]


def position(tag: str, asked: Sequence[str]) -> tuple[int, bool, str]:
    """What to sort the languages of a document by: as site.toml orders them; else English, which is mostly a
    translation, last."""
    codes = [code_of(each) for each in asked]
    named = codes.index(code_of(tag)) if code_of(tag) in codes else len(codes)
    return (asked.index(tag) if tag in asked else named, code_of(tag) == "en", tag)
