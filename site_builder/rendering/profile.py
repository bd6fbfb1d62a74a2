"""How hard a text is: how many of its running words stand on each level of each list, and how common they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.model import Document, LevelList
from site_builder.rendering.endonyms import endonym
from site_builder.vocabulary import Vocable, vocabulary

BANDS = "bands"
_BANDS = LevelList(BANDS, "", ("7", "6", "5", "4", "3", "2", "1"))  # from the most common words on


class Row(NamedTuple):
    """A level: its label ("" for words that the list lacks), how many running words and how many different ones it has,
    its share of the running words in per cent, and where it begins in the whole, in per cent. `shade` is from 0 for the
    easiest level to 1 for the hardest, `width` is its share of the largest."""

    label: str
    running: int
    different: int
    share: float
    since: float
    shade: float
    width: float


class Chart(NamedTuple):
    """The words of a text by the levels of a list, or by the bands of frequency where `name` is BANDS."""

    name: str
    title: str
    rows: tuple[Row, ...]


class Profile(NamedTuple):
    """The words of a text in one language: how many there are, how many different ones, and by which levels."""

    tag: str
    language: str
    running: int
    different: int
    charts: tuple[Chart, ...]


def profiles(document: Document) -> Iterator[Profile]:
    """The profile of each language whose words have levels or bands."""
    for annotations in document.annotations:
        words = vocabulary(annotations)
        charts = tuple(_charts(words, annotations.lists))
        if words and charts:
            tag = document.languages[annotations.side]
            yield Profile(tag, endonym(tag), sum(len(word.spots) for word in words), len(words), charts)


def _charts(words: Sequence[Vocable], lists: Sequence[LevelList]) -> Iterator[Chart]:
    for place, about in enumerate(lists):
        levels = [word.entry.levels[place] if word.entry.levels else 0 for word in words]
        yield _chart(words, about, levels)
    if any(word.entry.band for word in words):
        yield _chart(words, _BANDS, [8 - word.entry.band if word.entry.band else 0 for word in words])


def _chart(words: Sequence[Vocable], about: LevelList, levels: Sequence[int]) -> Chart:
    """The easiest level first, what the list lacks (level 0) last."""
    running: Counter[int] = Counter()
    different: Counter[int] = Counter()
    for word, level in zip(words, levels, strict=True):
        running[level] += len(word.spots)
        different[level] += 1
    total, most = running.total(), max(running.values())
    rows, since = [], 0
    for at in (*range(1, len(about.labels) + 1), 0):
        if at or running[at]:
            shade = (at - 1) / max(1, len(about.labels) - 1) if at else 0.0
            shares = (_percent(running[at], total), _percent(since, total), shade, _percent(running[at], most))
            rows.append(Row(about.labels[at - 1] if at else "", running[at], different[at], *shares))
            since += running[at]
    return Chart(about.name, about.title, tuple(rows))


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)
