"""Arabic: sentences, clauses after ؛, its own marks where Latin ones were typed. Written from right to left."""

import re
from functools import partial

from site_builder import sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words("د ود أ وأ أ.د م ش ج ص.ب تحق ط.ع dr mr prof"),
    before_number=sentences.words("ص ص.ص ج م رقم ورقم ع ط هـ"),
    maybe_last=sentences.words("إلخ الخ ه هـ م ق.م ب.م etc"),
    openers=sentences.words(
        """
هذا هذه هؤلاء ذلك تلك هو هي هم نحن أنا في من على إلى عن مع بعد قبل عند منذ حتى ثم لكن ولكن وقد وكان وكانت كان كانت لقد
قد إن أن لا لم لن ما ماذا كيف أين متى لماذا إذا لو عندما حيث كما كل بعض وفي ومن وهو وهي وهذا وهذه وإذا
"""
    ),
    # «تعال!» قال أحمد. is one sentence.
    speech=re.compile(
        r"(?:قال|قالت|قلت|قالوا|سأل|سألت|سأله|سألها|أجاب|أجابت|رد|ردت|صرخ|صرخت|صاح|صاحت|همس|همست|أضاف|أضافت|هتف|هتفت)\b"
    ),
)
_LATIN = re.compile(r"(?<=[\u0600-\u06ff])[,;?]|(?<=[\u0600-\u06ff][»”\")\]!])[,;?]|(?<=[\u0600-\u06ff] )[,;?](?=\s|$)")
_ARABIC = str.maketrans(",;?", "،؛؟")


def typeset(text: str) -> str:
    """Marks typed as Latin ones after Arabic: نعم, كيف? → نعم، كيف؟"""
    return _LATIN.sub(lambda match: match[0].translate(_ARABIC), text)


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    rtl=True,
    typeset=typeset,
)
