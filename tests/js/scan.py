"""The oracle: a plain scan in Python says which pairs a query has to find. It shares no code with the scripts."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

import snowballstemmer

from site_builder.lexicons import variants

Rows = Sequence[Sequence[str]]  # [id, text a language…] for each segment of a pair

_UNSPACED = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々\u3040-\u30ff\uac00-\ud7a3"
_BESIDE = re.compile(f"(?<=[{_UNSPACED}]) +| +(?=[{_UNSPACED}])")
_WORD = re.compile(rf"(?:(?![{_UNSPACED}_])\w)+(?:'(?:s|t|re|ve|ll|d|m)(?!\w))?")
_SAME = str.maketrans("“”「」『』‘’–—。", '""""""\'\'--.')
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0xFE00))
_stem = snowballstemmer.stemmer("english").stemWord


def fold(text: str) -> str:
    """The text as it is compared: width, case, accents and script folded, white space beside Chinese dropped."""
    plain = unicodedata.normalize("NFKD", text.translate(_INVISIBLE)).lower()
    plain = unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", plain)).translate(_SAME)
    simplified = "".join(variants().get(character, character) for character in plain)
    return _BESIDE.sub("", re.sub(r"\s+", " ", simplified))


def with_text(pairs: Iterable[Rows], query: str) -> set[str]:
    """The pairs that hold a text anywhere, in one language, across segments too."""
    return {_id(rows) for rows in pairs if any(fold(query).strip() in side for side in _sides(rows))}


def with_phrase(pairs: Iterable[Rows], query: str) -> set[str]:
    """The pairs that hold a phrase whose ends are ends of words."""
    phrase = fold(query).strip()
    before = rf"(?<!(?![{_UNSPACED}_])\w)" if _WORD.match(phrase[0]) else ""
    after = rf"(?!(?![{_UNSPACED}_])\w)" if _WORD.match(phrase[-1]) else ""
    pattern = re.compile(before + re.escape(phrase) + after)
    return {_id(rows) for rows in pairs if any(pattern.search(side) for side in _sides(rows))}


def with_word(pairs: Iterable[Rows], query: str, grows: bool) -> set[str]:
    """The pairs that hold a word of the same stem, or one that begins so."""
    word = fold(query)

    def meant(other: str) -> bool:
        return _stem(other) == _stem(word) or (grows and len(word) > 2 and other.startswith(word))

    return {_id(rows) for rows in pairs if any(any(map(meant, _WORD.findall(side))) for side in _sides(rows))}


def _id(rows: Rows) -> str:
    return rows[0][0].partition("-")[0]


def _sides(rows: Rows) -> list[str]:
    """Each language of a pair as one folded text; segments that touch letter to letter stay apart."""
    return [fold("".join(_apart([row[side] for row in rows]))) for side in range(1, len(rows[0]))]


def _apart(texts: Sequence[str]) -> Iterable[str]:
    present = [text for text in texts if text]
    for text, following in pairwise([*present, ""]):
        yield text
        if text[-1].isalnum() and following[:1].isalnum():
            yield "\0"
