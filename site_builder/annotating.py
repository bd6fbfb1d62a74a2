"""What an annotator of a language is: it tells learners of words, scripts, readings, meanings and levels.

Like a language, an annotator knows strings and offsets, never documents. What a language lacks (another script, say) is
None, and its learners are not offered it. Packages that take long to load are loaded when something is asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from site_builder.model import LevelList
from site_builder.overrides import Overrides


class Word(NamedTuple):
    """A word at `text[start:end]`, and the form that dictionaries know."""

    start: int
    end: int
    key: str


class Doubt(NamedTuple):
    """`text[start:end]` is read in one way and might be read in another."""

    start: int
    end: int
    reading: str
    other: str


class Pronounced(NamedTuple):
    """The reading of each word, "" for one that has none, and what is doubtful."""

    readings: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()


class Credit(NamedTuple):
    """A work that a layer is made from, as its licence wants it named: what it is called and by whom, where it is, its
    licence and where that is, what was made of it, and the notice that must stand in every copy, if one must."""

    work: str
    address: str
    licence: str
    terms: str
    changes: str = ""
    notice: str = ""


class Graded(NamedTuple):
    """A list of levels, and the level of each word in it, counted from 1."""

    about: LevelList
    words: Mapping[str, int]


Texts: TypeAlias = Sequence[str]
Reader: TypeAlias = Callable[[Texts, Sequence[Sequence[Word]], str, Overrides], list[Pronounced] | None]
Meanings: TypeAlias = tuple[tuple[str, str, tuple[str, ...]], ...]  # form, reading, senses


@dataclass(frozen=True, slots=True)
class Annotator:
    """One language's. `tag` is the BCP 47 tag of the texts, `own` what the author knows better.

    - `variants(texts, tag)`: the tag of the other script, and each text written in it.
    - `words(texts, tag, own)`: the words of each text, in order; what stands between them (marks, numbers) is none.
    - `readings[scheme](texts, words, tag, own)`: each text as it is read; None for a tag that has no such reading.
    - `levels(name)`: a list of levels, None for one that is not known.
    - `band(word)`: how common a word is, 0 to 7.
    - `meanings(word, form, readings)`: what it means, that of the form and the readings in the text first; where words
      have no readings, under the part of speech.
    - `parts(word)`: the words inside one that are looked up with it.
    - `credits[layer]`: the works that a layer is made from, by its name in site.toml.
    """

    variants: Callable[[Texts, str], tuple[str, list[str]]] | None = None
    words: Callable[[Texts, str, Overrides], list[tuple[Word, ...]]] | None = None
    readings: Mapping[str, Reader] = field(default_factory=dict)
    levels: Callable[[str], Graded | None] | None = None
    band: Callable[[str], int] | None = None
    meanings: Callable[[str, str, Sequence[str]], Meanings] | None = None
    parts: Callable[[str], Sequence[str]] | None = None
    credits: Mapping[str, Sequence[Credit]] = field(default_factory=dict)
