"""The disk as the review page needs it: the documents there are, what was built of one, and its file of corrections."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from site_builder.errors import SourceError
from site_builder.files import content_listing, read
from site_builder.grouping import Named, group
from site_builder.interchange.corrections import Row, written
from site_builder.rendering.addresses import data_path
from site_builder.reviewing.sheet import Sheet, sheet

# Forms whose files say what belongs together: a person corrects it there.
_ALIGNED = frozenset(["bilara", "intertext", "po", "tmx", "tsv", "xliff"])


@dataclass(frozen=True, slots=True)
class Opened:
    """A document on the desk, and a digest of its texts, of its corrections, and of what was built of them."""

    named: Named
    sheet: Sheet
    digest: str


def documents(content: str) -> Mapping[str, Named]:
    """The documents of the content folder, by id. SourceError when it is gone."""
    return {named.id: named for named in group(content_listing(content)).sources}


def opened(content: str, site: str, document: str) -> Opened | None:
    """A document as it was built last; None when there is none of this id, or nothing was built of it yet."""
    named = documents(content).get(document)
    return open_named(content, site, named) if named else None


def open_named(content: str, site: str, named: Named) -> Opened | None:
    """The same for a document that was looked up."""
    try:
        data = read(site, data_path(named.id, "json"))
        files = [read(content, path) for path in named.files]
    except SourceError:
        return None
    state = blake2b(digest_size=16)
    for part in (data, *files):
        state.update(b"%d " % len(part) + part)
    return Opened(named, _sheet(named, data), state.hexdigest())


def _sheet(named: Named, data: bytes) -> Sheet:
    return sheet(json.loads(data), named.form in _ALIGNED, len(named.paths) > 1)


def save(content: str, opened: Opened, rows: tuple[Row, ...]) -> None:
    """Write the file of corrections, whole or not at all. OSError when the disk does not let us."""
    place = os.path.join(content, opened.named.corrections)
    folder, name = os.path.split(place)
    waiting = os.path.join(folder, f".{name}.new")  # hidden, so that no build takes it for a text
    with open(waiting, "w", encoding="utf-8", newline="\n") as file:
        file.write(written(opened.sheet.languages, rows))
        file.flush()
        os.fsync(file.fileno())
    os.replace(waiting, place)
