"""The folder that the site is built into: ours only, changed only when the whole new site is ready.

1. `refuse_unfit` makes sure that the folder is ours, by its manifest `.bilingual-reader.json`, which lists every file
   of the last build. A folder that holds anything but no manifest is refused.
2. `stage` writes a new artifact into the cache folder beside the output, unless the output has the same bytes already.
3. `swap_in` moves what was staged to its place by renaming: the whole folder at once where there is no site yet, else
   assets and data first, then pages, so that no page asks for what is not there; files that the site no longer has go
   last. Files that are not ours are never touched.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import BufferedReader
from typing import TypeAlias

from site_builder.errors import OutputError
from site_builder.problems import Place, Problem, Severity
from site_builder.values import value

MANIFEST = ".bilingual-reader.json"
_DOOR, _WORKER = "search/index.js", "worker.js"
_AGAIN = "move it away and build again; it is not deleted because this builder did not make it"

_TAKEN = (IsADirectoryError, NotADirectoryError, FileExistsError, PermissionError)  # the last is Windows' word for all

Ours: TypeAlias = Mapping[str, tuple[str, int]]  # path in the output → digest and size
Written: TypeAlias = Mapping[str, tuple[str, int, int]]  # the same and the time of change, as last seen


@value(frozen=True, slots=True)
class Made:
    """An artifact that was made: where it goes, its digest and size, and where it was staged ("" when the output holds
    it already)."""

    path: str
    digest: str
    size: int
    staged: str = ""


@value(frozen=True, slots=True)
class Changes:
    """What `swap_in` did: the paths it wrote and removed, and how many files were as they should be."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0


NOTHING = Changes()


def digest(data: bytes) -> str:
    """The name of these bytes: 128 bits tell files of one site apart. Browsers know SHA-256, and worker.js uses it."""
    return hashlib.sha256(data).hexdigest()[:32]


def digest_of(file: BufferedReader) -> str:
    """The same of a whole file, read piece by piece."""
    return hashlib.file_digest(file, "sha256").hexdigest()[:32]


def refuse_unfit(folder: str, content: str) -> None:
    """OutputError when `folder` must not be written to."""
    place, here = os.path.realpath(folder), os.path.realpath(content)
    if place == here or place.startswith(here + os.sep) or (here + os.sep).startswith(place.rstrip(os.sep) + os.sep):
        raise _refused(folder, "the output folder and the content folder must not lie in each other")
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise _refused(folder, "the output folder is a file", _AGAIN)
    last_build(folder)


def last_build(folder: str) -> Ours:
    """The files that the last build left in `folder`; OutputError when others than ours are there."""
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            return _entries(file.read())
    except FileNotFoundError:
        if os.path.isdir(folder) and os.listdir(folder):
            hint = "empty it yourself, or build into another folder with --output"
            raise _refused(folder, "the folder holds files that this builder did not make", hint) from None
        return {}
    except (OSError, ValueError) as error:
        raise _refused(f"{folder}/{MANIFEST}", f"cannot be read: {error}", f"delete {folder} and build again") from None


def holds(folder: str, made: Made, seen: Written) -> bool:
    """Whether the output has this artifact with these bytes: by its stamp, else by its content."""
    place = os.path.join(folder, made.path)
    try:
        info = os.stat(place)
        if info.st_size != made.size:
            return False
        if seen.get(made.path) == (made.digest, info.st_size, info.st_mtime_ns):
            return True
        with open(place, "rb") as file:
            return digest_of(file) == made.digest
    except OSError:
        return False


def stage(path: str, data: bytes, folder: str, staging: str, seen: Written) -> Made:
    """Keep an artifact ready for `swap_in`. ValueError when `path` leads out of the output folder."""
    if not _safe(path):
        raise ValueError(f"{path!r} is no path inside the site")
    made = Made(path, digest(data), len(data))
    if holds(folder, made, seen):
        return made
    return Made(made.path, made.digest, made.size, _kept(path, data, staging))


def stage_copy(path: str, original: BufferedReader, folder: str, staging: str, seen: Written) -> Made:
    """Keep a copy of a file ready for `swap_in`, without ever holding all of it: recordings are large. ValueError when
    `path` leads out of the output folder."""
    if not _safe(path):
        raise ValueError(f"{path!r} is no path inside the site")
    name = digest_of(original)
    made = Made(path, name, original.tell())
    if holds(folder, made, seen):
        return made
    original.seek(0)
    staged = _kept(path, b"", staging)
    with open(staged, "wb") as file:
        shutil.copyfileobj(original, file)
    return Made(made.path, made.digest, made.size, staged)


def clashes(made: Iterable[Made]) -> tuple[Problem, ...]:
    """Artifacts that ask for the same place, or for a place inside another one."""
    seen: dict[str, Made] = {}
    twice = [one.path for one in made if seen.setdefault(one.path, one).digest != one.digest]
    folders = {
        folder for parent in {path.rpartition("/")[0] for path in seen} for folder in (parent, *_folders(parent))
    }
    blocked = folders & seen.keys()
    inside = [path for path in seen if blocked and any(folder in blocked for folder in _folders(path))]
    hint = "rename one of the texts or pictures"
    message = "two files of the site ask for this place"
    return tuple(Problem("same-page", message, Place(path), Severity.ERROR, hint) for path in [*twice, *inside])


