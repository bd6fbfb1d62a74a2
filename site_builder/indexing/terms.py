"""Which terms the units of a document hold: an entry a term and unit, as a number, so that a library can be sorted.

    pairs of characters   of scripts without spaces, and of Arabic and Hebrew words: both characters, 21 bits each, and
                          the unit, 22 bits; the second is 0 for the last character of a run, and for a mark (%, “)
    words                 the number of a form in a list of forms, and the unit

A unit's segments are joined as js/search-match.js joins them, side by side, and folded.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from site_builder.indexing.folding import WALL, is_letter
from site_builder.indexing.reading import Read, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Unit: TypeAlias = Sequence[Sequence[str]]  # the segments: an id and a text a language

UNIT_BITS, CHARACTER_BITS = 22, 21
MOST = 1 << UNIT_BITS  # units of a library

_WORD = re.compile(r"[^']+(?:'(?:s|t|re|ve|ll|d|m)(?![^']))?")


class Found(NamedTuple):
    """What a document's units hold. `pairs` and `uses` are sorted and say everything once; a use is a form's place in
    `forms`, and the unit in the lowest 22 bits."""

    pairs: "NDArray[np.uint64]"
    forms: list[str]
    uses: "NDArray[np.uint64]"


def found(units: Sequence[Unit]) -> Found:
    """The terms of these units, which are counted from 0."""
    import numpy as np

    sides = max((len(unit[0]) - 1 for unit in units), default=1)
    text = read([side for unit in units for side in _sides(unit, sides)])
    pairs = np.concatenate([_runs(text, sides), _marks(text, sides)])
    forms, uses = _uses(text, sides)
    return Found(once(pairs), forms, once(uses))


def once(entries: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """The entries in order, each once."""
    import numpy as np

    entries = np.sort(entries)
    return entries[np.append(True, entries[1:] != entries[:-1])] if len(entries) else entries


def _sides(unit: Unit, sides: int) -> list[str]:
    if len(unit) == 1:
        texts = list(unit[0][1:])
        return texts + [""] * (sides - len(texts))
    return ["".join(_apart([segment[side] for segment in unit])) for side in range(1, sides + 1)]


def _apart(texts: Sequence[str]) -> Iterator[str]:
    last = ""
    for text in texts:
        if last and text and is_letter(last) and is_letter(text[0]):
            yield WALL
        yield text
        last = text[-1:] or last


def _runs(text: Read, sides: int) -> "NDArray[np.uint64]":
    """Each character of a run with the next one; the last one alone."""
    import numpy as np

    characters, places = text.runs()
    ends = characters == 0
    inside = ~ends[:-1]
    second = characters[1:][inside]
    return _entries(characters[:-1][inside], second, places[:-1][inside] // np.uint64(sides))


def _marks(text: Read, sides: int) -> "NDArray[np.uint64]":
    import numpy as np

    characters, places = text.marks()
    return _entries(characters, np.zeros_like(characters), places // np.uint64(sides))


def _entries(
    first: "NDArray[np.uint64]", second: "NDArray[np.uint64]", units: "NDArray[np.uint64]"
) -> "NDArray[np.uint64]":
    import numpy as np

    return (first << np.uint64(UNIT_BITS + CHARACTER_BITS)) | (second << np.uint64(UNIT_BITS)) | units


def _uses(text: Read, sides: int) -> "tuple[list[str], NDArray[np.uint64]]":
    import numpy as np

    pieces, texts = text.pieces()
    numbers = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    named = np.fromiter(map(numbers.__getitem__, pieces), np.uint64, len(pieces))
    return _cut(list(numbers), once((named << np.uint64(UNIT_BITS)) | (texts // np.uint64(sides))))


def _cut(pieces: list[str], uses: "NDArray[np.uint64]") -> "tuple[list[str], NDArray[np.uint64]]":
    """The same with pieces that have an apostrophe cut into words, and these words' parts."""
    import numpy as np

    whole = [piece for piece in pieces if "'" not in piece]
    if len(whole) == len(pieces):
        return pieces, uses
    numbers = {form: number for number, form in enumerate(whole)}
    places = [[numbers.setdefault(form, len(numbers)) for form in forms_of(piece)] for piece in pieces]
    width = max(map(len, places))
    table = np.array([[*row, *[-1] * (width - len(row))] for row in places], np.int64).reshape(len(places), width)
    named = table[(uses >> np.uint64(UNIT_BITS)).astype(np.int64)]
    units = np.broadcast_to((uses & np.uint64(MOST - 1))[:, None], named.shape)
    there = named >= 0
    return list(numbers), (named[there].astype(np.uint64) << np.uint64(UNIT_BITS)) | units[there]


def forms_of(piece: str) -> list[str]:
    """The forms by which a piece of text between spaces is found: its words, and what stands around apostrophes, since
    a phrase may begin or end there."""
    if "'" not in piece:
        return [piece]
    words = [match[0] for match in _WORD.finditer(piece)]
    return list(dict.fromkeys([*words, *filter(None, piece.split("'"))]))


@cache
def _stemmer() -> "object":
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def stem(word: str) -> str:
    """The English stem of a word, whatever its language, as js/vendor/english-stemmer.js has it."""
    return str(_stemmer().stemWord(word))  # type: ignore[attr-defined]
