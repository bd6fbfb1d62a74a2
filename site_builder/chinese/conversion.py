"""Traditional and Simplified Chinese, by OpenCC. Characters are converted, never the choice of words.

`tw2s` and not `t2s`, which leaves 著力 as it is; `s2tw` and not `s2t`, which writes 爲 啓 羣.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from site_builder.scripts import chinese_tag

if TYPE_CHECKING:
    from opencc import OpenCC

_TRADITIONAL = frozenset(["hant", "tw", "hk", "mo"])
_SIMPLIFIED = frozenset(["hans", "cn", "sg", "my"])


def is_simplified(tag: str, texts: Sequence[str]) -> bool:
    """Whether texts are Simplified: the tag says so by its script, else its region, else the characters do."""
    subtags = tag.lower().split("-")[1:]
    for subtag in subtags:
        if subtag in _TRADITIONAL or subtag in _SIMPLIFIED:
            return subtag in _SIMPLIFIED
    return chinese_tag("".join(texts)) == "zh-Hans"


@lru_cache(maxsize=2_000)  # words and readings ask for the same lines
def simplified(text: str) -> str:
    """The text in Simplified characters; the text itself where that would be longer or shorter."""
    return of_one_length(text, _converter("tw2s").convert(text))


def traditional(text: str, tag: str) -> str:
    """The text as it is written in Taiwan, or in Hong Kong and Macau where the tag says so."""
    subtags = tag.lower().split("-")
    return str(_converter("s2hk" if {"hk", "mo", "yue"} & set(subtags) else "s2tw").convert(text))


def other_script(texts: Sequence[str], tag: str) -> tuple[str, list[str]]:
    """The tag of the script that the texts are not in, and each of them in it."""
    code, *subtags = tag.split("-")
    region = [subtag for subtag in subtags if len(subtag) == 2]
    if is_simplified(tag, texts):
        return "-".join([code, "Hant", *(one for one in region if one.lower() in _TRADITIONAL)]), [
            traditional(text, tag) for text in texts
        ]
    return "-".join([code, "Hans"]), [str(_converter("tw2s").convert(text)) for text in texts]


def of_one_length(text: str, other: str) -> str:
    """The other text, if offsets in one are offsets in the other."""
    return other if len(other) == len(text) else text


@cache
def _converter(name: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(name)
