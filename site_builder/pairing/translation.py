"""Which words translate each other: by the dictionary, as numbers, as names, or because they look alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from site_builder.lexicons import syllables, translations
from site_builder.pairing.roots import STOP_WORDS, root
from site_builder.pairing.tokens import Tokens

_SAME = 2.0  # weight of a number or a name that stands on both sides
_FULL_NAME, _ONE_SYLLABLE = 1.0, 0.15
_COGNATE, _SAME_WORD = 1.0, 1.5
_COGNATE_LETTERS = 5
_MOST_SYLLABLES = 4
_NAME = re.compile("[A-Za-z]+")

Weights = dict[tuple[str, str], float]


def by_dictionary(chinese: Sequence[Tokens], english: Sequence[Tokens]) -> Weights:
    """The weights of Chinese and English tokens."""
    there = {token for unit in english for token in unit}
    found: Weights = {}
    for token in sorted({token for unit in chinese for token in unit}):
        if token[0] in "#@":
            same = token if token[0] == "#" else token[1:]
            meanings: Mapping[str, float] = {same: _SAME}
        else:
            meanings = translations().roots(token)
        for meaning, weight in meanings.items():
            if meaning in there:
                found[token, meaning] = weight
    return found


def by_sound(chinese_texts: Sequence[str], chinese: Sequence[Tokens], english_texts: Sequence[str]) -> Weights:
    """Names spelled in pinyin: 梁 with Liang, 亮馬 with Liangma. A name of several characters that is no word of the
    dictionary is added to the tokens of its unit. `chinese_texts` are in Simplified characters."""
    names = _by_first_syllable(_spelled_names(english_texts))
    found: Weights = {}
    for text, tokens in zip(chinese_texts, chinese, strict=True):
        present = set(tokens)
        for at, character in enumerate(text):
            for syllable in _readings().get(character, ()):
                for spelled, word in names.get(syllable, ()):
                    end = at + len(spelled)
                    if end <= len(text) and all(map(_reads, text[at:end], spelled)):
                        weight = _FULL_NAME if len(spelled) > 1 else _ONE_SYLLABLE
                        key = text[at:end], root(word)
                        found[key] = max(weight, found.get(key, 0.0))
                        if len(spelled) > 1 and key[0] not in present and not translations().roots(key[0]):
                            present.add(key[0])
                            tokens.append(key[0])
    return found


def by_look(source: Sequence[Tokens], target: Sequence[Tokens]) -> Weights:
    """Numbers, equal words, and words that begin alike."""
    there: dict[str, list[str]] = defaultdict(list)
    for token in sorted({token for unit in target for token in unit}):
        there[token[:_COGNATE_LETTERS]].append(token)
    found: Weights = {}
    for token in sorted({token for unit in source for token in unit}):
        for other in there.get(token[:_COGNATE_LETTERS], ()):
            if token == other:
                found[token, other] = _SAME if token[0] == "#" else _SAME_WORD
            elif token[0] != "#" and len(token) >= _COGNATE_LETTERS <= len(other):
                found[token, other] = _COGNATE
    return found


def _spelled_names(texts: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words that mostly stand with a capital and can be cut into Mandarin syllables, with each way to cut them."""
    capital, small = Counter[str](), Counter[str]()
    for text in texts:
        for word in _NAME.findall(text):
            (capital if word[0].isupper() else small)[word.lower()] += 1
    for word in sorted(capital):
        if len(word) > 1 and small[word] <= capital[word] and word not in STOP_WORDS:
            yield from ((spelled, word) for spelled in _cut(word))


def _by_first_syllable(
    names: Iterator[tuple[tuple[str, ...], str]],
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for spelled, word in names:
        found[spelled[0]].append((spelled, word))
    return found


def _cut(word: str, most: int = _MOST_SYLLABLES) -> list[tuple[str, ...]]:
    """All ways to cut a word into syllables."""
    if not word:
        return [()]
    if not most:
        return []
    return [
        (word[:size], *rest)
        for size in range(1, min(6, len(word)) + 1)
        if word[:size] in syllables()
        for rest in _cut(word[size:], most - 1)
    ]


def _reads(character: str, syllable: str) -> bool:
    return character in syllables()[syllable]


@cache
def _readings() -> dict[str, list[str]]:
    """Character → the syllables it may be read as."""
    found: dict[str, list[str]] = defaultdict(list)
    for syllable, characters in syllables().items():
        for character in characters:
            found[character].append(syllable)
    return found
