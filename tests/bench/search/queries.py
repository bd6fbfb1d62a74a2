"""Queries as readers type them, drawn from a corpus, each with the units that it should find."""

from collections.abc import Callable, Iterator
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

import jieba
from corpus import NOTED, PAIRS
from oracle import Oracle, folded, stem, words
from vocabulary import HAN, vocabulary

FIXED_CHINESE = ("經濟", "高質量發展", "人工智能", "中關村科學城", "營商環境")
FIXED_ENGLISH = ("innovation", "business environment", "artificial intelligence", "demonstration zone", "reforms")
_LEAST_TYPO, _TRIES = 6, 40


class Query(NamedTuple):
    """A query. `meant` is what should be suggested for it; "" when it finds what it says."""

    kind: str
    text: str
    answers: frozenset[int]
    meant: str = ""


Draw = Callable[[Random, Oracle], Query | None]


def queries(oracle: Oracle, count: int) -> list[Query]:
    """The fixed queries, and `count` of each kind, as far as the corpus has so many."""
    drawn = [query for kind in KINDS for query in _several(kind, KINDS[kind], oracle, count)]
    return [*_fixed(oracle), *drawn]


def typos(oracle: Oracle, count: int) -> list[Query]:
    """Misspelt words only. A typo counts as repaired when the word that was meant is among what is offered, so that a
    slip which leads to another word of the texts is none of the search's faults."""
    return list(_several("typos", _typo, oracle, count))


def _several(kind: str, draw: Draw, oracle: Oracle, count: int) -> Iterator[Query]:
    dice, seen = Random(f"queries {kind}"), set()
    for _ in range(count * _TRIES):
        query = draw(dice, oracle)
        if query and query.text not in seen:
            seen.add(query.text)
            yield query._replace(kind=kind)
        if len(seen) == count:
            return


def _fixed(oracle: Oracle) -> Iterator[Query]:
    for text in FIXED_CHINESE:
        yield Query("fixed", text, frozenset(oracle.han(text)))
    for text in FIXED_ENGLISH:
        *closed, last = text.split()
        found = oracle.prefix(last)
        yield Query("fixed", text, frozenset(found.intersection(*(oracle.forms(word) for word in closed))))


def _run(dice: Random, oracle: Oracle, least: int, most: int, simplified: bool = False) -> str:
    """Chinese characters in a row, from a text written in Traditional; "" where there are too few."""
    unit = _traditional(dice, oracle)
    run = dice.choice(HAN.findall(oracle.units[unit].chinese) or [""])
    length = dice.randint(least, most)
    at = dice.randrange(max(1, len(run) - length + 1))
    taken = run[at : at + length] if len(run) >= length else ""
    if simplified:
        return folded(taken) if folded(taken) != taken else ""
    return taken


def _traditional(dice: Random, oracle: Oracle) -> int:
    """The number of a unit of a report in Traditional; every tenth is not."""
    each = PAIRS + len(NOTED)
    while True:
        unit = dice.randrange(len(oracle.units))
        if unit // each % 10 != 9:
            return unit


def _han(least: int, most: int, simplified: bool = False) -> Draw:
    def draw(dice: Random, oracle: Oracle) -> Query | None:
        text = _run(dice, oracle, least, most, simplified)
        return Query("", text, frozenset(oracle.han(text))) if text else None

    return draw


def _han_word(dice: Random, oracle: Oracle) -> Query | None:
    run = _run(dice, oracle, 8, 12)
    cut, at = [], 0
    for word in jieba.cut(folded(run)):
        cut.append(run[at : at + len(word)])
        at += len(word)
    inner = [word for word in cut[1:-1] if len(word) > 1]
    return Query("", word := dice.choice(inner), frozenset(oracle.han(word))) if inner else None


def _english(dice: Random, oracle: Oracle, least: int) -> str:
    """A word of some text."""
    found = [word for word in words(oracle.units[dice.randrange(len(oracle.units))].english.lower()) if word.isalpha()]
    return dice.choice([word for word in found if len(word) >= least] or [""])


