"""Which terms the units of a document hold: an entry a term and unit, as a number, so that a library can be sorted.

    pairs of characters   of scripts without spaces, and of Arabic and Hebrew words: both characters, 21 bits each, and
                          the unit, 22 bits; the second is 0 for the last character of a run, and for a mark (%, “)
    words                 the number of a form in a list of forms, and the unit

A unit's segments are joined as js/search-match.js joins them, side by side, and folded.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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


def found(documents: Sequence[Sequence[Unit]]) -> list[Found]:
    """The terms of each document's units, which are counted from 0. All are read at once: most documents are short."""
    import numpy as np

    units = [unit for document in documents for unit in document]
    of_text = np.repeat(np.arange(len(units), dtype=np.uint32), [len(unit[0]) - 1 for unit in units])
    text = read([side for unit in units for side in islice(zip(*unit, strict=True), 1, None)], of_text)
    pairs = once(np.concatenate([_runs(text), _marks(text)]))
    forms, uses = _uses(text)
    firsts = list(accumulate(map(len, documents), initial=0))
    return [
        Found(own_pairs, *_own(forms, own_uses))
        for own_pairs, own_uses in zip(_apart(pairs, firsts), _apart(once(uses), firsts), strict=True)
    ]


def once(entries: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """The entries in order, each once."""
    import numpy as np

    entries = np.sort(entries)
    return entries[np.append(True, entries[1:] != entries[:-1])] if len(entries) else entries


def _apart(entries: "NDArray[np.uint64]", firsts: Sequence[int]) -> "Iterator[NDArray[np.uint64]]":
    """Sorted entries, cut into those of documents whose units begin at `firsts`, the last of which is the end."""
    import numpy as np

    count = len(firsts) - 1
    # So few documents are read together that 16 bits tell them apart, and these are sorted ten times as fast.
    of_unit = np.repeat(np.arange(count, dtype=np.uint16 if count < 1 << 16 else np.uint32), np.diff(firsts))
    documents = of_unit.take((entries & np.uint64(MOST - 1)).astype(np.int64))
    ordered = entries.take(np.argsort(documents, kind="stable"))
    ends = np.cumsum(np.bincount(documents, minlength=count)).tolist()
    for first, start, end in zip(firsts, [0, *ends], ends, strict=False):
        yield ordered[start:end] - np.uint64(first)


def _own(forms: Sequence[str], uses: "NDArray[np.uint64]") -> "tuple[list[str], NDArray[np.uint64]]":
    """The forms that are used, and their uses."""
    import numpy as np

    used = uses >> np.uint64(UNIT_BITS)
    new = np.append(True, used[1:] != used[:-1])[: len(used)]
    numbers = np.cumsum(new).astype(np.uint64) - np.uint64(1)
    own = list(map(forms.__getitem__, used[new].tolist()))
    return own, (numbers << np.uint64(UNIT_BITS)) | (uses & np.uint64(MOST - 1))


def _runs(text: Read) -> "NDArray[np.uint64]":
    """Each character of a run with the next one; the last one alone."""
    return _entries(*text.runs())


def _marks(text: Read) -> "NDArray[np.uint64]":
    import numpy as np

    characters, units = text.marks()
    return _entries(characters, np.zeros_like(characters), units)


def _entries(
    first: "NDArray[np.uint64]", second: "NDArray[np.uint64]", units: "NDArray[np.uint64]"
) -> "NDArray[np.uint64]":
    import numpy as np

    return (first << np.uint64(UNIT_BITS + CHARACTER_BITS)) | (second << np.uint64(UNIT_BITS)) | units


def _uses(text: Read) -> "tuple[list[str], NDArray[np.uint64]]":
    import numpy as np

    pieces, units = text.pieces()
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__  # each new piece gets the next number
    named = np.fromiter(map(numbers.__getitem__, pieces), np.uint64, len(pieces))
    return _cut(list(numbers), once((named << np.uint64(UNIT_BITS)) | units))


def _cut(pieces: list[str], uses: "NDArray[np.uint64]") -> "tuple[list[str], NDArray[np.uint64]]":
    """The same with pieces that have an apostrophe cut into words, and these words' parts. `uses` are sorted."""
    import numpy as np

    cut = np.fromiter(("'" in piece for piece in pieces), np.bool_, len(pieces))
    if not cut.any():
        return pieces, uses
    numbers = {form: number for number, form in enumerate(piece for piece in pieces if "'" not in piece)}
    renamed = np.cumsum(~cut).astype(np.uint64) - np.uint64(1)
    named, units = (uses >> np.uint64(UNIT_BITS)).astype(np.int64), uses & np.uint64(MOST - 1)
    whole = ~cut[named]
    entries = [(renamed[named[whole]] << np.uint64(UNIT_BITS)) | units[whole]]
    bounds = np.searchsorted(named, np.arange(len(pieces) + 1)).tolist()
    for piece in np.flatnonzero(cut).tolist():
        own = units[bounds[piece] : bounds[piece + 1]]
        found = (numbers.setdefault(form, len(numbers)) for form in forms_of(pieces[piece]))
        entries.extend(np.uint64(number << UNIT_BITS) | own for number in found)
    return list(numbers), np.concatenate(entries)


def forms_of(piece: str) -> list[str]:
    """The forms by which a piece of text between spaces is found: its words, and what stands around apostrophes, since
    a phrase may begin or end there."""
    words = [match[0] for match in _WORD.finditer(piece)]
    return list(dict.fromkeys([*words, *filter(None, piece.split("'"))]))


@cache
def _stemmer() -> "object":
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def stem(word: str) -> str:
    """The English stem of a word, whatever its language, as js/vendor/english-stemmer.js has it."""
    return str(_stemmer().stemWord(word))  # type: ignore[attr-defined]
