"""What a file of corrections says of a document: which beads a person fixed, and which id each segment had.

A row belongs to the text it holds, wherever that stands now. Fixed are the rows that are checked or locked and whose
text is still there. A segment has the id of the row with its very texts; else of one that has its text in one language;
else of the row between those of its neighbours. Ids that nothing has any more are never given again.
"""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from site_builder.draft import Known
from site_builder.interchange.corrections import Corrections, Row, digest, plain
from site_builder.model import Line
from site_builder.pairing.cutting import Held, Range
from site_builder.pairing.naming import highest
from site_builder.problems import Place, Problem, Severity

_PARTED = "\n"  # stands in no text that is compared


class Spot(NamedTuple):
    """Where the text of a row stands in one language: the block, and its characters there."""

    block: int
    place: Range


def spots(lines: Sequence[Line], texts: Sequence[str]) -> list[Spot | None]:
    """Where each of some texts stands in the lines of one language; None where it does not stand in one line. Texts are
    looked for behind the one before, then from the start."""
    bare = [plain(line.text) for line in lines]
    whole = _PARTED.join(bare)
    starts = list(accumulate((len(text) + 1 for text in bare), initial=0))
    found: list[Spot | None] = []
    after = 0
    for text in map(plain, texts):
        at = whole.find(text, after) if text else -1
        at = whole.find(text) if text and at < 0 else at
        if at < 0:
            found.append(None)
            continue
        block = bisect_right(starts, at) - 1
        after = at + len(text)
        found.append(Spot(block, _characters(lines[block].text, at - starts[block], len(text))))
    return found


def held(
    corrections: Corrections, blocks: Sequence[tuple[Line, ...]]
) -> tuple[dict[int, list[Held]], tuple[Problem, ...]]:
    """By block, what a person fixed in it; and the rows that cannot be kept."""
    sides = [
        spots([lines[side] for lines in blocks], [row.texts[side] for row in corrections.rows])
        for side in range(len(corrections.languages))
    ]
    every = zip(corrections.rows, zip(*sides, strict=True), strict=True)
    rows = [(row, places) for row, places in every if row.status != "auto" and any(row.texts)]
    found: dict[int, list[Held]] = defaultdict(list)
    problems = []
    for row, places in rows:
        wanted = [place for place, text in zip(places, row.texts, strict=True) if plain(text)]
        present = [place for place in wanted if place]
        together = len({place.block for place in present}) == 1
        if len(present) == len(wanted) and together and not _overlaps(places, found[present[0].block]):
            found[present[0].block].append(tuple(place.place if place else None for place in places))
        else:
            problems.append(_lost(row, corrections.path))
    return found, tuple(problems)


def links(corrections: Corrections, first: Sequence[Line], other: Sequence[Line], side: int) -> list[tuple[int, int]]:
    """Blocks of the first language and of another one, given by its place, that a person put together."""
    ones = spots(first, [row.texts[0] for row in corrections.rows])
    twos = spots(other, [row.texts[side] for row in corrections.rows])
    every = zip(corrections.rows, ones, twos, strict=True)
    found = [(one.block, two.block) for row, one, two in every if row.status != "auto" and one and two]
    return list(dict.fromkeys(found))


class Named(NamedTuple):
    """The id of a pair ("" for a new one), and what is known of its segments."""

    id: str
    known: list[Known]


def named(
    corrections: Corrections, blocks: Sequence[Sequence[tuple[Line, ...]]]
) -> tuple[list[Named], tuple[Problem, ...]]:
    """The blocks, given by the lines of their segments, with the ids they had; and the rows that were looked at and
    whose text is another now."""
    digests = [tuple(digest(line.text) for line in lines) for segments in blocks for lines in segments]
    rows = _rows_of(digests, corrections.rows)
    changed = [row for row, own in zip(rows, digests, strict=True) if row and row.digests != own]
    problems = tuple(_edited(row, corrections.path) for row in changed if row.status != "auto")
    found: list[Named] = []
    seen: set[str] = set()
    ever = highest(row.id for row in corrections.rows)
    at = 0
    for segments in blocks:
        part = list(zip(rows[at : at + len(segments)], digests[at : at + len(segments)], strict=True))
        at += len(segments)
        pairs = Counter(row.id.rpartition("-")[0] for row, _ in part if row)
        own = next((pair for pair, _ in pairs.most_common() if pair and pair not in seen), "")
        seen.add(own)
        found.append(Named(own, list(_numbered(own, [_known(*each) for each in part], ever))))
    return found, problems


