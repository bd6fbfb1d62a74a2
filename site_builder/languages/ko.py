"""Korean: sentences, semicolon clauses, typographic quotes. Words stand apart, endings are glued to them.

A number with a full stop is part of a date or a list (2024. 3. 1.). A Latin word in small letters may open a sentence.
"""

import re
from functools import partial

from site_builder import quotation_marks, sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words("dr mr mrs ms prof st vs cf e.g i.e no vol fig pp p"),
    maybe_last=sentences.words("etc inc ltd co corp jr"),
    openers=sentences.words("그 이 저 그는 그녀는 나는 우리는 그리고 그러나 하지만 그래서 또한 다음 이것은 여기"),
    ordinals=True,
    # "갈래?" 그가 물었다. is one sentence.
    speech=re.compile(
        r"(?:라고|하고|이라고|고|며)\s|(?:\S+ ){0,3}(?:말[했하]|물었|묻|대답[했하]|외[쳤치]|소리[쳤치]|속삭였|덧붙였)"
    ),
    small_opens=True,
)


def typeset(text: str) -> str:
    """Typographic quotes: "네" → “네”."""
    return quotation_marks.single(quotation_marks.double(text, "“”"))


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    typeset=typeset,
)
