"""What we must know of a language: where its sentences and clauses end, how it is folded, set and joined.

A language knows strings and offsets, never documents. Offsets are code points into the text that was given. One file
per language declares `LANGUAGE`; a language without a file is handled by `other.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from site_builder import discovery

if TYPE_CHECKING:  # what it needs is needed only where learners are told something
    from site_builder.annotating import Annotator

Ends = Callable[[str], Sequence[int]]

# Codes that are read like another: the Chinese languages, and Hebrew's old code.
_READ_LIKE = {**dict.fromkeys(("cmn", "yue", "wuu", "lzh", "gan", "hak", "nan", "hsn"), "zh"), "iw": "he"}
_RIGHT_TO_LEFT = frozenset(["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    `sentence_ends(text)` gives the offset after each sentence, white space that follows it included; the last is
    `len(text)`, the empty text has none. `clause_ends` likewise for the units below a sentence, None where the language
    has no rule; every sentence end is a clause end. `spaced` tells whether words stand apart, so how wrapped lines are
    joined. `typeset` gives the text as a printer would set it, character for character (same length). `annotator` gives
    what tells learners of the language, and only when it is called loads what that takes.
    """

    sentence_ends: Ends
    clause_ends: Ends | None = None
    spaced: bool = True
    rtl: bool = False
    typeset: Callable[[str], str] = str
    annotator: "Callable[[], Annotator] | None" = None


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag, by its first subtag: `zh-Hant` → zh. A script turns it: `az-Arab`, `he-Latn`."""
    code, *subtags = tag.lower().split("-")
    found = _of(_READ_LIKE.get(code, code))
    scripts = [subtag for subtag in subtags[:2] if len(subtag) == 4 and subtag.isalpha()]
    return replace(found, rtl=scripts[0] in _RIGHT_TO_LEFT) if scripts else found


@cache
def code_of(tag: str) -> str:
    """The first subtag of a BCP 47 tag: `zh-Hant` → zh."""
    return tag.partition("-")[0].lower()


def _of(code: str) -> Language:
    if code in discovery.names(__name__):
        return discovery.load(__name__, code, "LANGUAGE", Language)
    of: Callable[[str], Language] = import_module(f"{__name__}.other").of
    return of(code)
