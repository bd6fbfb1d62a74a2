"""Any language that has no file of its own: sentences by `sentencex`, which knows about 300 languages."""

from functools import partial

from site_builder.languages import Language
from site_builder.sentences import words

_RIGHT_TO_LEFT = words("arc arz azb bal bqi ckb dv fa glk ks lrc mzn nqo pnb prs ps sd syr ug ur yi")
_UNSPACED = words("bo dz km lo my th")


def of(code: str) -> Language:
    """The language of an ISO 639 code."""
    return Language(
        sentence_ends=partial(_sentence_ends, code), spaced=code not in _UNSPACED, rtl=code in _RIGHT_TO_LEFT
    )


def _sentence_ends(code: str, text: str) -> list[int]:
    from sentencex import segment

    ends: list[int] = []
    at = 0
    for sentence in segment(code, text):
        start, at = at, at + len(sentence)
        if text[start:at] != sentence:
            break  # not the text we gave: rather one sentence too long than a letter lost
        if sentence.strip():
            ends.append(at)
        elif ends:
            ends[-1] = at
    return _closed(ends, text)


def _closed(ends: list[int], text: str) -> list[int]:
    """The ends, the last of them at the end of the text."""
    if not text or (ends and ends[-1] == len(text)):
        return ends
    return [*ends[:-1], len(text)]


LANGUAGE = of("und")
