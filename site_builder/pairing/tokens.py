"""The words of a unit, as an aligner wants them: Chinese ones by the longest match, English ones as roots, others as
they are written; numbers as values (#3200), Latin letters in another script with an @ before them."""

import re

from site_builder.lexicons import folding, translations
from site_builder.pairing import numerals
from site_builder.pairing.roots import root

_LATIN = re.compile("[A-Za-z]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_ENGLISH = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?(?:[a-z]+)?")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d[\d,.]*")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)

Tokens = list[str]


def chinese(text: str) -> Tokens:
    """Words of the dictionary, the longest first; characters it does not know stand for themselves."""
    folded = text.translate(folding())
    words = translations()
    found: Tokens = []
    for run in _HAN.finditer(folded):
        at, end = run.span()
        while at < end:
            size = words.longest(folded, at, end)
            found.append(folded[at : at + size])
            at += size
    found += [f"@{root(word.lower())}" for word in _LATIN.findall(folded)]
    return found + list(map(_number, numerals.chinese(text)))


def english(text: str) -> Tokens:
    """Roots of all words, and numbers."""
    lower = text.lower()
    words = _ENGLISH.findall(lower)
    return [root(word) for word in _LATIN.findall(lower)] + list(map(_number, numerals.english(words)))


def any_language(text: str) -> Tokens:
    """Words in lower case; where words do not stand apart, pairs of letters."""
    found: Tokens = []
    for word in _WORD.findall(text.translate(folding()).lower()):
        if _UNSPACED.search(word):
            found += [word[at : at + 2] for at in range(len(word) - 1)] or [word]
        else:
            found.append(word)
    return found + ["#" + digits.rstrip(".,").replace(",", "") for digits in _DIGITS.findall(text)]


def _number(value: float) -> str:
    return f"#{value:g}"
