"""Which script a text is written in, and the language that script suggests.

Two cheap facts carry most of the work: Big5 holds the characters of Traditional text and GB 2312 those of Simplified
text, so a character that only one of them has belongs to that script alone.
"""

import re

# Scripts by their ISO 15924 code, as ranges of letters (not marks or digits), with the language each one suggests.
_RANGES = {
    "Latn": ("A-Za-zªºÀ-ÖØ-öø-ɏ\u1e00-\u1effＡ-Ｚａ-ｚ", "en"),
    "Hani": ("\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇々\U00020000-\U000323af", "zh"),
    "Kana": ("ぁ-ゖァ-ヺㇰ-ㇿｦ-ﾝ", "ja"),
    "Hang": ("\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko"),
    "Cyrl": ("\u0400-\u052f", "ru"),
    "Grek": ("\u0370-\u03ff\u1f00-\u1fff", "el"),
    "Arab": ("\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc", "ar"),
    "Hebr": ("\u05d0-\u05ea\ufb1d-\ufb4f", "he"),
    "Armn": ("\u0531-\u0587", "hy"),
    "Geor": ("\u10a0-\u10ff\u1c90-\u1cbf", "ka"),
    "Deva": ("\u0904-\u0939\u0958-\u097f", "hi"),
    "Beng": ("\u0985-\u09b9\u09dc-\u09e1", "bn"),
    "Guru": ("\u0a05-\u0a39\u0a59-\u0a5e", "pa"),
    "Gujr": ("\u0a85-\u0ab9", "gu"),
    "Taml": ("\u0b83-\u0bb9", "ta"),
    "Telu": ("\u0c05-\u0c39", "te"),
    "Knda": ("\u0c85-\u0cb9", "kn"),
    "Mlym": ("\u0d05-\u0d3a", "ml"),
    "Sinh": ("\u0d85-\u0dc6", "si"),
    "Thai": ("\u0e01-\u0e30\u0e40-\u0e46", "th"),
    "Laoo": ("\u0e81-\u0eb0\u0ec0-\u0ec6", "lo"),
    "Tibt": ("\u0f40-\u0fbc", "bo"),
    "Mymr": ("\u1000-\u103f", "my"),
    "Khmr": ("\u1780-\u17b3", "km"),
    "Ethi": ("\u1200-\u137f", "am"),
    "Mong": ("\u1820-\u18aa", "mn"),
}
# Blocks are told by the high byte of UTF-16: compiling a set of 28,000 Han characters would cost 4 ms at every start.
_HAN_BLOCKS = bytes([*range(0x34, 0xA0), 0xF9, 0xFA])
_SHARED_BLOCKS = bytes([*range(0x03), 0x1E, *range(0x20, 0x30), 0x30, *range(0xD8, 0xE0), 0xFE, 0xFF])
_WORD = re.compile(f"[{_RANGES['Latn'][0]}]+")
_KANA = re.compile(f"[{_RANGES['Kana'][0]}]")

# A Chinese word has about one and a half characters, so that many of them weigh as much as one spaced word.
_HAN_IN_WORD = 1.5
# Japanese prose is half kana; a Chinese text may still quote の. Korean may hold Han, Han text hardly ever hangul.
_KANA_SHARE = 1 / 5
_ENOUGH = 2000  # characters that decide for a longer text


def script(text: str) -> str:
    """The ISO 15924 code of the text's main script, `Kana` for Japanese; "" where there are no letters."""
    text = text[:_ENOUGH]
    if text.isascii():
        return "Latn" if _WORD.search(text) else ""
    blocks = text.encode("utf-16-le", "surrogatepass")[1::2]
    beside = blocks.translate(None, _HAN_BLOCKS)
    han = len(blocks) - len(beside)
    mixed = beside.translate(None, _SHARED_BLOCKS) or _KANA.search(text)
    if han > _HAN_IN_WORD * len(beside) and not mixed:
        return "Hani"  # what stands beside the Han characters cannot hold as many words
    weights = {"Latn": float(len(_WORD.findall(text))), "Hani": han / _HAN_IN_WORD}
    if mixed:
        weights |= _others(text, han)
    code = max(weights, key=weights.__getitem__)
    return code if weights[code] else ""


def chinese_tag(text: str) -> str:
    """`zh-Hant` or `zh-Hans`, by the characters that only one of them has; `zh-Hant` where none tells."""
    text = text[:_ENOUGH]
    missing = {codec: text.encode(codec, "replace").count(b"?") for codec in ("big5", "gb2312")}
    return "zh-Hans" if missing["big5"] > missing["gb2312"] else "zh-Hant"


def language_tag(text: str) -> str:
    """The BCP 47 tag that the text's script suggests (English for Latin letters); `und` where there are no letters."""
    code = script(text)
    if code == "Hani":
        return chinese_tag(text)
    return _RANGES[code][1] if code else "und"


def _others(text: str, han: int) -> dict[str, float]:
    """Words of the scripts beside Latin and Han; kana takes the Han characters among it along."""
    counts: dict[str, float] = {}
    for code, (letters, _) in list(_RANGES.items())[2:]:
        found = re.findall(f"[{letters}]+", text)
        counts[code] = float(len(found))
        if code == "Kana":
            kana = sum(map(len, found))
            counts[code] = (han + kana) / _HAN_IN_WORD if kana > han * _KANA_SHARE else 0.0
    return counts
