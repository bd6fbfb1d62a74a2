"""The terms of all documents as one dictionary: a line a term, in order of code points.

    term TAB list [TAB other forms]     list: gaps (codes.py); for a long one `!df,block,head,head…;gaps`, of its first
                                        units; `*` before either when it holds every unit that has the character
                                        anywhere
    form TAB =stem                      a form that is not found by the letters its stem begins with

A form of that kind that is a stem too has a line as either.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from site_builder.indexing.codes import gaps, written
from site_builder.indexing.terms import CHARACTER_BITS, MOST, UNIT_BITS, Found, once, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONG, BLOCK = 8_000, 4_096  # letters of a list that leaves its line, and units of a block of it
LEAD = 96  # units of such a list that stay in its line, for the first results
WIDE = 48_000  # letters of all terms with one first character, from which on the character has a list of its own
NEAR = 3  # letters that a form may be longer than its stem and is still found by it


class Dictionary(NamedTuple):
    """`lines` in the order of their terms, which `terms` has; `blocks` of long lists; `forms` of words, and `pairs` of
    characters, with how many units have each."""

    terms: list[str]
    lines: list[str]
    blocks: list[str]
    forms: Mapping[str, int]
    pairs: Mapping[str, int]


class _Lists(NamedTuple):
    """Every term's units, one after the other: where each term's begin, and how they are written."""

    starts: "NDArray[np.int64]"
    units: "NDArray[np.int64]"
    letters: str
    places: "NDArray[np.int64]"

    def written(self, term: int) -> str:
        return self.letters[self.places[self.starts[term]] : self.places[self.starts[term + 1]]]

    def of(self, term: int) -> "NDArray[np.int64]":
        return self.units[self.starts[term] : self.starts[term + 1]]


def dictionary(parts: Sequence[Found], counts: Sequence[int]) -> Dictionary:
    """The dictionary of documents that have these terms, and so many units each."""
    firsts = list(accumulate(counts, initial=0))[:-1]
    blocks: list[str] = []
    forms: dict[str, int] = {}
    pairs: dict[str, int] = {}
    entries = dict(_pairs(parts, firsts, blocks, pairs))
    entries.update(_words(parts, firsts, blocks, forms))
    terms = sorted(entries)
    return Dictionary(terms, [f"{term}\t{entries[term]}" for term in terms], blocks, forms, pairs)


def _pairs(
    parts: Sequence[Found], firsts: Sequence[int], blocks: list[str], counted: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """The lines of characters and of pairs of characters. Fills `counted` with the pairs."""
    import numpy as np

    entries = np.sort(_together([part.pairs for part in parts], firsts))
    codes, lists = _lists(entries)
    second = (codes & ((1 << CHARACTER_BITS) - 1)).tolist()
    first = (codes >> CHARACTER_BITS).tolist()
    wide = _wide(np.array(first), lists)
    counts = np.diff(lists.starts).tolist()
    for at, (one, other) in enumerate(zip(first, second, strict=True)):
        if other:
            counted[chr(one) + chr(other)] = counts[at]
            yield chr(one) + chr(other), _listed(lists.of(at), lists.written(at), blocks)
        elif one not in wide:
            yield chr(one), _listed(lists.of(at), lists.written(at), blocks)
    for one, (low, high) in wide.items():
        units = np.unique(lists.units[lists.starts[low] : lists.starts[high]])
        yield chr(one), "*" + _listed(units, gaps(units.tolist()), blocks)


def _together(entries: "Sequence[NDArray[np.uint64]]", offsets: Sequence[int]) -> "NDArray[np.uint64]":
    """The documents' entries one after the other, each with its document's offset added."""
    import numpy as np

    return np.concatenate(entries) + np.repeat(np.array(offsets, np.uint64), [len(each) for each in entries])


def _wide(first: "NDArray[np.int64]", lists: _Lists) -> dict[int, tuple[int, int]]:
    """The characters that begin too many terms to read them all, with the terms of each, [from, to)."""
    import numpy as np

    if not len(first):
        return {}
    begins = np.flatnonzero(np.diff(first, prepend=-1))
    ends = np.append(begins[1:], len(first))
    letters = lists.places[lists.starts[ends]] - lists.places[lists.starts[begins]] + 4 * (ends - begins)
    chosen = np.flatnonzero(letters > WIDE)
    return {int(first[begins[at]]): (int(begins[at]), int(ends[at])) for at in chosen}


def _words(
    parts: Sequence[Found], firsts: Sequence[int], blocks: list[str], counted: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """The lines of stems and of forms that refer to one. Fills `counted`."""
    import numpy as np

    names = sorted(set().union(*(part.forms for part in parts)))
    numbers = {name: number for number, name in enumerate(names)}
    form_of = np.array([numbers[form] for part in parts for form in part.forms], np.int64)
    bases = accumulate((len(part.forms) for part in parts), initial=0)
    offsets = [(base << UNIT_BITS) + first for base, first in zip(bases, firsts, strict=False)]
    uses = _together([part.uses for part in parts], offsets)
    forms, units = form_of[(uses >> np.uint64(UNIT_BITS)).astype(np.int64)], uses & np.uint64(MOST - 1)
    counted.update(zip(names, np.bincount(forms).tolist(), strict=True))
    stems: dict[str, int] = {}
    stem_of = np.array([stems.setdefault(stem(name), len(stems)) for name in names], np.uint64)
    entries = (stem_of[forms] << np.uint64(UNIT_BITS)) | units
    codes, lists = _lists(once(entries))
    ordered = list(stems)
    others: dict[str, list[str]] = {name: [] for name in ordered}
    for name, number in zip(names, stem_of.tolist(), strict=True):
        others[ordered[number]].append(name)
    yield from _named(codes, lists, ordered, others, blocks)


def _named(
    codes: "NDArray[np.int64]", lists: _Lists, stems: list[str], others: Mapping[str, list[str]], blocks: list[str]
) -> Iterator[tuple[str, str]]:
    far = {form: name for name, forms in others.items() for form in forms if _is_far(form, name)}
    places = {stems[code]: at for at, code in enumerate(codes.tolist())}
    for name, at in places.items():
        forms = " ".join(sorted(form for form in others[name] if form != name))
        line = _listed(lists.of(at), lists.written(at), blocks) + (f"\t{forms}" if forms else "")
        # "government" is the stem of "governmental", and a form of "govern": it has a line as either.
        yield name, line + (f"\n{name}\t={far[name]}" if name in far else "")
    yield from ((form, f"={name}") for form, name in far.items() if form not in others)


def _is_far(form: str, name: str) -> bool:
    return not form.startswith(name) or len(form) - len(name) > NEAR


def _lists(entries: "NDArray[np.uint64]") -> "tuple[NDArray[np.int64], _Lists]":
    """Sorted entries as terms, each with its units: the codes of the terms, and their lists."""
    import numpy as np

    codes = (entries >> np.uint64(UNIT_BITS)).astype(np.int64)
    units = (entries & np.uint64(MOST - 1)).astype(np.int64)
    begins = np.flatnonzero(np.diff(codes, prepend=-1))
    before = np.empty_like(units)
    before[1:] = units[:-1]
    before[begins] = -1
    letters, places = written(units - before - 1)
    return codes[begins], _Lists(np.append(begins, len(codes)), units, letters, places)


def _listed(units: "NDArray[np.int64]", letters: str, blocks: list[str]) -> str:
    """A list as it stands in its line; a long one goes to `blocks`."""
    if len(letters) <= LONG:
        return letters
    first = len(blocks)
    heads = []
    for at in range(0, len(units), BLOCK):
        block = units[at : at + BLOCK].tolist()
        heads.append(str(block[0]))
        blocks.append(gaps(block))
    return f"!{len(units)},{first},{','.join(heads)};{gaps(units[:LEAD].tolist())}"
