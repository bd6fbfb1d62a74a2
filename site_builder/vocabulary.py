"""The words of a text as a learner counts them: each once, by the form that dictionaries know, with where it stands."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_builder.model import Annotations, Entry, in_other_script

_NOTHING = Entry()


class Spot(NamedTuple):
    """Where a word stands: the id of the line, and its offsets in what the line shows."""

    line: str
    start: int
    end: int


class Vocable(NamedTuple):
    """A word. `form` is how the text writes it first, `other` the same in the other script ("" where that is the same).
    `readings` has for each scheme the ways in which the text has it read, the first one first. `spots` are in the order
    of the text. `parts` are, of a word that dictionaries lack, the words in it that they know, as the text writes
    them."""

    key: str
    form: str
    other: str
    readings: Mapping[str, tuple[str, ...]]
    entry: Entry
    spots: tuple[Spot, ...]
    parts: tuple[tuple[str, Entry], ...]

    def reading(self, scheme: str) -> str:
        """How it is read in a scheme, as it is spelled: all ways that the text has, with commas between."""
        return ", ".join(spelled(one, scheme) for one in self.readings.get(scheme, ()) if one)

    def meanings(self, scheme: str) -> list[tuple[str, tuple[str, ...]]]:
        """What it means: senses, named by their reading where there are several readings; of a word that no dictionary
        has, what each part means that is read as it is here: 商 in 營商 is shāng, and not the dynasty Shāng."""
        told = self.entry.meanings
        if told:
            return [(spelled(reading, scheme) if len(told) > 1 else "", senses) for _, reading, senses in told]
        spoken = " ".join(self.readings.get(scheme, ()))
        parts = (
            (part, next((one for one in entry.meanings if one[1] in spoken), entry.meanings[0]))
            for part, entry in self.parts
        )
        return [(f"{part} {spelled(reading, scheme)}".strip(), senses) for part, (_, reading, senses) in parts]


def vocabulary(annotations: Annotations) -> tuple[Vocable, ...]:
    """Every word of a text, in the order in which they first stand there."""
    spots: dict[str, list[Spot]] = {}
    readings: dict[str, dict[str, dict[str, None]]] = {}
    for line, words in annotations.words.items():
        for at, (word, key) in enumerate(zip(words, annotations.keys_of(line), strict=True)):
            spots.setdefault(key, []).append(Spot(line, word.start, word.end))
            known = readings.setdefault(key, {})
            for scheme, spoken in annotations.readings.items():
                known.setdefault(scheme, {})[spoken[line][at]] = None
    others = {line: other_line(annotations, line) for line in annotations.words}
    return tuple(_vocable(annotations, others, key, found, readings[key]) for key, found in spots.items())


def other_line(annotations: Annotations, line: str) -> str:
    """A line in the other script; "" where that is no other text."""
    text = annotations.texts[line]
    other = in_other_script(text, annotations.variants.get(line, ()))
    return other if other != text else ""


def spelled(reading: str, scheme: str) -> str:
    """A word's syllables as the scheme spells words. In pinyin they are joined, and an apostrophe parts a syllable that
    begins with a vowel from the one before (GB/T 16159): chuàng xīn → chuàngxīn, xī ān → xī'ān. A capital begins a
    word: Běi jīng Shì → Běijīng Shì."""
    if scheme != "pinyin":
        return reading
    first, *rest = reading.split(" ")
    return first + "".join(f" {one}" if one[:1].isupper() else f"'{one}" if one[:1] in _VOWELS else one for one in rest)


_VOWELS = frozenset("aāáǎàeēéěèêoōóǒò")


def _vocable(
    annotations: Annotations,
    others: Mapping[str, str],
    key: str,
    spots: list[Spot],
    readings: Mapping[str, Mapping[str, None]],
) -> Vocable:
    line, start, end = spots[0]
    form, whole = annotations.texts[line][start:end], others[line]
    told = len(whole) == len(annotations.texts[line])
    other = whole[start:end] if told and whole[start:end] != form else ""
    entry = annotations.entries.get(key, _NOTHING)
    parts = () if entry.meanings else tuple(_parts(key, form, annotations.entries))
    spoken = {scheme: tuple(found) for scheme, found in readings.items()}
    return Vocable(key, form, other, spoken, entry, tuple(spots), parts)


def _parts(key: str, form: str, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The words that a word consists of, each the longest that begins where the one before ends, written as it is."""
    start, written = 0, form if len(form) == len(key) else key
    while start < len(key):
        ends = range(len(key), start, -1)
        end = next((end for end in ends if key[start:end] != key and _meant(entries.get(key[start:end]))), 0)
        if end:
            yield written[start:end], entries[key[start:end]]
        start = end or start + 1


def _meant(entry: Entry | None) -> bool:
    return bool(entry and entry.meanings)
