"""The terms of documents, remembered from build to build by the digest of what each contributed, in one file of the
cache: a line of JSON that says where each lies, and the arrays. A file that is broken is as good as none.
"""

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from site_builder.indexing.terms import Found

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FORM = "terms 1"  # what the file says first


def recalled(folder: str) -> dict[str, Found]:
    """What is remembered."""
    import numpy as np

    try:
        with open(_place(folder), "rb") as file:
            form, head, data = file.read().split(b"\n", 2)
        if form.decode() != _FORM:
            return {}
        numbers = np.frombuffer(data, np.uint64)
        found, at = {}, 0
        for name, pairs, uses, forms in json.loads(head):
            found[name] = Found(numbers[at : at + pairs], forms, numbers[at + pairs : at + pairs + uses])
            at += pairs + uses
        return found if at == len(numbers) else {}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(folder: str, found: Mapping[str, Found]) -> None:
    """Remember this, and nothing else."""
    head = json.dumps([(name, len(one.pairs), len(one.uses), one.forms) for name, one in found.items()])
    place = _place(folder)
    with open(f"{place}.new", "wb") as file:
        file.write(f"{_FORM}\n{head}\n".encode())
        for one in found.values():
            file.writelines((_bytes(one.pairs), _bytes(one.uses)))
    os.replace(f"{place}.new", place)


def _place(folder: str) -> str:
    return os.path.join(folder, "terms")


def _bytes(entries: "NDArray[np.uint64]") -> bytes:
    return entries.tobytes()
