"""German: sentences, semicolon clauses, „Anführungszeichen“. A number with a full stop is an ordinal."""

import re
from functools import partial

from site_builder import quotation_marks, sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words(
        """
mr mrs dr prof hr fr frl hrn st dipl ing mag bzw vgl z.b d.h u.a ca evtl ggf ggfs inkl exkl sog gen bes insb insbes
allg eigtl vs verf hrsg hg ausg bd bde aufl jg gem geb gest verh ev kath max min mind ungef urspr zzgl abzgl einschl
entspr b h tel str pl ebd bspw resp lat griech engl franz dt od mhd ahd
"""
    ),
    before_number=sentences.words("nr nrn s abs art kap abb tab abschn anm bd ziff zi lit rdnr v vv f ff z.zt"),
    maybe_last=sentences.words("usw etc usf u.s.w u.ä o.ä u.dgl n.chr v.chr chr jh jhd jhs mio mrd tsd ag gmbh jr sen"),
    openers=sentences.words(
        """
der die das den dem des ein eine einer einem eines einen er sie es wir ihr ich du man dies diese dieser dieses diesem
diesen in im am an auf aus bei beim mit nach von vom vor zu zum zur für durch über unter um wenn weil als ob obwohl
während bevor nachdem seit bis aber und oder denn doch jedoch dann danach da dort hier nun so auch nur noch schon mein
dein sein ihre seine unser alle viele einige manche kein keine jeder jede jedes wer was wie wo warum wann außerdem
allerdings dennoch deshalb daher trotzdem schließlich zunächst
"""
    ),
    ordinals=True,
)
_SINGLE = re.compile(r"(?:^|(?<=[\s(\[{<—–/„\"-]))'([^'\n]+)'(?!\w)")


def typeset(text: str) -> str:
    """Typographic quotes and apostrophes: "Er sagt 'ja'", geht's? → „Er sagt ‚ja‘“, geht’s?"""
    if "'" in text:
        text = _SINGLE.sub(r"‚\1‘", text).replace("'", "’")
    return quotation_marks.double(text, "„“")


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    typeset=typeset,
)
