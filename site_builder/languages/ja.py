"""Japanese: sentences, clauses after 、, and full-width punctuation where the author typed half-width.

A sentence ends after 。！？ and the quotes and brackets that close with it, unless it goes on with a particle
(「行こう。」と言った). … ends one only where something closes or a space follows. What stands in short quotes or
brackets is never cut.
"""

import re
from functools import lru_cache

from site_builder import sentences
from site_builder.languages import Language

# As in Chinese, all that is not ASCII or Latin is as good as Japanese.
_JAPANESE = r"[^\x00-\u024f]"
_TERMINATOR = re.compile(r"([。！？｡…‥!?.][。！？｡…‥!?.]*)([」』”’）)】\]\"'＂｣]*)\s*")
_COMMA = re.compile(rf"[、，､；,;](?:(?<=[、，､；])|(?<={_JAPANESE}[,;]))\s*")
_GOES_ON = frozenset("、，､；：。,;:・」』”’）)】》〉")
# A quotation or a thought, taken up by a particle; “は” and the like only where no word can begin with them.
_PARTICLE = re.compile(
    r"と(?!ころ|にかく|もあれ|はいえ|たん|っさ|ても|なり|ある|いうわけ)|って|など|を|の(?!ち|んび|ぞみ)|[はがもにで](?=[\u30a1-\u30fa\u4e00-\u9fff])"
)
_ENCLOSED = re.compile(
    r"「[^「」]{0,40}」|『[^『』]{0,40}』|“[^“”]{0,40}”|\"[^\"]{0,40}\"|（[^（）]{0,80}）|\([^()]{0,80}\)|【[^【】]{0,80}】"
    r"|《[^《》]{0,80}》|〈[^〈〉]{0,80}〉"
)
_HALF_WIDTH = re.compile(rf"(?<={_JAPANESE})(?:[,;:!?､]|[.｡](?=\s*(?:{_JAPANESE}|$)))|[｡｢｣､]|\((?={_JAPANESE})[^()]*\)")
_FULL_WIDTH = str.maketrans(",.;:!?()｡｢｣､", "、。；：！？（）。「」、")


def sentence_ends(text: str) -> list[int]:
    """The offset after each sentence, the space after it included."""
    return list(_sentence_ends(text))


def clause_ends(text: str) -> list[int]:
    """The offset after each sentence and after each 、 or ； outside quotes and brackets."""
    enclosed = _enclosed(text)
    ends = {match.end() for match in _COMMA.finditer(text) if not sentences.inside(match.start(), enclosed)}
    ends.discard(len(text))
    return sorted(ends.union(_sentence_ends(text)))


def typeset(text: str) -> str:
    """Punctuation typed as ASCII or half-width beside Japanese, shown full width: はい.そう,です → はい。そう、です."""
    return _HALF_WIDTH.sub(lambda match: _full_width(match[0]), text)


@lru_cache(maxsize=4)  # sentences and clauses are asked for one after the other
def _sentence_ends(text: str) -> tuple[int, ...]:
    enclosed = _enclosed(text)
    found = [match.end() for match in _TERMINATOR.finditer(text) if _ends(text, match, enclosed)]
    return (*(end for end in found if end < len(text)), len(text)) if text else ()


@lru_cache(maxsize=4)
def _enclosed(text: str) -> tuple[tuple[int, int], ...]:
    """Where short quotes and brackets stand, marks included."""
    return tuple([match.span() for match in _ENCLOSED.finditer(text)])


def _ends(text: str, match: re.Match[str], enclosed: tuple[tuple[int, int], ...]) -> bool:
    marks, closers = match.groups()
    start, end = match.span()
    if text[end : end + 1] in _GOES_ON or sentences.inside(end, enclosed):
        return False
    if marks.isascii() and not _ends_half_width(text, marks, start, end):
        return False
    if not marks.strip("…‥"):
        return start > 0 and (bool(closers) or text[end - 1].isspace()) and not _PARTICLE.match(text, end)
    if closers and closers[-1] in "）)】]":
        return _stands_alone(text, start + len(marks + closers), enclosed)
    return not ((closers or marks[-1] not in "。｡.") and _PARTICLE.match(text, end))


def _stands_alone(text: str, end: int, enclosed: tuple[tuple[int, int], ...]) -> bool:
    """Whether brackets hold a sentence of their own: as in 終わり。（見よ。）さて, not in 次（注意！）へ."""
    start = next((start for start, last in enclosed if last == end), 0)
    before = text[:start].rstrip()
    return not before or before[-1] in "。！？｡!?.…」』”"


def _ends_half_width(text: str, marks: str, start: int, end: int) -> bool:
    """Whether half-width marks end a sentence: after Japanese; a full stop also only before it or space."""
    after_japanese = start > 0 and text[start - 1] > "\u024f"
    return after_japanese and (marks[0] != "." or text[end : end + 1] > "\u024f" or text[end - 1].isspace())


def _full_width(marks: str) -> str:
    if marks[0] == "(":
        return "（" + marks[1:-1] + "）"
    return marks.translate(_FULL_WIDTH)


LANGUAGE = Language(sentence_ends=sentence_ends, clause_ends=clause_ends, spaced=False, typeset=typeset)
