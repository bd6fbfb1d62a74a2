"""Frozen values that cost no more than others: a short text is made of some hundred of them.

To whoever checks types `value` is `dataclass`, so that setting a field of a frozen one is an error there. While the
program runs nobody looks again, which `dataclass` would do at three times the cost of making the value.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """`dataclass`, but frozen only on paper; equal values still have equal hashes."""
        return dataclass(slots=slots, unsafe_hash=frozen)
