"""An id that the author gave twice, or that the page needs itself."""

import re
from collections.abc import Iterator

from site_builder.checks import Check
from site_builder.model import Document
from site_builder.problems import Place, Problem

_OURS = re.compile(r"s\d+|p\d+(?:-\d+)?(?::.*)?|[nr]\d+(?:-\d+)?")  # sections, pairs, segments, ranges, notes, marks


def find(document: Document) -> Iterator[Problem]:
    """Every id that is given to a second pair, or has the form of those that are counted."""
    first: dict[str, Place] = {}
    for pair in document.pairs():
        if not pair.own_id:
            continue
        place, sought = pair.place or Place(document.path), (f"{{#{pair.own_id}}}",)
        before = first.setdefault(pair.own_id, place)
        if before is not place:
            hint = f"give one of them another name (the first is at line {before.line}); links lead to the first"
            yield Problem("duplicate-id", f"#{pair.own_id} is given twice", place, hint=hint, sought=sought)
        elif _OURS.fullmatch(pair.own_id):
            hint = "take a name that is a word: sections, pairs and notes are counted s1, p1, n1"
            said = f"#{pair.own_id} is a name the page uses itself"
            yield Problem("duplicate-id", said, place, hint=hint, sought=sought)


CHECK = Check("ids given twice", find)
