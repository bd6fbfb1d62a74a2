"""The index of a whole library: the terms of each document, made where they are not remembered, then one dictionary."""

import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from site_builder.errors import OutputError
from site_builder.indexing.memory import recalled, remember
from site_builder.indexing.merging import Dictionary, dictionary
from site_builder.indexing.parts import Part, texts
from site_builder.indexing.terms import MOST, Found, found
from site_builder.problems import Place, Problem, Severity

_TOGETHER = 150  # units that are read at a time: their arrays fit a processor's cache, and memory is used again
_MANY = 4_000  # units from which on more processes pay


def index(data: Sequence[bytes], parts: Sequence[Part], folder: str, jobs: int, version: str = "") -> Dictionary:
    """The dictionary of these parts, given packed and unpacked. `folder` is that of the cache, "" for none, and
    `version` the builder whose terms may be taken from it. OutputError for more units than an index can count."""
    counts = [len(part.units) for part in parts]
    if sum(counts) > MOST:
        message, hint = f"an index counts at most {MOST:,} paragraphs and notes", "make several sites of this library"
        raise OutputError(Problem("large-library", message, Place("search/index.js"), Severity.ERROR, hint))
    names = [blake2b(one, digest_size=16).hexdigest() for one in data]
    known = recalled(folder, version) if folder else {}
    missing = {name: part for name, part in zip(names, parts, strict=True) if name not in known}
    made = {**known, **dict(zip(missing, _made(list(missing.values()), jobs), strict=True))}
    kept = {name: made[name] for name in names}
    if folder and (missing or len(kept) != len(known)):
        remember(folder, version, kept)
    return dictionary([kept[name] for name in names], counts)


def _made(parts: Sequence[Part], jobs: int) -> Iterator[Found]:
    """The terms of each, by several processes when there is much to do."""
    if jobs < 2 or sum(len(part.units) for part in parts) < _MANY:
        for batch in _batches(parts):
            yield from _terms(batch)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    way = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, way) as pool:
        for batch_found in pool.map(_terms, _batches(parts), chunksize=4):
            yield from batch_found


def _batches(parts: Sequence[Part]) -> Iterator[list[Sequence[str]]]:
    """The units of documents to be read together."""
    batch: list[Sequence[str]] = []
    size = 0
    for part in parts:
        if batch and size + len(part.units) > _TOGETHER:
            yield batch
            batch, size = [], 0
        batch.append(part.units)
        size += len(part.units)
    if batch:
        yield batch


def _terms(batch: Sequence[Sequence[str]]) -> list[Found]:
    return found([texts(units) for units in batch])