def _form(dice: Random, oracle: Oracle) -> Query | None:
    word = _english(dice, oracle, 4)
    return Query("", f"{word} ", frozenset(oracle.forms(word))) if word else None


def _prefix(dice: Random, oracle: Oracle) -> Query | None:
    word = _english(dice, oracle, 7)
    begun = word[: dice.randint(3, 6)]
    return Query("", begun, frozenset(oracle.prefix(begun))) if word else None


def _phrase(dice: Random, oracle: Oracle) -> Query | None:
    """Two to four words, as they stand."""
    text = oracle.units[dice.randrange(len(oracle.units))].english
    parts = text.split(" ")
    count = dice.randint(2, 4)
    at = dice.randrange(max(1, len(parts) - count))
    taken = " ".join(parts[at : at + count])
    fits = len(parts) > count and all(part.isalpha() for part in taken.split(" "))
    return Query("", f'"{taken}"', frozenset(oracle.phrase(taken))) if fits else None


def _both(dice: Random, oracle: Oracle) -> Query | None:
    """A word of each language, of one pair."""
    unit = oracle.units[_traditional(dice, oracle)]
    run, parts = dice.choice(HAN.findall(unit.chinese)), [word for word in unit.english.split() if word.isalpha()]
    if len(run) < 2 or not parts:
        return None
    chinese, english = run[:2], dice.choice(parts).lower()
    return Query("", f"{chinese} {english} ", frozenset(oracle.han(chinese) & oracle.forms(english)))


def _without(dice: Random, oracle: Oracle) -> Query | None:
    """What begins so and does not go on so."""
    run = _run(dice, oracle, 4, 4)
    return Query("", f"{run[:2]} -{run[2:]}", frozenset(oracle.han(run[:2]) - oracle.han(run[2:]))) if run else None


def _note(dice: Random, oracle: Oracle) -> Query | None:
    """Some characters of a note."""
    each = PAIRS + len(NOTED)
    unit = each * dice.randrange(len(oracle.units) // each) + PAIRS + dice.randrange(len(NOTED))
    run = dice.choice(HAN.findall(oracle.units[unit].chinese))
    return Query("", run[:4], frozenset(oracle.han(run[:4]))) if len(run) >= 4 else None


def _typo(dice: Random, oracle: Oracle) -> Query | None:
    """A word with one slip, which no text has."""
    word = _english(dice, oracle, _LEAST_TYPO)
    text = _slipped(word, dice) if word else ""
    known = not text or oracle.prefix(text)
    return None if known else Query("", text, frozenset(oracle.forms(word)), meant=word)


def _slipped(word: str, dice: Random) -> str:
    """A letter left out, put in, changed, or two exchanged; never the first letter."""
    at, letter = dice.randrange(1, len(word)), dice.choice(ascii_lowercase)
    exchanged = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    return dice.choice((word[:at] + word[at + 1 :], word[:at] + letter + word[at:],
                        word[:at] + letter + word[at + 1 :], exchanged))  # fmt: skip


def _pinyin(dice: Random, oracle: Oracle) -> Query | None:
    """How a word is read, without tones; with or without spaces."""
    word = vocabulary().frequent(dice, dice.choice((2, 2, 3, 4)))
    read = "".join(one for one in word.pinyin.lower().replace("u:", "ü") if not one.isdigit())
    text = read if dice.random() < 0.3 else read.replace(" ", "")
    answers = frozenset(oracle.han(word.traditional))
    return Query("", text, answers, meant=word.traditional) if answers and not oracle.prefix(text) else None


def repaired(query: Query, suggested: str) -> bool:
    """Whether a suggestion for a typo is a form of the word that was meant."""
    return stem(suggested.strip()) == stem(query.meant)


KINDS: dict[str, Draw] = {
    "Han, 1": _han(1, 1),
    "Han, 2-4": _han(2, 4),
    "Han, 5-8": _han(5, 8),
    "Han words": _han_word,
    "Simplified": _han(2, 4, simplified=True),
    "notes": _note,
    "forms": _form,
    "prefixes": _prefix,
    "phrases": _phrase,
    "both languages": _both,
    "without": _without,
    "typos": _typo,
    "pinyin": _pinyin,
}
