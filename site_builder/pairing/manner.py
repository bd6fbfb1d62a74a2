"""How long texts are aligned."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

Progress: TypeAlias = Callable[[int, int], None]


class Manner(NamedTuple):
    """Whether vectors of sentences help, which `vectors.installed()` must allow and which cost about a hundred times as
    much as all the rest; and who is told how much of the work is done, of how much."""

    vectors: bool = False
    progress: Progress | None = None


PLAIN = Manner()
