"""What browsers need to keep the site for reading without network: the worker, and lists of what belongs together.

    worker.js                            the worker; before the theme's script stands what it keeps without being asked
    offline.json                         the digest and size of each document's list
    <document>/<document>.offline.json   the files that reading this document needs, [path, digest, size] each

The worker's own list has the site's pages, the theme, and, where the whole library is small, every document and the
search. Its version is the digest of all lists, so that any change makes another worker. Everything is named with its
digest, so that the worker never keeps two builds as one, however a host is updated.

Files that are called like their document are downloads, which nobody who reads needs, save for scripts.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from site_builder.outputs import Artifact, Files, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site

_WHOLE = 3 << 20  # bytes up to which a library is kept whole: a quarter of that travels
_HEAVY = (".mp3", ".m4a", ".ogg", ".opus", ".wav", ".webm", ".mp4")  # kept only when somebody asks for the document
_DOOR = "search/index.js"
_LIST = "offline.json"

Entry: TypeAlias = tuple[str, str, int]  # path, digest, size

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _make(files: Files, site: Site) -> Iterator[Artifact]:
    if site.config.offline and site.theme.worker:
        yield from _kept(files, site)
    elif site.theme.farewell:
        yield Artifact("worker.js", site.theme.farewell.encode())


def _kept(files: Files, site: Site) -> Iterator[Artifact]:
    files = {path: known for path, known in files.items() if not _again(path, files)}
    folders = _folders(files)
    needed = {card.id: _needed(folders.get(card.id, ()), card.id) for card in site.cards}
    lists = {document: _listed(entries) for document, entries in needed.items()}
    yield from (Artifact(data_path(document, _LIST), data) for document, data in lists.items())
    directory = _encode({document: _named(data) for document, data in lists.items()}).encode()
    yield Artifact(_LIST, directory)
    search = [entry for entry in folders.get("search", ()) if entry[0] != _DOOR]
    light = [entry for entries in needed.values() for entry in entries if not entry[0].endswith(_HEAVY)]
    known = {
        "search": "/".join(search[0][0].split("/")[:2]) if search else "",
        "lists": [_LIST, *_named(directory)],
        "shell": [(path, *files[path]) for path in sorted(files) if _shared(path)],
        "whole": light + search if sum(size for *_, size in light + search) <= _WHOLE else [],
    }
    version = _named(_encode([known, sorted(search)]).encode())[0]
    yield Artifact(
        "worker.js", f"const BUILD = {_encode({'version': version, **known})};\n{site.theme.worker}".encode()
    )


def _named(data: bytes) -> tuple[str, int]:
    """Digest and size of a file as in `Files`."""
    return hashlib.sha256(data).hexdigest()[:32], len(data)


def _folders(files: Files) -> Mapping[str, Sequence[Entry]]:
    """The files of each folder of the site and all below it, in the order of their paths."""
    found: dict[str, list[Entry]] = {}
    for path in sorted(files):
        found.setdefault(path.partition("/")[0], []).append((path, *files[path]))
    return found


def _again(path: str, files: Files) -> bool:
    """Whether this is another file once more, for hosts that send it compressed."""
    return path.endswith((".br", ".gz")) and path[:-3] in files


def _needed(entries: Sequence[Entry], document: str) -> list[Entry]:
    """What reading a document needs of what lies in its folder."""
    download = f"{document}/{document}."
    return [entry for entry in entries if not entry[0].startswith(download) or entry[0].endswith(".js")]


def _shared(path: str) -> bool:
    """Whether a file belongs to every page: the site's own pages, the theme, the search's door."""
    folder, _, name = path.rpartition("/")
    if folder:
        return folder == "assets" or path == _DOOR
    return not name.startswith((".", "_")) and not name.endswith((".xml", ".txt"))


def _listed(entries: Sequence[Entry]) -> bytes:
    rows = ",\n".join(map(_encode, entries))
    return f"[{rows}]\n".encode()


OUTPUT = Output("the worker for reading without network, and its lists", from_files=_make)
