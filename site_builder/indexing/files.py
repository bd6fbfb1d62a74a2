"""The files of the search, from what all documents contributed. What each holds:

    search/index.js              which build is the library's, and its root; the one name that stays
    search/<build>/texts/<n>     works, from where each page is, and units (shards.py)
                   documents     documents with their sections, for filters
                   homes/<n>     which units are a document's, where these are too many for the root
                   pinyin        pairs of characters by sound (spellings.py)

and for a library of more than SCANNED units

                   terms/<n>     the dictionary's lines (merging.py)
                   borders/<n>   where shards of the dictionary begin, where these are too many for the root
                   lists/<n>     blocks of long lists
                   words/<n>     word forms of one first letter (spellings.py)
                   pinyin/<s>    the pairs of one syllable, in place of pinyin

The root says how many units there are, which characters fold, how many units each shard of the text has, and where
shards of the dictionary begin. It stands in the file that a page asks for first, so that a search waits for one answer
less.

Every file is a script that hands its data to `Reader.provide`, because a page opened from a folder may load nothing
else (DESIGN §7). `<build>` is the digest of all of them, so that a host on which one build replaces another never mixes
two.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate, chain, pairwise, takewhile
from typing import TYPE_CHECKING, TypeAlias

from site_builder.indexing import spellings
from site_builder.indexing.codes import gaps, plain, steps
from site_builder.indexing.parts import Part, texts
from site_builder.indexing.shards import Runs, runs, text_shards
from site_builder.lexicons import variants

if TYPE_CHECKING:  # numpy, which only a large library needs
    from site_builder.indexing.merging import Dictionary

File: TypeAlias = tuple[str, str]  # a name without its ending, and the data in JSON
Root: TypeAlias = Mapping[str, object]

SCANNED = 2_000  # units up to which the text is scanned: an index would weigh more than the text
_SCANNED_SIZE, _INDEXED_SIZE = 100_000, 6_300  # bytes of a shard of text
_TERMS_SIZE = 8_000  # characters of a shard of the dictionary

_MANY, _LEAP = 2_048, 64  # shards of the dictionary that the root lists; of more, every so many
_LISTED, _TOGETHER = 64, 64  # documents that the root lists; of more, so many in a file

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def scripts(parts: Sequence[Part], index: "Callable[[], Dictionary] | None") -> Iterator[tuple[str, bytes]]:
    """Paths and bytes of all files; `index` makes the dictionary, and is called for a large library only. Without it
    the text is scanned, however much there is."""
    scanned = index is None or count(parts) <= SCANNED
    every, shared = _texts(parts, runs(parts, _SCANNED_SIZE if scanned else _INDEXED_SIZE))
    own, found = _scanned(parts) if index is None or scanned else _indexed(index())
    files, root = [*every, *own], _encode({**shared, **found})
    total = blake2b(digest_size=5)
    for name, data in (*files, ("root", root)):
        total.update(f"{name}\0{data}\0".encode())
    folder = f"search/{total.hexdigest()}"
    for name, data in files:
        yield f"{folder}/{name}.js", _script(f"{folder}/{name}", data)
    yield "search/index.js", _script("search", _encode({"build": total.hexdigest()})[:-1] + "," + root[1:])


def count(parts: Sequence[Part]) -> int:
    """How many units there are."""
    return sum(len(part.units) for part in parts)


def _texts(parts: Sequence[Part], cut: Runs) -> tuple[Iterator[File], Root]:
    """What every library has, and what its root says of it."""
    firsts = list(accumulate((len(part.units) for part in parts), initial=0))
    spans = {part.work["id"]: [first, end] for part, (first, end) in zip(parts, pairwise(firsts), strict=True)}
    shards = ((f"texts/{number}", data) for number, data in enumerate(text_shards(parts, cut)))
    documents = _encode([_entry(part, first) for part, first in zip(parts, firsts, strict=False)])
    homes = _homes(spans) if len(spans) > _LISTED else []
    files = chain(shards, [("documents", documents)], ((f"homes/{at}", _encode(some)) for at, some in enumerate(homes)))
    known: Root = {"homes": len(homes)} if homes else {"spans": spans}
    return files, {"units": firsts[-1], "shards": plain(chain.from_iterable(cut)), **known}


def _homes(spans: Mapping[str, Sequence[int]]) -> list[dict[str, Sequence[int]]]:
    """The documents' units in files of about so many documents, by a number that the page reckons from the id."""
    files: list[dict[str, Sequence[int]]] = [{} for _ in range(-(-len(spans) // _TOGETHER))]
    for name, span in spans.items():
        files[_number(name) % len(files)][name] = span
    return files


def _number(name: str) -> int:
    """A number from an id, as js/search-units.js reckons it: FNV-1a over code points."""
    number = 0x811C9DC5
    for character in name:
        number = (number ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return number


def _scanned(parts: Sequence[Part]) -> tuple[Iterator[File], Root]:
    said = [unit for part in parts for unit in part.units]
    pinyin = _encode(spellings.pinyin(spellings.counted(texts(said)), 1))
    return iter([("pinyin", pinyin)]), {"scan": True, "fold": _fold(set().union(*said))}


def _indexed(dictionary: "Dictionary") -> tuple[Iterator[File], Root]:
    shelves = list(_shelves(dictionary))
    borders = [border for border, _ in shelves]
    leap = _LEAP if len(borders) > _MANY else 1
    letters = spellings.by_letter(dictionary.forms)
    sounds = spellings.pinyin(dictionary.pairs, 2)
    terms = {"terms": "\n".join(borders[::leap]), "leap": leap}
    helps = {"words": "".join(letters), "pinyin": " ".join(sounds)}
    groups = [borders[at : at + leap] for at in range(0, len(borders), leap)] if leap > 1 else []
    files: Iterable[Iterable[File]] = (
        ((f"terms/{at}", _encode("\n".join(lines))) for at, (_, lines) in enumerate(shelves)),
        ((f"borders/{at}", _encode("\n".join(group))) for at, group in enumerate(groups)),
        ((f"lists/{at}", _encode(block)) for at, block in enumerate(dictionary.blocks)),
        ((f"words/{at}", _encode(spellings.words(forms))) for at, forms in enumerate(letters.values())),
        ((f"pinyin/{syllable}", _encode(lines)) for syllable, lines in sounds.items()),
    )
    fold = _fold({term[0] for term in dictionary.terms})
    return chain.from_iterable(files), {"scan": False, "fold": fold, **terms, **helps}


def _entry(part: Part, first: int) -> dict[str, object]:
    page = part.pages[0][1] if part.pages else ""
    sections = [[unit + first, *rest] for unit, *rest in part.sections]
    span = {"first": first, "notes": first + part.notes, "end": first + len(part.units)}
    return {**part.work, "page": page, **span, "sections": sections}


def _fold(characters: Iterable[str]) -> list[str]:
    """The characters that are found by another one which occurs, folded or not, and these: numbers of code points."""
    used = {variants().get(character, character) for character in characters}
    pairs = sorted((ord(one), ord(other)) for one, other in variants().items() if other in used)
    return [gaps(one for one, _ in pairs), steps(other for _, other in pairs)]


def _shelves(dictionary: "Dictionary") -> Iterator[tuple[str, list[str]]]:
    """The lines of the dictionary, about so many characters together, and where each shard begins: by as little as
    tells its first term from the one before."""
    lines: list[str] = []
    border, last, size = "", "", 0
    for term, line in zip(dictionary.terms, dictionary.lines, strict=True):
        if lines and size + len(line) > _TERMS_SIZE:
            yield border, lines
            lines, size = [], 0
        if not lines:
            border = _border(last, term)
        lines.append(line)
        size += len(line) + 1
        last = term
    if lines:
        yield border, lines


def _border(last: str, term: str) -> str:
    """The shortest text that is above the last term, and not above this one."""
    shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(last, term, strict=False)))
    return term[: shared + 1]


def _script(name: str, data: str) -> bytes:
    return f"Reader.provide({_encode(name)},{data});\n".encode()
