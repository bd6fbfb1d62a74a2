"""What says that two units belong together: words that translate each other, numbers, names and marks in both.

A unit gives clues, each with a weight; the same clue in a source and in a target unit links the two. For Chinese and
English, in either order, a dictionary turns Chinese words into the clues that English words give.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import add

from site_builder.languages import code_of
from site_builder.lexicons import Glosses, chinese_english, folding
from site_builder.pairing import numerals
from site_builder.pairing.roots import STOP_WORDS, root

Clues = dict[str, float]

# Weights: two numbers or two names that agree say about twice as much as a word and its translation.
_NUMBER = 1.25
_SMALL_NUMBER = 0.8  # below 10: one, two and three are everywhere
_NAME = 1.5  # Latin letters in a text of another script: 5G, AGI
_MARKS = {"?": 0.9, "？": 0.9, "!": 0.7, "！": 0.7, '"': 0.7, "“": 0.7, "「": 0.7, "『": 0.7, "(": 0.6, "（": 0.6}
_COGNATE = 0.8
_PREFIX = 5  # letters that make cognates of two words

_SAME_MARK = {"？": "?", "！": "!", "“": '"', "「": '"', "『": '"', "（": "("}
_LATIN = re.compile(r"[A-Za-z]+[0-9]*|[0-9]+[A-Za-z]+")
_ENGLISH_WORD = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?(?:[a-z]+)?")
_WORD = re.compile(r"[^\W\d_]{4,}")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[\d,.]*")
_HAN_PAIR = re.compile(r"(?=([^\W\x00-\u2e7f]{2}))")


def links(source: Sequence[str], target: Sequence[str], languages: tuple[str, ...]) -> Sequence[Sequence[float]]:
    """`links[i][j]`: how much joins source unit i to target unit j, beyond their lengths."""
    codes = list(map(code_of, languages))
    if codes == ["zh", "en"]:
        return _joined([_chinese(text) for text in source], [_english(text) for text in target])
    if codes == ["en", "zh"]:
        turned = _joined([_chinese(text) for text in target], [_english(text) for text in source])
        return list(zip(*turned, strict=True))
    return _joined([_any(text) for text in source], [_any(text) for text in target])


def _joined(rows: Sequence[Clues], columns: Sequence[Clues]) -> list[list[float]]:
    """The weight of the clues that two units share. A clue that several units give is shared out among them."""
    places = _places(columns)
    shared = [sorted(clues.keys() & places.keys()) for clues in rows]  # in an order: sums of the same must not differ
    times = Counter(chain.from_iterable(shared))
    table = [[0.0] * len(columns) for _ in rows]
    for row, clues, common in zip(table, rows, shared, strict=True):
        for clue in common:
            others = places[clue]
            part = clues[clue] / max(len(others), times[clue])
            for column in others:
                row[column] += part * columns[column][clue]
    return table


def _places(units: Sequence[Clues]) -> dict[str, list[int]]:
    """For each clue the units that give it."""
    places: dict[str, list[int]] = {}
    for unit, clues in enumerate(units):
        for clue in clues:
            if clue in places:
                places[clue].append(unit)
            else:
                places[clue] = [unit]
    return places


@lru_cache(maxsize=2048)  # texts of one kind say many things more than once
def _chinese(text: str) -> Clues:
    """What each word that the dictionary finds anywhere in the text may mean, and the clues that need no dictionary."""
    clues = _common(text)
    for value in numerals.chinese(text):
        _number(clues, value)
    for name in _LATIN.findall(text):
        clues[_clue(name.lower())] = _NAME
    folded = text.translate(folding())
    begun = map(chinese_english().__getitem__, map(add, folded, folded[1:]))
    for after, (glosses, longer) in [(at, found) for at, found in enumerate(begun, 2) if found is not None]:
        _add(clues, glosses)
        for rest, more in longer.get(folded[after : after + 1], ()):
            if folded.startswith(rest, after):
                _add(clues, more)
    return clues


def _add(clues: Clues, glosses: Glosses) -> None:
    for english, weight in glosses.items():
        if weight > clues.get(english, 0.0):
            clues[english] = weight


@lru_cache(maxsize=2048)
def _english(text: str) -> Clues:
    words = _ENGLISH_WORD.findall(text.lower())
    clues = dict.fromkeys(map(_clue, words), 1.0)
    clues.pop("", None)
    clues |= _common(text)
    if _DIGIT.search(text) or not numerals.COUNTING.isdisjoint(words):
        for value in numerals.english(words):
            _number(clues, value)
    return clues


@cache
def _clue(word: str) -> str:
    return "" if word in STOP_WORDS or word.replace(",", "").replace(".", "").isdigit() else root(word)


def _any(text: str) -> Clues:
    """Clues that need no dictionary: digits, the first letters of longer words, pairs of Han characters, marks."""
    clues = _common(text)
    for digits in _DIGITS.findall(text):
        clues["#" + digits.rstrip(".,")] = _NUMBER
    for word in _WORD.findall(text):
        clues[word[:_PREFIX].lower()] = _COGNATE
    for pair in _HAN_PAIR.findall(text.translate(folding())):
        clues[pair] = _COGNATE
    return clues


def _common(text: str) -> Clues:
    characters = set(text)
    return {_SAME_MARK.get(mark, mark): _MARKS[mark] for mark in _MARKS if mark in characters}


def _number(clues: Clues, value: float) -> None:
    clues[f"#{value:g}"] = _NUMBER if value >= 10.0 or value % 1.0 else _SMALL_NUMBER
