"""Mandarin syllables: from numbers to tone marks, and from pinyin to zhuyin, as Taiwan's Ministry of Education has it.

fa1 zhan3  →  fā zhǎn        zhǎn  →  ㄓㄢˇ        de  →  ˙ㄉㄜ
"""

import re
import unicodedata
from functools import lru_cache

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_TONES = {"\u0304": "", "\u0301": "ˊ", "\u030c": "ˇ", "\u0300": "ˋ"}  # the first tone has no mark in zhuyin
_NUMBERED = re.compile(r"([A-Za-zÜü:]+)([1-5])")
# The mark stands on a or e, on the o of ou, else on the last vowel.
_VOWEL = re.compile(r"[aeAE]|[oO](?=u)|[iouüIOUÜ](?=[^aeiouüAEIOUÜ]*$)")

_INITIALS = {
    "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ", "l": "ㄌ", "g": "ㄍ", "k": "ㄎ",
    "h": "ㄏ", "j": "ㄐ", "q": "ㄑ", "x": "ㄒ", "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ",
    "s": "ㄙ",
}  # fmt: skip
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ",
    "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "i": "ㄧ", "ia": "ㄧㄚ", "ie": "ㄧㄝ", "iao": "ㄧㄠ",
    "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ", "io": "ㄧㄛ",
    "iai": "ㄧㄞ", "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ",
    "uang": "ㄨㄤ", "ong": "ㄨㄥ", "ueng": "ㄨㄥ", "ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ",
}  # fmt: skip
# Syllables that begin with no consonant are spelled with y and w.
_SPELLED = {"yi": "i", "yin": "in", "ying": "ing", "you": "iu", "yong": "iong", "wu": "u", "wei": "ui", "wen": "un"}
_SPELLED |= {"weng": "ueng", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün"}


@lru_cache(maxsize=20_000)
def marked(numbered: str) -> str:
    """A reading as CC-CEDICT types it, with marks for the numbers: Bei3 jing1 → Běi jīng, lu:4 → lǜ."""
    return _NUMBERED.sub(lambda match: _marked(match[1], match[2]), numbered)


def _marked(letters: str, tone: str) -> str:
    letters = letters.replace("u:", "ü").replace("U:", "Ü").replace("v", "ü")
    vowel = _VOWEL.search(letters)
    if tone not in _MARKS or not vowel:
        return letters
    return unicodedata.normalize("NFC", letters[: vowel.end()] + _MARKS[tone] + letters[vowel.end() :])


@lru_cache(maxsize=20_000)
def zhuyin(pinyin: str) -> str:
    """Syllables of pinyin with spaces between them, in zhuyin; what is no syllable stays as it is."""
    return " ".join(_zhuyin(syllable) or syllable for syllable in pinyin.lower().split())


def _zhuyin(syllable: str) -> str:
    letters, tone = toneless(syllable), mark_of(syllable)
    if letters in ("r", "er") and not tone and syllable in ("r", "er"):
        return "˙ㄦ"
    initial = next((one for one in (letters[:2], letters[:1]) if one in _INITIALS), "")
    rest = letters[len(initial) :] if initial else _SPELLED.get(letters, _without_glide(letters))
    if initial in ("j", "q", "x") and rest.startswith("u"):
        rest = "ü" + rest[1:]
    if initial in ("zh", "ch", "sh", "r", "z", "c", "s") and rest == "i":
        sound = _INITIALS[initial]
    elif rest in _FINALS:
        sound = _INITIALS.get(initial, "") + _FINALS[rest]
    else:
        sound = {"m": "ㄇ", "n": "ㄋ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ"}.get(letters, "")
    if not sound:
        return ""
    return sound + _TONES[tone] if tone else f"˙{sound}"


def _without_glide(letters: str) -> str:
    if letters[:1] == "y":
        return "i" + letters[1:]
    return "u" + letters[1:] if letters[:1] == "w" else letters


@lru_cache(maxsize=4_000)
def toneless(syllable: str) -> str:
    """A syllable without its tone: zhǎn → zhan; ü keeps its dots and ê its hat."""
    parts = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


def mark_of(syllable: str) -> str:
    """The combining mark of a syllable's tone, "" for the neutral one."""
    return next((part for part in unicodedata.normalize("NFD", syllable) if part in _TONES), "")