def _characters(text: str, start: int, size: int) -> Range:
    """Which characters of a text so many bare ones are, from a certain one on, the space behind them included."""
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    stop = kept[start + size] if start + size < len(kept) else len(text)
    return (kept[start] if start else 0), stop


def _overlaps(places: Sequence[Spot | None], others: Sequence[Held]) -> bool:
    """Whether some of this text is held already."""
    return any(
        own and other and own.place[0] < other[1] and other[0] < own.place[1]
        for each in others
        for own, other in zip(places, each, strict=True)
    )


def _known(row: Row | None, digests: tuple[str, ...]) -> Known:
    if row is None:
        return Known()
    return Known(row.id, row.confidence, row.status) if row.digests == digests else Known(row.id, -1.0)


def _numbered(pair: str, known: list[Known], ever: dict[str, int]) -> Iterator[Known]:
    """The segments of a pair, new ones with a number that no segment of it ever had."""
    for one in known:
        if one.id or not pair:
            yield one
        else:
            ever[pair] = ever.get(pair, 0) + 1
            yield Known(f"{pair}-{ever[pair]}", one.confidence, one.status)


def _rows_of(digests: Sequence[tuple[str, ...]], rows: Sequence[Row]) -> list[Row | None]:
    """The row that each segment was."""
    found: list[Row | None] = [None] * len(digests)
    left = dict(enumerate(rows))
    _take(found, left, [(at, own) for at, own in enumerate(digests)], [(at, row.digests) for at, row in left.items()])
    for side in range(len(digests[0]) if digests else 0):
        wanted = [(at, (own[side],)) for at, own in enumerate(digests) if found[at] is None and own[side]]
        _take(found, left, wanted, [(at, (row.digests[side],)) for at, row in left.items()])
    places = {id(row): at for at, row in enumerate(rows)}
    for start, stop in _gaps(found):
        before = places[id(found[start - 1])] if start else -1
        after = places[id(found[stop])] if stop < len(found) else len(rows)
        between = [at for at in range(before + 1, after) if at in left]
        if len(between) == stop - start:
            found[start:stop] = [left.pop(at) for at in between]
    return found


def _take(
    found: list[Row | None],
    left: dict[int, Row],
    wanted: Sequence[tuple[int, tuple[str, ...]]],
    offered: Sequence[tuple[int, tuple[str, ...]]],
) -> None:
    """Give each segment the first row that is left and agrees with it."""
    by_text: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for at, key in offered:
        by_text[key].append(at)
    for at, key in wanted:
        if any(key) and by_text.get(key):
            found[at] = left.pop(by_text[key].popleft())


def _gaps(found: Sequence[Row | None]) -> Iterator[tuple[int, int]]:
    """Runs of segments that have no row yet."""
    start = None
    for at, row in enumerate([*found, Row("", "auto", 1.0, (), ())]):
        if row is None and start is None:
            start = at
        elif row is not None and start is not None:
            yield start, at
            start = None


def _edited(row: Row, path: str) -> Problem:
    message = f"{row.id} was {row.status}, but its text has changed since"
    hint = "look at it again; python build.py serve shows it under /review/"
    return Problem("edited-segment", message, Place(path, row.line), hint=hint)


def _lost(row: Row, path: str) -> Problem:
    message = f"the {row.status} texts of {row.id or 'this row'} do not stand in one paragraph (any more)"
    hint = "move text between rows only inside a paragraph; delete the row if its text is gone"
    return Problem("lost-segment", message, Place(path, row.line), Severity.WARNING, hint)
