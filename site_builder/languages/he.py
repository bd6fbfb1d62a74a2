"""Hebrew: sentences, semicolon clauses, geresh and gershayim. Written from right to left."""

import re
from functools import partial

from site_builder import sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words("פרופ גב מר dr mr prof"),
    maybe_last=sentences.words("וכו וגו וכד etc"),
    openers=sentences.words(
        """
הוא היא הם הן אני אנחנו אנו אתה את אתם זה זאת זו אלה אלו כל כאשר כש אם אך אבל אולם גם לא אין יש מה מי איך איפה למה מתי
על אל עם מן לפני אחרי אחר בין עד כי רק עוד כבר אז שם פה כאן לכן היה היתה הייתה היו לפי בגלל למרות
"""
    ),
    # "בוא!" אמר דני. is one sentence.
    speech=re.compile(
        r"(?:אמר|אמרה|אמרו|אמרתי|שאל|שאלה|שאלו|ענה|ענתה|ענו|צעק|צעקה|לחש|לחשה|השיב|השיבה|הוסיף|הוסיפה|קרא|קראה)\b"
    ),
)
_HEBREW = r"[\u05d0-\u05ea\u05b0-\u05c7]"
_GERSHAYIM = re.compile(rf"(?<={_HEBREW})\"(?=[\u05d0-\u05ea](?![\u05d0-\u05ea]))")
# ג'ורג', עמ' 3: after a letter, but not where a quotation that was opened by the same mark closes.
_GERESH = re.compile(rf"(?<={_HEBREW})'(?=[\u05d0-\u05ea])|(?<!\S)([\u05d0-\u05ea]{{1,4}})'(?!\w)")


def typeset(text: str) -> str:
    """Gershayim and geresh with their own marks: צה"ל, ג'ירפה, עמ' 3 → צה״ל, ג׳ירפה, עמ׳ 3."""
    if '"' in text:
        text = _GERSHAYIM.sub("״", text)
    return _GERESH.sub(lambda match: f"{match[1] or ''}׳", text) if "'" in text else text


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    rtl=True,
    typeset=typeset,
)
