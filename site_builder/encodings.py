"""Guess the encoding of bytes that are not UTF-8, to say how to convert them."""

import re

# The commonest letters tell the encodings of East Asia apart: decoded wrongly, a text has hardly any of them.
_COMMON = frozenset(
    "的一是不了在人有我他這这中大來来上國国和也子時时道說说出得就為为生自會会之於于以而其所者工作年发發"
)
_KANA = frozenset(chr(code) for code in range(0x3041, 0x30FF))
_GUESSES = (
    ("GB18030", _COMMON),
    ("Big5", _COMMON),
    ("Shift_JIS", _KANA),
    ("EUC-JP", _KANA),
    ("EUC-KR", frozenset("이다는을가에의고하한지로기사도리")),
    ("windows-1251", frozenset("оеаинтсрвлкмдпу")),
)
_SAMPLE = 20_000  # bytes
_ENOUGH = 0.05  # of the letters beyond ASCII


def guessed(data: bytes) -> str:
    """The encoding that makes most sense of the bytes, as iconv calls it; "" when they are hardly text, or UTF-8 but
    for a few."""
    return "" if _nearly(data) else _likeliest(data)


def _nearly(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    return 10 * text.count("\ufffd") < sum(letter > "\x7f" for letter in text)


def _likeliest(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if 0 in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        wide = "UTF-16LE" if odd > even else "UTF-16BE"
        return wide if max(even, odd) > max(_ENOUGH * len(sample), 4 * min(even, odd)) else ""
    shares = {name: _share(sample, name, letters) for name, letters in _GUESSES}
    best = max(shares, key=shares.__getitem__)
    if shares[best] > _ENOUGH and not _western(sample):
        return best
    return "windows-1252" if _western(sample) else best if shares[best] else ""


def _share(sample: bytes, encoding: str, letters: frozenset[str]) -> float:
    """How much of the text beyond ASCII consists of `letters`; a torn last character is forgiven."""
    text = sample.decode(encoding, "replace")
    beyond = [letter for letter in text if letter > "\x7f"]
    torn = text[:-1].count("\ufffd")
    return (sum(letter in letters for letter in beyond) - 3 * torn) / max(1, len(beyond))


def _western(sample: bytes) -> bool:
    """Whether most bytes beyond ASCII stand alone among ASCII letters, as é does."""
    runs = re.findall(rb"[\x80-\xff]+", sample)
    letters = len(re.findall(rb"[A-Za-z]", sample))
    return bool(runs) and sum(len(run) == 1 for run in runs) > 0.8 * len(runs) and letters > 2 * len(runs)
