"""Proofreading rules over a finished document: each file is one rule, its name is the code, and declares `CHECK`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from site_builder import discovery
from site_builder.model import Document
from site_builder.problems import Problem


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: `find(document)` gives the problems it sees."""

    summary: str
    find: Callable[[Document], Iterable[Problem]]


def check(document: Document) -> tuple[Problem, ...]:
    """Everything that any rule finds in a document."""
    return tuple(problem for rule in _rules() for problem in rule.find(document))


@cache
def _rules() -> tuple[Check, ...]:
    return tuple(discovery.declared(__name__, "CHECK", Check).values())
