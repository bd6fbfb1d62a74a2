"""What we must know of a language: where its sentences and clauses end, how it is folded, set and joined.

A language knows strings and offsets, never documents. Offsets are code points into the text that was given. One file
per language declares `LANGUAGE`; a language without a file is handled by `other.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from site_builder import discovery

Ends = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    `sentence_ends(text)` gives the offset after each sentence, white space that follows it included; the last is
    `len(text)`, the empty text has none. `clause_ends` likewise for the units below a sentence, None where the language
    has no rule; every sentence end is a clause end. `spaced` tells whether words stand apart, so how wrapped lines are
    joined. `typeset` gives the text as a printer would set it, character for character (same length).
    """

    sentence_ends: Ends
    clause_ends: Ends | None = None
    spaced: bool = True
    rtl: bool = False
    typeset: Callable[[str], str] = str


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag, by its first subtag: `zh-Hant` → zh."""
    code = tag.partition("-")[0].lower()
    if code in discovery.names(__name__):
        return discovery.load(__name__, code, "LANGUAGE", Language)
    of: Callable[[str], Language] = import_module(f"{__name__}.other").of
    return of(code)
