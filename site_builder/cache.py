"""What a build remembers for the next one, in a folder beside the output (`.site.cache/` beside `site/`).

The state file holds a `Summary`, enough to tell that nothing at all changed, and behind it a `Record` a document. A
state of another version, or one that is broken, is as good as none: everything is made again.

It is a pickle because it is read at every start; the reader makes no other objects than the ones named here, so that a
state file from elsewhere can do no harm.
"""

import io
import os
import pickle
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from site_builder import wordnet
from site_builder.errors import OutputError
from site_builder.files import Listing, Stamp, listing
from site_builder.output_folder import Made, Written, digest
from site_builder.problems import Place, Problem, Severity
from site_builder.report import Totals
from site_builder.values import value

if TYPE_CHECKING:  # site.py brings in the templates' machinery, which a build of nothing new can do without
    from site_builder.site import Card

_LEGIBLE = {
    "site_builder.cache": ("Record", "Summary"),
    "site_builder.output_folder": ("Made",),
    "site_builder.problems": ("Place", "Problem", "Severity"),
    "site_builder.report": ("Totals",),
    "site_builder.site": ("Card", "Heading"),
}
_PATIENCE = 30.0  # seconds to wait for another build into the same output


@value(frozen=True, slots=True)
class Record:
    """One document as it was built: `sources` are path, stamp and digest of its files, `composed` and `published` the
    keys of what it was made from, `links` the addresses in its text, `made` its files of the site, `parts` what it
    contributes to the files of the whole site, by the name of the output, `matched` the places of those of the author's
    overrides that stand in it."""

    id: str
    sources: tuple[tuple[str, Stamp, str], ...]
    composed: str
    published: str = ""
    card: "Card | None" = None
    problems: tuple[Problem, ...] = ()
    links: tuple[tuple[str, Place], ...] = ()
    made: tuple[Made, ...] = ()
    parts: tuple[tuple[str, bytes], ...] = ()
    matched: tuple[int, ...] = ()


@value(frozen=True, slots=True)
class Summary:
    """The whole build: the stamps of all it read, under which settings, what it wrote, and what it said."""

    settings: str
    inputs: Listing
    written: Written
    problems: tuple[Problem, ...]
    totals: Totals


def folder_for(output: str) -> str:
    """The cache folder of an output folder."""
    parent, name = os.path.split(os.path.abspath(output))
    return os.path.join(parent, f".{name}.cache")


def version() -> str:
    """Names the state of this package's own source, and of dictionaries that it finds, so that a newer builder trusts
    nothing that an older one made."""
    package = os.path.dirname(os.path.abspath(__file__))
    parts = [f"{sys.version_info[:2]}"]
    for path, (changed, size) in listing(package).items():
        if path.endswith(".py"):
            with open(os.path.join(package, path), "rb", buffering=0) as file:
                parts.append(f"{path} {digest(file.read())}")
        elif not path.endswith(".pyc"):
            parts.append(f"{path} {changed} {size}")
    parts.append(wordnet.state())
    return digest("\n".join(parts).encode())


def summary(folder: str, wanted: str) -> Summary | None:
    """What the last build of version `wanted` left; None when there was none."""
    found = _load(folder, wanted, 0)
    return found if isinstance(found, Summary) else None


def records(folder: str, wanted: str) -> dict[str, Record]:
    """What is remembered of each document, by its id."""
    found = _load(folder, wanted, 1)
    return found if isinstance(found, dict) else {}


def save(folder: str, version: str, whole: Summary, documents: Mapping[str, Record]) -> None:
    """Remember a build."""
    head, body = pickled(whole), pickled(dict(documents))
    place = os.path.join(folder, "state")
    with open(f"{place}.new", "wb") as file:
        file.write(f"{version} {len(head)}\n".encode() + head + body)
    os.replace(f"{place}.new", place)


def pickled(value: object) -> bytes:
    """Records, or anything that holds some, as bytes."""
    file = io.BytesIO()
    _Writer(file, 5).dump(value)
    return file.getvalue()


@contextmanager
def locked(output: str) -> Iterator[str]:
    """The cache folder, while no other build uses it; waits for one that does, OutputError when that takes too long."""
    folder = folder_for(output)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "lock"), "a+b") as file:
        _lock(file.fileno(), output)
        try:
            yield folder
        finally:
            shutil.rmtree(staging(folder), ignore_errors=True)


def staging(folder: str) -> str:
    """Where artifacts wait to be swapped in."""
    return os.path.join(folder, "staging")


def fresh_staging(folder: str) -> str:
    """The same, made empty: a build that was stopped may have left something."""
    shutil.rmtree(staging(folder), ignore_errors=True)
    os.makedirs(staging(folder))
    return staging(folder)


class _Writer(pickle.Pickler):
    """A pickler that writes our records as calls of their classes: what dataclasses do by themselves is many times
    slower."""

    def reducer_override(self, value: object) -> Any:
        kind: type = type(value)
        return (kind, _values(kind)(value)) if is_dataclass(kind) else NotImplemented


@cache
def _values(kind: type) -> Callable[[object], tuple[object, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))


class _Reader(pickle.Unpickler):
    """An unpickler that makes our records and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if name not in _LEGIBLE.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
        return getattr(import_module(module), name)


def _load(folder: str, wanted: str, part: int) -> object:
    try:
        with open(os.path.join(folder, "state"), "rb") as file:
            found, length = file.readline(100).decode().split()
            if found != wanted:
                return None
            if part:
                file.seek(int(length), os.SEEK_CUR)
            return _Reader(io.BytesIO(file.read(-1 if part else int(length)))).load()
    except Exception:  # a damaged pickle raises nearly anything, and all of it means the same
        return None


def _lock(file: int, output: str) -> None:
    limit = time.monotonic() + _PATIENCE
    while not _try_lock(file):
        if time.monotonic() > limit:
            hint = "wait until it is done, or build into another folder with --output"
            problem = Problem("busy", "another build is at work here", Place(output), Severity.ERROR, hint)
            raise OutputError(problem)
        time.sleep(0.05)


def _try_lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
