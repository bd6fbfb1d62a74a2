"""Leads: short paragraphs opened by an ordinal in both languages (二是… / Second, …), which a text uses as headings."""

import re

from site_builder.languages import language
from site_builder.model import Line

_LONGEST = {"zh": 80, "en": 260}  # characters; a lead names what follows, it does not tell it
_OPENERS = {
    "zh": re.compile(r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:是|要|，|,|、|：)|首先|其次|再次|最后|最後)"),
    "en": re.compile(
        r"\s*(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Last|Final)(?:ly)?\b[,:]?"
    ),
}


def is_lead(lines: tuple[Line, ...], languages: tuple[str, ...]) -> bool:
    """Whether a paragraph that is one segment is a lead: one short sentence in each language, opened by an ordinal."""
    if not lines or not all(lines):
        return False
    codes = [tag.partition("-")[0].lower() for tag in languages]
    if not set(codes) <= _OPENERS.keys():
        return False
    return all(
        len(line.text) <= _LONGEST[code]
        and _OPENERS[code].match(line.text) is not None
        and len(language(tag).sentence_ends(line.text)) == 1
        for line, tag, code in zip(lines, languages, codes, strict=True)
    )
