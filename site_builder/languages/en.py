"""English: sentences, semicolon clauses, and typographic quotes.

A sentence ends after . ! ? … and the quotes and brackets that close with it, when white space and something that
can open a sentence follow. Abbreviations and initials are the exception; those that may also stand last (etc., U.S.)
end a sentence only before a word that usually opens one. Rules and measurements: the project's notes on sentence
splitting (0.99 boundary F1 on fiction).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from site_builder.languages import Language

if TYPE_CHECKING:
    from site_builder.annotating import Annotator

# Begins with a set of characters, not with a repetition: that is how Python skips to them.
_TERMINATOR = re.compile(r"""([.!?…][.!?…]*[\"”’')\]»]*)\s+(?=[\"“‘'(\[—-]*[^\W_a-z])""")
_OPENER = re.compile(
    r"[\"“‘'(\[]*(?:The|This|That|These|Those|They|It|He|She|We|You|I|In|On|At|By|For|From|With|As|But|And|Or|So|If|When"
    r"|While|After|Before|Since|Although|However|Moreover|Meanwhile|Then|There|Here|Our|Their|His|Her|My|Its|All|Some|Many"
    r"|Most|Both|Each|Every|More|To|What|Who|Why|How|Where|An?|E\.g|I\.e)\b"
)
_NUMBER = re.compile(r"[#(\[]?(?:\d|[IVXLC]+\b)")
_FIRM = re.compile(r"(?:Inc|Corp|Ltd|Co)\b")
_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)\]]+\s*$")
# “Are you going?” Mary asked. is one sentence.
_SPEECH = re.compile(
    r"(?:I|he|she|they|we|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}) "
    r"(?:said|says|asked|asks|replied|answered|cried|shouted|whispered|added|explained|exclaimed|continued|wondered|called)\b"
)

# Before a name or in the middle of a phrase: never the end of a sentence.
_TITLES = """
dr mr mrs ms messrs prof rev fr hon gen col capt lt maj sgt sen rep gov pres amb supt mt ft e.g i.e cf viz vs al ed eds
trans approx est c ca dept univ
"""
# Before a number only.
_COUNTED = """
no nos art arts fig figs sec secs vol vols p pp ch chs eq para paras pt
jan feb mar apr jun jul aug sep sept oct nov dec
"""
# Also the last word of a sentence: then only an opener shows that a new one begins.
_OTHERS = """
etc inc ltd co corp bros jr sr st ave blvd rd a.m p.m u.s u.s.a u.k u.n e.u d.c b.c a.d ph.d m.d b.a m.a p.r.c
"""
_NEVER_LAST, _BEFORE_NUMBER, _MAYBE_LAST = (frozenset(words.split()) for words in (_TITLES, _COUNTED, _OTHERS))

# A quote opens at the start and after these. It is looked for first, what stands before it then: ten times as fast.
_OPENING_DOUBLE = re.compile(r'"(?<![^\s(\[{<—–/-]")')
_OPENING_SINGLE = re.compile(r"'(?<![^\s(\[{<—–/“-]')")
# An apostrophe may open a word: ’90s, ’tis.
_APOSTROPHE = re.compile(r"'(?=\d0s\b|tis\b|twas\b|em\b|cause\b|til\b)", re.IGNORECASE)


@lru_cache(maxsize=4)  # sentences and clauses are asked for one after the other
def sentence_ends(text: str) -> tuple[int, ...]:
    """The offset after each sentence, the space after it included."""
    ends, start = [], 0
    for match in _TERMINATOR.finditer(text):
        if _ends(text, start, match):
            start = match.end()
            ends.append(start)
    return (*ends, len(text)) if text else ()


def clause_ends(text: str) -> Sequence[int]:
    """The offset after each sentence and after each ; outside brackets."""
    if ";" not in text:
        return sentence_ends(text)
    brackets = [match.span() for match in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", text)]
    semicolons = (match.end() for match in re.finditer(r";[\"”’']*\s+", text))
    ends = {end for end in semicolons if not any(first < end < last for first, last in brackets)}
    return sorted((ends - {len(text)}).union(sentence_ends(text)))


def typeset(text: str) -> str:
    """Straight quotes as typographic ones, apostrophes included: "it's" → “it’s”."""
    if '"' in text:
        text = _OPENING_DOUBLE.sub("“", text).replace('"', "”")
    if "'" in text:
        text = _OPENING_SINGLE.sub("‘", _APOSTROPHE.sub("’", text)).replace("'", "’")
    return text


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark, after = match[1], match.end()
    if _LABEL.fullmatch(text, start, after):
        return False
    if mark == ".":
        return _ends_after_word(text, start, match.start(), after)
    if mark[-1] in "\"”’'" and mark[0] in "!?" and _SPEECH.match(text, after):
        return False
    return mark[0] not in "!?" or not _FIRM.match(text, after)


def _ends_after_word(text: str, start: int, end: int, after: int) -> bool:
    word = text[max(start, text.rfind(" ", start, end) + 1) : end].lstrip("\"“‘'([").lower()
    if word in _NEVER_LAST:
        return False
    if word in _BEFORE_NUMBER:
        return not _NUMBER.match(text, after)
    if word in _MAYBE_LAST or (len(word) == 1 and word != "i"):
        return bool(_OPENER.match(text, after))
    return True


def _annotator() -> "Annotator":
    from site_builder.english.annotator import annotator

    return annotator()


LANGUAGE = Language(sentence_ends=sentence_ends, clause_ends=clause_ends, typeset=typeset, annotator=_annotator)
