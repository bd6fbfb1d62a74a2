"""Chinese, in either script: sentences, clauses, and full-width punctuation where the author typed half-width.

A sentence ends after 。！？… and the quotes and brackets that close with it; a clause also after ， and ；. What
stands in short quotes, brackets or a title (《你好！》) is never cut. Rules and measurements: the project's notes on
sentence splitting (0.98 boundary F1 on fiction).
"""

import re
from collections.abc import Iterator

from site_builder.languages import Language

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇々"
_CHINESE = _HAN + "，。、；：！？…—“”‘’「」『』（）《》〈〉【】％"

# Half-width marks count where Chinese stands before them (or around a comma): 真的嗎?是的, but not Yahoo! or 2.0.
_TERMINATOR = re.compile(
    rf"""(?: [。！？｡…] | (?<=[{_CHINESE}])[!?] | (?<=[{_HAN}”」』）])\.(?=\s|[{_HAN}]) )
         (?: [。！？｡…!?]* ) (?P<closers> [”’」』）)】\]"'＂]* ) (?P<space> \s* )""",
    re.VERBOSE,
)
_COMMA = re.compile(rf"(?:[，；]|(?<=[{_CHINESE}])[,;]|[,;](?=[{_CHINESE}]))\s*")
# The sentence goes on after these: “……”，他說；「好！」、「對！」
_GOES_ON = tuple("，、；：,;:」』”’）)】》〉")
# “真的嗎？”他問，“我不信。” is one sentence: its subject speaks what was quoted.
_SPEECH = re.compile(
    r"[^\s，。！？；：、“”「」『』…]{0,8}?(?:[問问說说喊叫答嚷吼嘆叹罵骂笑哭](?:道|着|著)?|(?<!知)道|回答|表示|認為|认为|指出|強調|强调)"
    r"(?=[，。：:,.“「]|$)"
)
_ENCLOSED = re.compile(
    r"“[^“”]{0,40}”|「[^「」]{0,40}」|『[^『』]{0,40}』|\"[^\"]{0,40}\"|（[^（）]{0,80}）|\([^()]{0,80}\)"
    r"|【[^【】]{0,80}】|《[^《》]{0,80}》|〈[^〈〉]{0,80}〉"
)
_FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
_HALF_WIDTH = re.compile(rf"(?<=[{_CHINESE}])[,;:!?]|(?<=[0-9A-Za-z%])[,;:!?](?=[{_CHINESE}])|\((?=[{_HAN}])[^()]*\)")


def sentence_ends(text: str) -> list[int]:
    """The offset after each sentence, the space after it included."""
    enclosed = [match.span() for match in _ENCLOSED.finditer(text)]
    ends = [end for end in _terminated(text, enclosed) if end < len(text)]
    return [*ends, len(text)] if text else []


def clause_ends(text: str) -> list[int]:
    """The offset after each sentence and after each ， or ； outside quotes and brackets."""
    enclosed = [match.span() for match in _ENCLOSED.finditer(text)]
    ends = {match.end() for match in _COMMA.finditer(text) if not _inside(match.start(), enclosed)}
    ends.discard(len(text))
    return sorted(ends.union(sentence_ends(text)))


def typeset(text: str) -> str:
    """Punctuation typed as ASCII beside Chinese, shown full width: 新范式,高質量 → 新范式，高質量."""
    return _HALF_WIDTH.sub(lambda match: _full_width(match.group()), text)


def _terminated(text: str, enclosed: list[tuple[int, int]]) -> Iterator[int]:
    for match in _TERMINATOR.finditer(text):
        end, closers = match.end(), match["closers"]
        if closers and any(start == match.start("closers") for start, _ in enclosed):
            end, closers = match.start("closers"), ""  # a straight quote that opens: 他走了。"為什麼?"
        if _inside(end, enclosed) or text.startswith(_GOES_ON, end):
            continue
        if "…" in match.group() and _hesitates(text, match.start(), end):
            continue
        if closers and closers[-1] not in "）)】]" and _SPEECH.match(text, end):
            continue
        yield end


def _inside(offset: int, enclosed: list[tuple[int, int]]) -> bool:
    return any(start < offset < end for start, end in enclosed)


def _hesitates(text: str, start: int, end: int) -> bool:
    """Whether … is a stammer (我……我不知道) or opens the text, rather than an end."""
    return start == 0 or text[start - 1 : start] == text[end : end + 1]


def _full_width(marks: str) -> str:
    if marks[0] == "(":
        return "（" + marks[1:-1] + "）"
    return marks.translate(_FULL_WIDTH)


LANGUAGE = Language(sentence_ends=sentence_ends, clause_ends=clause_ends, spaced=False, typeset=typeset)
