"""Find the one record that each file of a folder of siblings declares.

    declared("site_builder.checks", "CHECK", Check)  →  {"notes": Check(…), "untranslated": Check(…)}

A new input form, language, check or output is a new file; nothing is registered anywhere else. Every file of such a
folder must declare the record, so helpers live one level up. `load` imports one member and no sibling of it.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@cache
def names(package: str) -> tuple[str, ...]:
    """The names of a package's members, sorted."""
    folder = Path(import_module(package).__path__[0])
    return tuple(sorted(path.stem for path in folder.glob("[!_]*.py")))


def load(package: str, name: str, constant: str, kind: type[T]) -> T:
    """The record `constant` of one member; TypeError when the file does not declare it."""
    record = getattr(import_module(f"{package}.{name}"), constant, None)
    if not isinstance(record, kind):
        raise TypeError(f"{package}.{name} must declare {constant}, a {kind.__name__}")
    return record


def declared(package: str, constant: str, kind: type[T]) -> dict[str, T]:
    """The record of every member, by the member's name."""
    return {name: load(package, name, constant, kind) for name in names(package)}