def swap_in(folder: str, made: Iterable[Made], ours: Ours, staging: str) -> Changes:
    """Bring the output to hold exactly `made`, which is all there is in `staging`, and whatever is not ours.
    OutputError, with nothing changed yet, when a file that is not ours is in the way."""
    files = {one.path: one for one in made}
    moved = sorted((one for one in files.values() if one.staged), key=lambda one: (_turn(one.path), one.path))
    gone = [path for path in ours if path not in files]
    target = {path: (one.digest, one.size) for path, one in sorted(files.items())}
    if moved and not os.path.lexists(folder):
        _write_manifest(staging, target)
        # Where renaming a folder is not possible (another disk), renaming its files may be.
        with suppress(OSError):
            os.rename(staging, folder)
            return Changes(tuple(one.path for one in moved))
    _refuse_others(folder, moved, ours)
    os.makedirs(folder, exist_ok=True)
    if moved or gone:
        _write_manifest(folder, {**ours, **target})  # should we be stopped half way, all of it is known as ours
    blocking = _in_the_way(gone, files)
    _remove(folder, blocking)
    _move(folder, moved)
    _remove(folder, [path for path in gone if path not in blocking])
    if moved or gone or target != ours:
        _write_manifest(folder, target)
    return Changes(tuple(one.path for one in moved), tuple(gone), len(files) - len(moved))


def stamps(folder: str, made: Iterable[Made]) -> dict[str, tuple[str, int, int]]:
    """How the files of the site lie there now."""
    found = {}
    for one in made:
        info = os.stat(os.path.join(folder, one.path))
        found[one.path] = (one.digest, info.st_size, info.st_mtime_ns)
    return found


def untouched(folder: str, seen: Written) -> bool:
    """Whether every file of the site still has its stamp."""
    try:
        for path, (_, size, time) in seen.items():
            info = os.stat(os.path.join(folder, path))
            if info.st_size != size or info.st_mtime_ns != time:
                return False
    except OSError:
        return False
    return os.path.exists(os.path.join(folder, MANIFEST))


def _kept(path: str, data: bytes, staging: str) -> str:
    """Where the data wait: below `staging` as they will lie in the site, so that all of it can be renamed at once."""
    staged = os.path.join(staging, path)
    try:
        try:
            return _write(staged, data)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(staged), exist_ok=True)
            return _write(staged, data)
    except _TAKEN:
        # Two artifacts ask for one place, of which `clashes` will tell; until then both are kept.
        return _write(os.path.join(staging, digest(path.encode())), data)


def _write(place: str, data: bytes) -> str:
    with open(place, "wb", buffering=0) as file:
        file.write(data)
    return place


def _refused(path: str, message: str, hint: str = "choose another folder with --output") -> OutputError:
    return OutputError(Problem("output", message, Place(path), Severity.ERROR, hint))


def _entries(text: str) -> Ours:
    """The files a manifest lists. It may have been tampered with: a path that leads outside is not ours."""
    entries = json.loads(text)["files"]
    return {path: (str(found[0]), int(found[1])) for path, found in entries.items() if _safe(path)}


def _write_manifest(folder: str, files: Ours) -> None:
    lines = ",\n".join(f"{json.dumps(path)}: {json.dumps(found)}" for path, found in sorted(files.items()))
    place = os.path.join(folder, MANIFEST)
    with open(f"{place}.new", "w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"made_by": "bilingual-reader", "files": {{\n{lines}\n}}}}\n')
    os.replace(f"{place}.new", place)


def _safe(path: str) -> bool:
    return not any(part in ("", ".", "..", MANIFEST) or "\\" in part or "\0" in part for part in path.split("/"))


def _turn(path: str) -> int:
    """When a file is swapped in: what names others comes after them. The search's door names its folder, pages name
    everything, and the worker names the pages."""
    return 3 if path == _WORKER else 2 if path.endswith(".html") else int(path == _DOOR)


def _refuse_others(folder: str, moved: Iterable[Made], ours: Ours) -> None:
    """A staged file must not replace one that is not ours, nor go through a link that leads out of the folder."""
    root, looked = os.path.realpath(folder), set()
    for one in moved:
        place = os.path.join(folder, one.path)
        if one.path not in ours and os.path.lexists(place) and not os.path.isdir(place):
            raise _refused(place, "the site needs this place, but the file there is not ours", _AGAIN)
        parent = os.path.dirname(place)
        if parent not in looked:
            looked.add(parent)
            if not (os.path.realpath(parent) + os.sep).startswith(root + os.sep):
                raise _refused(parent, "this is a link that leads out of the output folder", _AGAIN)


def _in_the_way(gone: Iterable[str], files: Mapping[str, Made]) -> list[str]:
    """Old files whose place is now a folder, or whose folder's place is now a file: they cannot wait to the end."""
    folders = {folder for path in files for folder in _folders(path)}
    return [path for path in gone if path in folders or any(folder in files for folder in _folders(path))]


def _folders(path: str) -> Iterable[str]:
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def _move(folder: str, moved: Iterable[Made]) -> None:
    ready = set()
    for one in moved:
        place = os.path.join(folder, one.path)
        parent = os.path.dirname(place)
        if parent not in ready:
            os.makedirs(parent, exist_ok=True)
            ready.add(parent)
        try:
            os.replace(one.staged, place)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            # The output is a disk of its own: copy beside the place first, so that readers never see half a file.
            shutil.copyfile(one.staged, f"{place}.new")
            os.replace(f"{place}.new", place)


def _remove(folder: str, paths: Iterable[str]) -> None:
    """Delete files of ours, and the folders that this leaves empty."""
    root = os.path.realpath(folder)
    for path in paths:
        place = os.path.join(folder, path)
        if not (os.path.realpath(os.path.dirname(place)) + os.sep).startswith(root + os.sep):
            continue
        try:
            os.remove(place)
        except OSError:
            continue
        for parent in reversed(list(_folders(path))):
            try:
                os.rmdir(os.path.join(folder, parent))
            except OSError:
                break
