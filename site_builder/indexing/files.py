"""The files of the search, from what all documents contributed. What each holds:

    search/index.js              which build is the library's; the one name that stays
    search/<build>/root.js       how many units; the characters that fold; where shards begin
                   texts/<n>     works, from where each page is, and units (shards.py)
                   documents     documents with their sections, for filters
                   pinyin        pairs of characters by sound (spellings.py)

and for a library of more than SCANNED units

                   terms/<n>     the dictionary's lines (merging.py)
                   borders/<n>   the first terms of the shards, where these are too many for the root
                   lists/<n>     blocks of long lists
                   words/<n>     word forms of one first letter (spellings.py)
                   pinyin/<s>    the pairs of one syllable, in place of pinyin

Every file is a script that hands its data to `Reader.provide`, because a page opened from a folder may load nothing
else (DESIGN §7). `<build>` is the digest of all of them, so that a host on which one build replaces another never mixes
two.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from site_builder.indexing import spellings
from site_builder.indexing.codes import gaps
from site_builder.indexing.parts import Part, texts
from site_builder.indexing.shards import text_shards
from site_builder.lexicons import variants

if TYPE_CHECKING:  # numpy, which only a large library needs
    from site_builder.indexing.merging import Dictionary

File: TypeAlias = tuple[str, str]  # a name without its ending, and the data in JSON

SCANNED = 2_000  # units up to which the text is scanned: an index would weigh more than the text
_SCANNED_SIZE, _INDEXED_SIZE = 100_000, 6_000  # bytes of a shard of text
_TERMS_SIZE = 8_000  # characters of a shard of the dictionary

_MANY, _LEAP = 256, 32  # shards of the dictionary that the root lists; of more, every so many

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def scripts(parts: Sequence[Part], index: "Callable[[], Dictionary]") -> Iterator[tuple[str, bytes]]:
    """Paths and bytes of all files; `index` makes the dictionary, and is called for a large library only."""
    found = list(_files(parts, index))
    total = blake2b(digest_size=5)
    for name, data in found:
        total.update(f"{name}\0{data}\0".encode())
    folder = f"search/{total.hexdigest()}"
    for name, data in found:
        yield f"{folder}/{name}.js", _script(f"{folder}/{name}", data)
    yield "search/index.js", _script("search", _encode({"build": total.hexdigest()}))


def count(parts: Sequence[Part]) -> int:
    """How many units there are."""
    return sum(len(part.units) for part in parts)


def _files(parts: Sequence[Part], index: "Callable[[], Dictionary]") -> Iterator[File]:
    scanned = count(parts) <= SCANNED
    shards = list(text_shards(parts, _SCANNED_SIZE if scanned else _INDEXED_SIZE))
    yield from ((f"texts/{number}", shard.data) for number, shard in enumerate(shards))
    firsts = list(accumulate((len(part.units) for part in parts), initial=0))
    yield "documents", _encode([_entry(part, first) for part, first in zip(parts, firsts, strict=False)])
    root = {
        "units": firsts[-1],
        "scan": scanned,
        "starts": gaps(shard.first for shard in shards),
        "documents": "\n".join(part.work["id"] for part in parts if part.units),
        "firsts": gaps(first for part, first in zip(parts, firsts, strict=False) if part.units),
    }
    if scanned:
        said = [unit for part in parts for unit in part.units]
        yield "pinyin", _encode(spellings.pinyin(spellings.counted(texts(said)), 1))
        yield "root", _encode({**root, "fold": _fold(set().union(*said)), "terms": "", "pinyin": ""})
        return
    yield from _index(root, index())


def _index(root: Mapping[str, object], dictionary: "Dictionary") -> Iterator[File]:
    """What an index adds, and its root."""
    borders = []
    for number, (first, lines) in enumerate(_shelves(dictionary)):
        borders.append(first)
        yield f"terms/{number}", _encode("\n".join(lines))
    leap = _LEAP if len(borders) > _MANY else 1
    if leap > 1:
        groups = (borders[at : at + leap] for at in range(0, len(borders), leap))
        yield from ((f"borders/{number}", _encode("\n".join(group))) for number, group in enumerate(groups))
    yield from ((f"lists/{number}", _encode(block)) for number, block in enumerate(dictionary.blocks))
    letters = spellings.by_letter(dictionary.forms)
    yield from ((f"words/{number}", _encode(spellings.words(forms))) for number, forms in enumerate(letters.values()))
    sounds = spellings.pinyin(dictionary.pairs, 2)
    yield from ((f"pinyin/{syllable}", _encode(lines)) for syllable, lines in sounds.items())
    terms = {"terms": "\n".join(borders[::leap]), "leap": leap}
    helps = {"words": "".join(letters), "pinyin": " ".join(sounds)}
    yield "root", _encode({**root, "fold": _fold({term[0] for term in dictionary.terms}), **terms, **helps})


def _entry(part: Part, first: int) -> dict[str, object]:
    page = part.pages[0][1] if part.pages else ""
    sections = [[unit + first, *rest] for unit, *rest in part.sections]
    span = {"first": first, "notes": first + part.notes, "end": first + len(part.units)}
    return {**part.work, "page": page, **span, "sections": sections}


def _fold(characters: Iterable[str]) -> list[str]:
    """The characters that are found by another one which occurs, folded or not, and these."""
    used = {variants().get(character, character) for character in characters}
    pairs = [(one, other) for one, other in variants().items() if other in used]
    return ["".join(one for one, _ in pairs), "".join(other for _, other in pairs)]


def _shelves(dictionary: "Dictionary") -> Iterator[tuple[str, list[str]]]:
    """The lines of the dictionary, about so many characters together, and the first term of each shard."""
    lines: list[str] = []
    first, size = "", 0
    for term, line in zip(dictionary.terms, dictionary.lines, strict=True):
        if lines and size + len(line) > _TERMS_SIZE:
            yield first, lines
            lines, size = [], 0
        if not lines:
            first = term
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield first, lines


def _script(name: str, data: str) -> bytes:
    return f"Reader.provide({_encode(name)},{data});\n".encode()
