"""Corpora to search in: reports of 100 pairs and 2 notes, every tenth of them in Simplified Chinese.

    python tests/bench/search/corpus.py PAIRS FOLDER

Clauses of content/report.txt are reshuffled; most of their words make place for others of the same length, drawn as
often as news writes them, or from a few rare ones that a report comes back to. The English takes up the glosses, so the
sides share meaning. What is left of the clauses makes terms that stand in every sixth pair, as real reports have; the
tail is longer than theirs. A report is the same in every corpus, and on every machine.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import jieba
from opencc import OpenCC
from vocabulary import HAN, STOP_WORDS, Word, vocabulary

REPORT = Path(__file__).parents[3] / "content/report.txt"
PAIRS, HEADING_EVERY, NOTED = 100, 25, {1: 30, 2: 60}
_SWAPPED, _OWN, _INFLECTED = 0.6, 0.15, 0.3  # shares of words: swapped, of those from the report's own, and inflected
_OWN_WORDS = 12


class Unit(NamedTuple):
    """What a search finds: the place of a pair or a note in its document, and what it says in the two languages."""

    place: str
    chinese: str
    english: str


class Report(NamedTuple):
    """A document: the units of its pairs, then those of its notes."""

    name: str
    pairs: Sequence[Unit]
    notes: Sequence[Unit]


class Seed(NamedTuple):
    """A paragraph to make others of: Chinese clauses cut into words, and English sentences."""

    clauses: Sequence[Sequence[str]]
    sentences: Sequence[str]


def reports(pairs: int) -> Iterator[Report]:
    """As many reports as hold so many pairs."""
    return map(report, range(1, pairs // PAIRS + 1))


def report(number: int) -> Report:
    """A report by its number, from 1."""
    dice = Random(f"report {number}")
    own = [vocabulary().any(dice, dice.choice((2, 2, 2, 3, 4))) for _ in range(_OWN_WORDS)]
    paragraphs = [_paragraph(dice, own) for _ in range(PAIRS + len(NOTED))]
    for at in range(0, PAIRS, HEADING_EVERY):
        paragraphs[at] = _heading(dice, own, at // HEADING_EVERY + 1)
    if number % 10 == 0:
        paragraphs = [(_simplified().convert(chinese), english) for chinese, english in paragraphs]
    places = [f"p{pair}" for pair in range(1, PAIRS + 1)] + [f"n{label}" for label in NOTED]
    units = [Unit(place, *texts) for place, texts in zip(places, paragraphs, strict=True)]
    return Report(f"report-{number:05}", units[:PAIRS], units[PAIRS:])


def _paragraph(dice: Random, own: Sequence[Word]) -> tuple[str, str]:
    seed = dice.choice(seeds())
    swapped: list[Word] = []
    clauses = dice.sample(seed.clauses, min(len(seed.clauses), dice.randint(1, 4)))
    chinese = "，".join("".join(_swapped(word, dice, own, swapped) for word in clause) for clause in clauses)
    sentences = dice.sample(seed.sentences, min(len(seed.sentences), dice.randint(1, 3)))
    return _numbered(chinese, dice) + "。", _numbered(_glossed(" ".join(sentences), swapped, dice), dice)


def _heading(dice: Random, own: Sequence[Word], number: int) -> tuple[str, str]:
    first, second = (vocabulary().frequent(dice, 2) for _ in range(2))
    topic = dice.choice(own)
    chinese = f"第{'一二三四'[number - 1]}節{first.traditional}{second.traditional}與{topic.traditional}"
    glosses = (dice.choice(word.glosses) for word in (first, second, topic))
    return chinese, "Section {}: {} {} and {}".format(number, *glosses)


def _swapped(word: str, dice: Random, own: Sequence[Word], swapped: list[Word]) -> str:
    """The word, or another of its length, which is then put down in `swapped`."""
    if not 2 <= len(word) <= 4 or not HAN.fullmatch(word) or dice.random() > _SWAPPED:
        return word
    alike = [one for one in own if len(one.traditional) == len(word)]
    other = dice.choice(alike) if alike and dice.random() < _OWN else vocabulary().frequent(dice, len(word))
    swapped.append(other)
    return other.traditional


def _glossed(english: str, swapped: Sequence[Word], dice: Random) -> str:
    """The English with glosses of the swapped words in place of some of its own."""
    pieces = re.split(r"(\W+)", english)
    slots = [at for at, one in enumerate(pieces) if len(one) > 3 and one.isalpha() and one.lower() not in STOP_WORDS]
    dice.shuffle(slots)
    for at, word in zip(slots, swapped, strict=False):
        gloss = _inflected(dice.choice(word.glosses), dice)
        pieces[at] = gloss.capitalize() if pieces[at][0].isupper() else gloss
    return "".join(pieces)


def _inflected(word: str, dice: Random) -> str:
    if dice.random() > _INFLECTED:
        return word
    ending = dice.choice(("s", "ed", "ing"))
    return (word[:-1] if word.endswith("e") and ending != "s" else word) + ending


def _numbered(text: str, dice: Random) -> str:
    """The text with other digits."""
    return re.sub(r"\d", lambda _: dice.choice("123456789"), text)


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def seeds() -> Sequence[Seed]:
    """The paragraphs of the report."""
    found, chinese = [], ""
    for line in REPORT.read_text(encoding="utf-8").splitlines():
        if len("".join(HAN.findall(line))) > 15:
            chinese = line
        elif chinese and len(line) > 60 and not HAN.search(line):
            clauses = [clause for clause in re.split("[，,；;。]", chinese) if len(clause) > 3]
            sentences = re.split(r"(?<=[.!?])\s+", re.sub(r'(?<=")\d', "", line.strip()))
            found.append(Seed([_words(clause) for clause in clauses], sentences))
            chinese = ""
    return found


def _words(clause: str) -> list[str]:
    """The clause cut into words; the segmenter knows them in Simplified."""
    words, at = [], 0
    for word in jieba.cut(_simplified().convert(clause)):
        words.append(clause[at : at + len(word)])
        at += len(word)
    return words


def write_corpus(pairs: int, folder: Path) -> None:
    """Write the reports of a corpus as texts to build."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in reports(pairs):
        (folder / f"{one.name}.md").write_text(_markdown(one), encoding="utf-8")
    (folder / "site.toml").write_text("downloads = []\n", encoding="utf-8")


def _markdown(one: Report) -> str:
    number = int(one.name[-5:])
    parts = ["---", f'title: "第{number}號報告 Report {number}"', "---", ""]
    marks = {f"p{pair}": f"[^{label}]" for label, pair in NOTED.items()}
    for at, (place, chinese, english) in enumerate(one.pairs):
        mark = marks.get(place, "")
        heading = at % HEADING_EVERY == 0
        parts += [f"## {chinese} | {english}", ""] if heading else [chinese + mark, "", english + mark, ""]
    parts += [f"[^{place[1:]}]: {chinese}\n\n    {english}\n" for place, chinese, english in one.notes]
    return "\n".join(parts)


if __name__ == "__main__":
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]))
