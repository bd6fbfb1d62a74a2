"""Russian: sentences, semicolon clauses, «ёлочки» and dashes.

A dash between words stands after a space that must not break (Мильчин, Справочник издателя и автора).
"""

import re
from functools import partial

from site_builder import quotation_marks, sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words(
        """
т.е т.к т.н т.ч т е к н напр проф акад доц канд докт д-р г-н г-жа гн св им ул пр просп пер пл бул наб о оз р гор пос
дер см ср сост ред изд отв пер авт вып кол прим ок род ум англ лат нем фр франц греч итал исп рус укр букв перен
млн.руб тов гр гос мин макс в.т.ч соч
"""
    ),
    before_number=sentences.words("стр с рис табл гл ст п пп № разд ч тт кн вып прил д кв корп тел абз илл сб"),
    maybe_last=sentences.words("г гг в вв н.э д п др пр т.д т.п руб коп тыс млн млрд чел экз мин сек км м см э кг"),
    openers=sentences.words(
        """
в во на по с со к ко у о об от до из за для при без под над через между после перед он она оно они я мы ты вы это этот
эта эти тот та те его её ее их мой наш ваш свой все всё весь вся каждый и а но да или если когда пока хотя чтобы как
так там тут здесь тогда потом затем однако также тоже ещё еще уже не ни что кто где куда почему зачем сколько только
даже именно сейчас теперь сегодня вчера поэтому впрочем наконец среди согласно вместе
"""
    ),
    letters=sentences.words("я"),
)
_DASH = re.compile(r"(?<=\S) [-–—](?=\s)|^-(?= )", re.MULTILINE)


def typeset(text: str) -> str:
    """Typographic quotes, and hyphens between spaces as dashes: "Мир" - да → «Мир» — да."""
    text = _DASH.sub(lambda match: "\u00a0—" if len(match[0]) == 2 else "—", text)
    return quotation_marks.double(text, "«»")


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    typeset=typeset,
)
