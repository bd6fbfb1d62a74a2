"""French: sentences, semicolon clauses, narrow spaces beside marks.

Before ; : ! ? » % and after « stands a space that must not break; typed as a plain one, it is shown as U+202F
(Lexique des règles typographiques en usage à l'Imprimerie nationale).
"""

import re
from functools import partial

from site_builder import quotation_marks, sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words(
        """
m mm mr mrs mgr me mes dr drs pr prof st ste sts stes gal col cdt cap lt p.ex ex cf c.-à-d c.à.d env éd eds éds coll
trad av apr vs hab arr boul bd adj adv fém masc plur sing ibid chap.préc litt angl all lat
"""
    ),
    before_number=sentences.words("p pp n no nos art chap fig figs vol vols t tél par § sect al v vv éq annexe tab"),
    maybe_last=sentences.words("etc cie inc ltée jr sr s.a s.a.r.l j.-c no.s"),
    openers=sentences.words(
        """
le la les un une des ce cet cette ces il elle ils elles on nous vous je tu ceci cela ça c ce l d j qu dans en au aux à
de du par pour sur avec sans sous chez entre mais et or donc car si quand lorsque puis alors ainsi cependant toutefois
pourtant enfin aussi ensuite après avant depuis selon son sa ses leur leurs notre nos votre vos mon ma mes tout tous
toute toutes plusieurs certains aucun chaque qui que où comment pourquoi voici voilà
"""
    ),
)
_SPACE_BEFORE = re.compile(r"(?<=\S) (?=[;:!?»](?!\w))|(?<=«) (?=\S)|(?<=\d) (?=[%€])")


def typeset(text: str) -> str:
    """Typographic quotes and apostrophes, and spaces that do not break beside marks: c'est « bon » → c’est « bon »."""
    return _SPACE_BEFORE.sub("\u202f", quotation_marks.single(quotation_marks.double(text, "“”")))


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    typeset=typeset,
)
