"""Read the disk: what lies in the content folder, and the files of a theme.

A file's stamp is its time of change in nanoseconds and its size; when both are as they were, so are its bytes. A file
that was changed a moment ago may change again within the same tick of the disk's clock, so its stamp equals no other.
"""

import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import cache_from_source
from io import BufferedReader
from typing import TypeAlias

from site_builder.errors import OutputError, SourceError, ThemeError
from site_builder.problems import Place, Problem, Severity

Stamp: TypeAlias = tuple[int, int]
_MOMENT = 50_000_000  # nanoseconds; clocks of file systems tick every 1 to 20 ms

Listing: TypeAlias = Mapping[str, Stamp]  # path in the folder, with forward slashes → stamp


def listing(folder: str) -> dict[str, Stamp]:
    """Every file below `folder`, in order of path. Hidden files and editors' backups are left out, and so are links to
    folders, which may lead in a circle."""
    return dict(sorted(_walk(folder, "", time.time_ns()))) if os.path.isdir(folder) else {}


def content_listing(folder: str) -> dict[str, Stamp]:
    """The listing of the content folder; SourceError when there is none."""
    if not os.path.isdir(folder):
        hint = "make the folder and put a text into it, or name another one with --content"
        said = "this is a file, not a folder" if os.path.exists(folder) else "there is no such folder"
        raise SourceError(Problem("no-content", said, Place(folder), Severity.ERROR, hint))
    return listing(folder)


def read(folder: str, path: str) -> bytes:
    """The bytes of one file; SourceError when it cannot be read."""
    try:
        with open(os.path.join(folder, path), "rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from error


@contextmanager
def opened(folder: str, path: str) -> Iterator[BufferedReader]:
    """One file to be read piece by piece, as recordings are; SourceError when it cannot be opened."""
    try:
        file = open(os.path.join(folder, path), "rb")  # noqa: SIM115 - what goes wrong later is another's
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from error
    with file:
        yield file


def exists(path: str) -> bool:
    """Whether there is a file."""
    return os.path.isfile(path)


def write(path: str, content: str | bytes) -> None:
    """Write a file that the author asked for, whole or not at all; OutputError when it cannot be."""
    try:
        with open(f"{path}.new", "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        os.replace(f"{path}.new", path)
    except OSError as error:
        said = error.strerror or str(error)
        raise OutputError(Problem("unwritable", said, Place(path), Severity.ERROR, "choose another file")) from error


def theme_listing(name: str, project: str) -> dict[str, Stamp]:
    """The stamps of all files that make up a theme, keyed by where they lie."""
    folders = _theme_folders(name, project)
    return {os.path.join(folder, path): stamp for folder in folders for path, stamp in listing(folder).items()}


def theme_files(name: str, project: str) -> dict[str, bytes]:
    """The files of a theme, by path in its folder: the packaged theme, and over it, file by file, `themes/<name>/` of
    the project. ThemeError when neither knows the name."""
    folders = _theme_folders(name, project)
    if not folders:
        raise ThemeError(_no_theme(name, project))
    return {path: read(folder, path) for folder in folders for path in listing(folder)}


def theme_roots(project: str) -> tuple[str, ...]:
    """The folders that themes lie in: the packaged ones', and the project's own, which wins."""
    packaged, own = _themes(), os.path.join(project, "themes")
    same = os.path.abspath(packaged) == os.path.abspath(own)
    return tuple(folder for folder in ([packaged] if same else [packaged, own]) if os.path.isdir(folder))


def compiled_folder() -> str:
    """Where compiled templates may be kept: beside the compiled modules of this package, which are kept for the same
    reason; "" where nothing may be written, or Python was told to leave nothing."""
    if sys.dont_write_bytecode:
        return ""
    folder = os.path.join(os.path.dirname(cache_from_source(__file__)), "templates")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        return ""
    return folder if os.access(folder, os.W_OK) else ""


def _walk(folder: str, prefix: str, now: int) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name[0] in ".#" or entry.name[-1] in "~#":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/", now)
            elif (stamp := _stamp(entry, now)) is not None:
                yield f"{prefix}{entry.name}", stamp


def _stamp(entry: os.DirEntry[str], now: int) -> Stamp | None:
    """None for what is no file: a socket, a link to nowhere or to a folder."""
    try:
        info = entry.stat()
    except OSError:
        return None
    changed = info.st_mtime_ns if info.st_mtime_ns < now - _MOMENT else -now
    return (changed, info.st_size) if stat.S_ISREG(info.st_mode) else None


def _theme_folders(name: str, project: str) -> list[str]:
    folders = (os.path.join(root, name) for root in theme_roots(project))
    return [folder for folder in folders if os.path.isdir(folder)]


def _unreadable(path: str, error: OSError) -> Problem:
    said = error.strerror or str(error)
    return Problem("unreadable", said, Place(path), Severity.ERROR, "look at its permissions")


def _themes() -> str:
    """The packaged themes: inside the package when it was installed from a wheel, beside it in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "themes")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "themes")


def _no_theme(name: str, project: str) -> Problem:
    from difflib import get_close_matches

    known = sorted({entry for folder in theme_roots(project) for entry in os.listdir(folder)})
    near = get_close_matches(name, known, 1)
    hint = f'did you mean theme = "{near[0]}"?' if near else f"themes there are: {', '.join(known)}"
    return Problem("no-theme", f"there is no theme {name}", Place(f"themes/{name}"), Severity.ERROR, hint)
