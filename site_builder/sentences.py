"""Where sentences end in languages that put spaces between words: one rule, and what each language knows.

A sentence ends after . ! ? … and the quotes and brackets that close with it, when white space follows and then
something that can open a sentence, so usually no small letter («Viens!» dit-il is one). A full stop also stands after
abbreviations, initials and, in some languages, ordinals; those that may be the last word too (etc.) end a sentence only
before a word that usually opens one. Measured on Debian's documentation and on the cases in `tests/languages`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_MARKS, _CLOSERS = ".!?…؟۔。！？", "\"”“’'‘)\\]›»«」』）"
# Begins with a set of characters, not with a repetition: that is how Python skips to them.
_TERMINATOR = re.compile(
    rf"([{_MARKS}][{_MARKS}]*(?:[ \u00a0\u202f]?»|[{_CLOSERS}])*)\s+"
    r"(?=(?:[\"“”„‚‘'«»‹›(\[¿¡—–…「『-]\s?)*(\w))"
)
_CLAUSE = re.compile(rf"[;؛](?:[ \u00a0\u202f]?»|[{_CLOSERS}])*\s+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BEFORE_A_WORD = re.compile(r"[\s\"“”„‚‘'’«»‹›(\[]+")
_FIRST_WORD = re.compile(r"\W*([^\W\d_]{2,}|[^\W\d_]\b(?!\.))")  # no initial
_NUMERAL = re.compile(r"[#(\[]?(?:\d|[IVXLC]+\b)")
_ORDINAL = re.compile(r"\d{1,3}|[IVXLC]+")
# What an alphabet has as one letter is an initial; a Korean syllable or a Chinese character is a word.
_LETTER = "[A-Za-z\u00c0-\u06ff]"
_INITIALS = re.compile(rf"(?:{_LETTER}\.-?)*{_LETTER}")
# After a word too long for an abbreviation even a small letter opens a sentence, as names of programs do.
_PLAIN_WORD = re.compile(r"[^\W\d_]{5,}\.$")
_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[ivx]{1,4})[.)\]]+\s*|…\s*|\.{3}\s*")
_QUOTES = "\"”“’'‘›»«」』"


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, eq=False)
class SentenceRules:
    """What one language knows; words in small letters, abbreviations without their last full stop.

    `never_last`: abbreviations before a name or in the middle of a phrase. `before_number`: those before a number only.
    `maybe_last`: those that may end a sentence. `openers`: words that usually open one. `letters`: words of one letter,
    which are no initials. `ordinals`: a number with a full stop is an ordinal (3. Oktober). `speech`: what follows a
    quotation when it tells who speaks. `small_opens`: whether a small (Latin) letter may open a sentence.
    """

    never_last: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    maybe_last: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    ordinals: bool = False
    speech: re.Pattern[str] | None = None
    small_opens: bool = False


def sentence_ends(rules: SentenceRules, text: str) -> list[int]:
    """The offset after each sentence, the space after it included."""
    return list(_sentence_ends(rules, text))


def clause_ends(rules: SentenceRules, text: str) -> list[int]:
    """The offset after each sentence and after each ; or ؛ outside brackets."""
    if ";" not in text and "؛" not in text:
        return sentence_ends(rules, text)
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    ends = {end for match in _CLAUSE.finditer(text) if not inside(end := match.end(), brackets)}
    return sorted((ends - {len(text)}).union(_sentence_ends(rules, text)))


def inside(offset: int, enclosed: Iterable[tuple[int, int]]) -> bool:
    """Whether an offset lies between the ends of one of these parts."""
    return any(start < offset < end for start, end in enclosed)


@lru_cache(maxsize=4)  # sentences and clauses are asked for one after the other
def _sentence_ends(rules: SentenceRules, text: str) -> tuple[int, ...]:
    ends, start = [], 0
    for match in _TERMINATOR.finditer(text):
        if _ends(rules, text, start, match):
            start = match.end()
            ends.append(start)
    return (*ends, len(text)) if text else ()


def _ends(rules: SentenceRules, text: str, start: int, match: re.Match[str]) -> bool:
    mark, after = match[1], match.end()
    if _LABEL.fullmatch(text, start, after) or text[match.start() - 1 : match.start()] in ("(", "["):
        return False
    if match[2].islower() and not rules.small_opens and not _PLAIN_WORD.search(text, start, match.end(1)):
        return False
    if mark == ".":
        return _ends_after_word(rules, text[start : match.start()], text, after)
    return not (rules.speech and mark[-1] in _QUOTES and rules.speech.match(text, after))


def _ends_after_word(rules: SentenceRules, before: str, text: str, after: int) -> bool:
    typed = _BEFORE_A_WORD.split(before)[-1]
    word = typed.lower()
    if word in rules.never_last:
        return False
    if word in rules.before_number and _NUMERAL.match(text, after):
        return False
    if rules.ordinals and word.isdecimal() and text[after].isdecimal():
        return False
    abbreviated = word in rules.maybe_last or (typed not in rules.letters and _INITIALS.fullmatch(typed))
    if abbreviated or (rules.ordinals and _ORDINAL.fullmatch(typed)):
        first = _FIRST_WORD.match(text, after)
        return first is not None and first[1].lower() in rules.openers
    return True
