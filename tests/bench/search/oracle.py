"""What a query should find, by plain search through the text: a grep. It shares no code with the index.

Two characters are one when OpenCC writes both as the same Simplified character (著 and 着 are one, too). Words of one
stem are those that the Snowball stemmer cuts to the same.
"""

import re
import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

import snowballstemmer
from corpus import Report
from opencc import OpenCC

_STANDARDS = ("tw2s", "hk2s", "t2s")
_SETTLED = {"著": "着", "么": "么"}  # 著 is decided by the phrase; 么 is read as 幺 by the table for Taiwan
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_WORD = re.compile(r"[a-z0-9]+(?:'(?:s|t|re|ve|ll|d|m)\b)?")
_stem = cache(snowballstemmer.stemmer("english").stemWord)


def folded(text: str) -> str:
    """The text as readers take it: width, case, and the two ways to write Chinese do not count."""
    return "".join(map(_folded, text))


@cache
def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower().translate(_QUOTES)
    for _ in range(2):  # a standard may lead to what another one changes
        for standard in _STANDARDS:
            plain = _SETTLED.get(plain) or _converter(standard).convert(plain)
    return plain


@cache
def _converter(standard: str) -> OpenCC:
    return OpenCC(standard)


def words(text: str) -> list[str]:
    """The words of folded text."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """What all forms of a word have in common."""
    return str(_stem(word))


class Oracle:
    """Answers queries over reports with the numbers of the units that should be found, in reading order."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.names = [f"{report.name} {unit.place}" for report in reports for unit in (*report.pairs, *report.notes)]
        self.units = [unit for report in reports for unit in (*report.pairs, *report.notes)]
        self._chinese = _Text([re.sub(r"\s", "", folded(unit.chinese)) for unit in self.units])
        self._both = _Text([folded(f"{unit.chinese}\t{unit.english}") for unit in self.units])

    def han(self, query: str) -> set[int]:
        """Units whose Chinese has this in it."""
        return set(self._chinese.units(folded(query)))

    def phrase(self, query: str) -> set[int]:
        """Units that have these words in this order, whole."""
        return set(self._both.units(folded(query), edges=True))

    def forms(self, query: str) -> set[int]:
        """Units that have any form of this word."""
        return {unit for form in self._forms[stem(query)] for unit in self._whole(form)}

    def prefix(self, query: str) -> set[int]:
        """Units that have a word that begins so, or a form of this word."""
        begun = {unit for word in self.vocabulary if word.startswith(query) for unit in self._whole(word)}
        return begun | self.forms(query)

    def _whole(self, word: str) -> Iterator[int]:
        return self._both.units(word, edges=True)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the texts."""
        return frozenset(words(self._both.text))

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for word in sorted(self.vocabulary):
            found[stem(word)].append(word)
        return found


class _Text:
    """The texts of all units in a row, a line each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "\n".join(texts) + "\n"
        self._starts = [0]
        for text in texts:
            self._starts.append(self._starts[-1] + len(text) + 1)

    def units(self, wanted: str, edges: bool = False) -> Iterator[int]:
        """The units in which this stands; with `edges`, where words begin and end."""
        at = self.text.find(wanted)
        while at >= 0:
            if not edges or self._alone(at, at + len(wanted)):
                unit = bisect(self._starts, at) - 1
                yield unit
                at = self.text.find(wanted, self._starts[unit + 1])
            else:
                at = self.text.find(wanted, at + 1)

    def _alone(self, start: int, end: int) -> bool:
        """Whether these characters begin and end where words do."""
        before, after = self.text[start - 1] if start else "\n", self.text[end : end + 4]
        return not _latin(before) and not _latin(after[0]) and not _CONTRACTED.match(after)


_CONTRACTED = re.compile(r"'(?:s|t|re|ve|ll|d|m)(?![a-z0-9])")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
