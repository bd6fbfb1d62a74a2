"""Jyutping of Chinese lines, by ToJyutping, which knows Traditional characters."""

from collections.abc import Sequence

from site_builder.annotating import Pronounced, Texts, Word
from site_builder.chinese.conversion import is_simplified, of_one_length, simplified, traditional
from site_builder.chinese.own_readings import own_readings
from site_builder.overrides import Overrides

_READ_SO = frozenset(["zh", "yue", "lzh"])


def jyutping(texts: Texts, words: Sequence[Sequence[Word]], tag: str, own: Overrides) -> list[Pronounced] | None:
    """Each word's syllables with spaces between them. The author's readings count in Cantonese texts alone: in others
    they are Mandarin."""
    code = tag.lower().split("-")[0]
    if code not in _READ_SO:
        return None
    convert = is_simplified(tag, texts)
    read = [of_one_length(text, traditional(text, "zh-HK")) if convert else text for text in texts]
    own_ones = own.readings if code == "yue" else ()
    found = []
    for text, spoken in zip(texts, map(_syllables, read), strict=True):
        for at, syllable in own_readings(simplified(text), own_ones).items() if own_ones else ():
            spoken[at] = syllable
        found.append(spoken)
    return [
        Pronounced(tuple(" ".join(filter(None, spoken[word.start : word.end])) for word in each))
        for spoken, each in zip(found, words, strict=True)
    ]


def _syllables(text: str) -> list[str]:
    from ToJyutping import get_jyutping_list

    return [syllable or "" for _, syllable in get_jyutping_list(text)]
