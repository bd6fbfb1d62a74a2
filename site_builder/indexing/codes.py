"""How numbers are written in the files of the search: rising numbers as gaps, five bits a letter, the lowest first, 32
when more follow. The letters need no escape in a script, and are a tenth fewer than those of base64, compressed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def gaps(numbers: Iterable[int]) -> str:
    """Rising numbers; the first counts from 0."""
    letters, last = [], -1
    for number in numbers:
        gap, last = number - last - 1, number
        while gap > 31:
            letters.append(LETTERS[32 | gap & 31])
            gap >>= 5
        letters.append(LETTERS[gap])
    return "".join(letters)


def written(gaps: "NDArray[np.int64]") -> "tuple[str, NDArray[np.int64]]":
    """Many gaps at once: all letters, and where each gap begins, one place more for the end."""
    import numpy as np

    lengths = np.ones(len(gaps), np.int64)
    rest = gaps >> 5
    while rest.any():
        lengths += rest > 0
        rest = rest >> 5
    places = np.zeros(len(gaps) + 1, np.int64)
    np.cumsum(lengths, out=places[1:])
    letters = np.frombuffer(LETTERS.encode(), np.uint8)
    out = np.empty(places[-1], np.uint8)
    for at in range(int(lengths.max(initial=0))):
        has = lengths > at
        digits = gaps[has] >> 5 * at & 31 | np.where(lengths[has] > at + 1, 32, 0)
        out[places[:-1][has] + at] = letters[digits]
    return out.tobytes().decode("ascii"), places
