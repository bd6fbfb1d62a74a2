"""Chinese, in either script: sentences, clauses, and full-width punctuation where the author typed half-width.

A sentence ends after 。！？… and the quotes and brackets that close with it; a clause also after ， and ；. What
stands in short quotes, brackets or a title (《你好！》) is never cut. Rules and measurements: the project's notes on
sentence splitting (0.98 boundary F1 on fiction).
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from site_builder.languages import Language

if TYPE_CHECKING:
    from site_builder.annotating import Annotator

# In a Chinese text all that is not ASCII or Latin is as good as Chinese. Said like this, because Python takes 4 ms to
# compile the set of all Han characters, and 0.1 ms for this one.
_CHINESE = r"[^\x00-\u024f]"

# Half-width marks count where Chinese stands before them (真的嗎?是的, but not Yahoo! or 2.0), or around a comma. Each
# expression begins with a set of characters, not with a choice or a repetition: that is how Python skips to them.
_TERMINATOR = re.compile(r"""(?P<marks>[。！？｡…!?.][。！？｡…!?.]*)(?P<closers>[”’」』）)】\]"'＂]*)\s*""")
_COMMA = re.compile(rf"[，；,;](?:(?<=[，；])|(?<={_CHINESE}[,;])|(?={_CHINESE}))\s*")
# The sentence goes on after these: “……”，他說；「好！」、「對！」
_GOES_ON = frozenset("，、；：。,;:」』”’）)】》〉")
# “真的嗎？”他問，“我不信。” is one sentence: its subject speaks what was quoted.
_SPEECH = (
    r"[^\s，。！？；：、“”「」『』…]{0,8}?"
    r"(?:[问問說说喊叫答嚷吼嘆叹罵骂笑哭](?:道|着|著)?|(?<!知)道|回答|表示|認為|认为|指出|強調|强调)(?=[，。：:,.“「]|$)"
)
_ENCLOSED = re.compile(
    r"“[^“”]{0,40}”|「[^「」]{0,40}」|『[^『』]{0,40}』|\"[^\"]{0,40}\"|（[^（）]{0,80}）|\([^()]{0,80}\)"
    r"|【[^【】]{0,80}】|《[^《》]{0,80}》|〈[^〈〉]{0,80}〉"
)
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
# The marks stand first and what is beside them is looked at then, since Python leaps to the next of a few characters.
_HALF_WIDTH = re.compile(
    rf"[,;:!?(](?:(?<={_CHINESE}[,;:!?])|(?<=[0-9A-Za-z%][,;:!?])(?=\s*(?:{_CHINESE}|$))|(?<=\()(?={_CHINESE})[^()]*\))"
)


@lru_cache(maxsize=4)  # sentences and clauses are asked for one after the other
def sentence_ends(text: str) -> tuple[int, ...]:
    """The offset after each sentence, the space after it included."""
    enclosed = _enclosed(text)
    found = [_end(text, match, enclosed) for match in _TERMINATOR.finditer(text)]
    ends = [end for end in found if 0 < end < len(text)]
    return (*ends, len(text)) if text else ()


def clause_ends(text: str) -> list[int]:
    """The offset after each sentence and after each ， or ； outside quotes and brackets."""
    commas = list(_COMMA.finditer(text))
    if enclosed := _enclosed(text):
        commas = [match for match in commas if not _inside(match.start(), enclosed)]
    return sorted({*sentence_ends(text), *[match.end() for match in commas]})


@lru_cache(maxsize=4096)  # a line of a batch is asked for by its page, the contents of the page, and the search
def typeset(text: str) -> str:
    """Punctuation typed as ASCII beside Chinese, shown full width: 新范式,高質量 → 新范式，高質量."""
    return _HALF_WIDTH.sub(_full_width, text)


@lru_cache(maxsize=4)
def _enclosed(text: str) -> tuple[tuple[int, int], ...]:
    """Where short quotes, brackets and titles stand, marks included."""
    return tuple([match.span() for match in _ENCLOSED.finditer(text)])


def _end(text: str, match: re.Match[str], enclosed: tuple[tuple[int, int], ...]) -> int:
    """The end of the sentence that these marks end, 0 when it goes on."""
    marks, closers = match.groups()
    end = match.end()
    if closers and any(start == match.start("closers") for start, _ in enclosed):
        end, closers = match.start("closers"), ""  # a straight quote that opens: 他走了。"為什麼?"
    goes_on = (
        text[end : end + 1] in _GOES_ON
        or (marks[0] < "\u0100" and not _ends_half_width(text, marks, match.start(), end))
        or (enclosed and _inside(end, enclosed))
        or (marks[0] == "…" and _hesitates(text, match.start(), end))
        or (closers and closers[-1] not in "）)】]" and re.compile(_SPEECH).match(text, end))
    )
    return 0 if goes_on else end


def _ends_half_width(text: str, marks: str, start: int, end: int) -> bool:
    """Whether half-width marks end a Chinese sentence: after Chinese; a full stop also only before Chinese or space."""
    after_chinese = start > 0 and text[start - 1] > "\u024f"
    return after_chinese and (marks[0] != "." or text[end : end + 1] > "\u024f" or text[end - 1].isspace())


def _inside(offset: int, enclosed: tuple[tuple[int, int], ...]) -> bool:
    return any(start < offset < end for start, end in enclosed)


def _hesitates(text: str, start: int, end: int) -> bool:
    """Whether … is a stammer (我……我不知道) or opens the text, rather than an end."""
    return start == 0 or text[start - 1 : start] == text[end : end + 1]


def _full_width(match: re.Match[str]) -> str:
    typed = match[0]
    return _FULL_WIDTH.get(typed) or f"（{typed[1:-1]}）"


def _annotator() -> "Annotator":
    from site_builder.chinese.annotator import CHINESE

    return CHINESE


LANGUAGE = Language(
    sentence_ends=sentence_ends, clause_ends=clause_ends, spaced=False, typeset=typeset, annotator=_annotator
)
