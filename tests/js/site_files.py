"""The files of the search for a library, with shards and lists as small as a test wants them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType

from site_builder.indexing import files, merging
from site_builder.indexing.library import index
from site_builder.indexing.parts import Part, packed, unit
from tests.js.libraries import Work

LANGUAGES = ("zh-Hant", "en")


@dataclass(frozen=True)
class Sizes:
    """Bytes of a text shard, characters of a dictionary shard, letters from which a list is long and a character's
    terms are many, ids a block and in the line of a long list, and of which the root lists all: shards of the
    dictionary, and documents."""

    text: int = 9_000
    terms: int = 12_000
    long: int = 8_000
    wide: int = 48_000
    block: int = 4_096
    lead: int = 96
    many: int = 256
    listed: int = 64


def site_files(works: list[Work], sizes: Sizes, *, scan: bool) -> dict[str, str]:
    """Path → script."""
    parts = [_part(work) for work in works]
    data = [packed(part) for part in parts]
    shards = {"SCANNED": 10**6 if scan else -1, "_SCANNED_SIZE": sizes.text, "_INDEXED_SIZE": sizes.text}
    with (
        _set(
            files,
            {
                **shards,
                "_TERMS_SIZE": sizes.terms,
                "_MANY": sizes.many,
                "_LEAP": 4,
                "_LISTED": sizes.listed,
                "_TOGETHER": 2,
            },
        ),
        _set(merging, {"LONG": sizes.long, "BLOCK": sizes.block, "LEAD": sizes.lead, "WIDE": sizes.wide}),
    ):
        return {path: script.decode() for path, script in files.scripts(parts, lambda: index(data, parts, "", 1))}


def _part(work: Work) -> Part:
    page = f"{work['id']}/index.html"
    pages = [(0, page, 0)] if work["pairs"] else []
    pages += [(len(work["pairs"]), page, 1)] if work["notes"] else []
    units = [unit([(row[0], row[1:]) for row in rows]) for rows in (*work["pairs"], *work["notes"])]
    head = {"id": work["id"], "languages": LANGUAGES, "titles": ("題", "Title")}
    return Part(head, pages, len(work["pairs"]), [], units)


@contextmanager
def _set(module: ModuleType, constants: dict[str, int]) -> Iterator[None]:
    before = {name: getattr(module, name) for name in constants}
    vars(module).update(constants)
    try:
        yield
    finally:
        vars(module).update(before)
