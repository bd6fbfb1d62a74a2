"""Pinyin of Chinese lines, by pypinyin's tables on the Simplified copy, with what is doubtful in it.

A syllable is doubtful when the word by itself is read otherwise than in its sentence, when CC-CEDICT reads the word
otherwise, or when CC-CEDICT has more than one reading of it: of 18 wrong readings in 253 trying cases these signs
found 17. Some very common words would always be doubtful and are hardly ever wrong; they are left out (`_QUIET`).
Tones are those of dictionaries: 一 and 不 are yī and bù whatever follows.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from site_builder.annotating import Doubt, Pronounced, Texts, Word
from site_builder.chinese.conversion import simplified
from site_builder.chinese.own_readings import own_readings
from site_builder.chinese.segmenting import HAN
from site_builder.chinese.syllables import mark_of, marked, toneless, zhuyin
from site_builder.glossaries import chinese_glossary, polyphones
from site_builder.overrides import Overrides, OwnReading
from site_builder.pronunciation import mandarin

_QUIET = frozenset("的个区大万上一不了着过和与这那中在日月年子们里")
_PARTICLES = {"得": ("de2", "de5", "dei3"), "地": ("di4", "de5"), "教": ("jiao4", "jiao1")}
_DICTIONARY = {"一": "yī", "不": "bù"}
_SANDHI = {"一": ("yí", "yì"), "不": ("bú",)}
_READ_SO = frozenset(["zh", "cmn", "lzh"])  # the other Chinese languages have readings of their own


def pinyin(texts: Texts, words: Sequence[Sequence[Word]], tag: str, own: Overrides) -> list[Pronounced] | None:
    """Each word's syllables with spaces between them; a name's first one has a capital."""
    if tag.lower().split("-")[0] not in _READ_SO:
        return None
    return [_pronounced(text, tuple(found), own.readings) for text, found in zip(texts, words, strict=True)]


def in_zhuyin(texts: Texts, words: Sequence[Sequence[Word]], tag: str, own: Overrides) -> list[Pronounced] | None:
    """The same in zhuyin; doubts are told of pinyin alone."""
    found = pinyin(texts, words, tag, own)
    return found and [Pronounced(tuple(map(zhuyin, one.readings))) for one in found]


def sentence_syllables(copy: str) -> list[str]:
    """The syllable of every character of a Simplified text, "" for what is not Chinese."""
    syllables = [""] * len(copy)
    for run in HAN.finditer(copy):
        syllables[run.start() : run.end()] = _syllables(run[0])
    return syllables


@lru_cache(maxsize=2_000)  # a document asks for pinyin and for zhuyin
def _pronounced(text: str, words: tuple[Word, ...], own: tuple[OwnReading, ...]) -> Pronounced:
    copy = simplified(text)
    syllables = sentence_syllables(copy)
    fixed = own_readings(copy, own)
    for at, syllable in fixed.items():
        syllables[at] = syllable
    readings: list[str] = []
    doubts: list[Doubt] = []
    for start, end, key in words:
        spoken = tuple(syllables[start:end])
        reading, doubtful = _word(key, spoken)
        readings.append(reading)
        for at, other in doubtful:
            if start + at not in fixed:
                doubts.append(Doubt(start + at, start + at + 1, spoken[at], other))
    return Pronounced(tuple(readings), tuple(doubts))


@lru_cache(maxsize=50_000)
def _word(key: str, spoken: tuple[str, ...]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A word's reading, and what is doubtful in it."""
    return _named(key, spoken), _doubtful(key, spoken)


def _named(key: str, spoken: tuple[str, ...]) -> str:
    """The syllables, the first one with a capital where the dictionary has this reading only as a name's."""
    word = chinese_glossary().look_up(key)
    readings = [marked(meaning.reading) for meaning in word.meanings] if word else []
    same = [reading for reading in readings if reading.lower().split() == list(spoken)]
    named = same and all(reading[:1].isupper() for reading in same)
    return " ".join(filter(None, same[0].split() if named else spoken))


def _doubtful(key: str, spoken: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """What is doubtful in a word, as places, and what may be read there: in a word that the dictionary has, the first
    syllable that differs in one of its other readings; else, and in single characters, what these often are besides."""
    if len(key) > 1 and key in chinese_glossary():
        pairs = ((at, other[at]) for other in _others(key) for at in range(len(spoken)))
        places = [(at, other) for at, other in pairs if other != spoken[at] and not _unstressed(other, spoken[at])][:1]
    else:
        places = [(at, other) for at, each in enumerate(key) if (other := _other(each, spoken[at]))]
    return tuple((at, other) for at, other in places if spoken[at])


def _others(key: str) -> Iterator[tuple[str, ...]]:
    """How a word may be read: by itself, and as the dictionary reads it."""
    word = chinese_glossary().look_up(key)
    readings = [marked(meaning.reading).lower().split() for meaning in word.meanings] if word else []
    own = _syllables(key) if HAN.fullmatch(key) else []
    return (tuple(one) for one in (own, *readings) if len(one) == len(key))


def _unstressed(one: str, other: str) -> bool:
    """Whether readings differ only in that one has the neutral tone."""
    return toneless(one) == toneless(other) and "" in (mark_of(one), mark_of(other))


def _other(character: str, syllable: str) -> str:
    """What a character often is besides, "" when there is none to speak of."""
    often = {**polyphones(), **_PARTICLES}.get(character, ()) if character not in _QUIET else ()
    return next((marked(one) for one in often if marked(one) != syllable), "")


def _syllables(run: str) -> list[str]:
    """The syllables of Chinese characters without a gap, taking the longest phrases that are known one after the other,
    as pypinyin does."""
    found: list[str] = []
    start = 0
    while start < len(run):
        end, spoken = mandarin().longest(run, start)
        found += map(_in_dictionaries, run[start:end], spoken)
        start = end
    return found


def _in_dictionaries(character: str, syllable: str) -> str:
    return _DICTIONARY[character] if syllable in _SANDHI.get(character, ()) else syllable
