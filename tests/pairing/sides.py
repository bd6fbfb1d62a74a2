"""Texts whose alignment is known, unit by unit: gold files, and texts constructed with merges, splits and drops.

A gold file holds one language, `name.tag.txt`: a unit a line, the keys of what it says, a tab, its text; `#` opens a
remark. Units of two languages that share a key stand in one bead.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

from site_builder.languages import language
from site_builder.pairing.align import Bead
from site_builder.pairing.fixed import Units
from site_builder.pairing.sequences import align_sequences
from tests.pairing.paragraphs import Segments, gold

FOLDER = Path(__file__).parent / "gold" / "sequences"
WRITTEN = ("report", "news", "policy", "stories", "things", "unseen")  # paragraphs of the report and of our own

Right = tuple[tuple[int, ...], tuple[int, ...]]  # the units of a bead


class Sides(NamedTuple):
    """Two sequences of texts and the beads that are right."""

    languages: tuple[str, str]
    source: list[str]
    target: list[str]
    beads: list[Right]


class Figures(NamedTuple):
    """Strict F1, and for each bead its confidence and whether it is right."""

    f1: float
    beads: list[tuple[float, bool]]


def from_gold(name: str, *languages: str) -> Sides:
    """Two languages of a gold file, as far as the shorter of the two goes."""
    (keys, source), (others, target) = (_read(name, tag) for tag in languages)
    last = min(max(keys[-1]), max(others[-1]))
    keys, others = ([own for own in side if min(own) <= last] for side in (keys, others))
    return Sides((languages[0], languages[1]), source[: len(keys)], target[: len(others)], _joined(keys, others))


def constructed(
    paragraphs: Sequence[tuple[str, str]],
    seed: int,
    languages: tuple[str, str] = ("zh", "en"),
    merged: float = 0.12,
    gone: float = 0.04,
) -> Sides:
    """Pairs of paragraphs of which 12 % are split in the source, 12 % in the target, and 4 % are missing there or here:
    where one is split, the other side has two in one."""
    random, sides = Random(seed), Sides(languages, [], [], [])
    joints = ["" if tag.startswith(("zh", "ja")) else " " for tag in languages]
    rest = iter(paragraphs)
    for one, two in rest:
        chance = random.random()
        following = next(rest, None) if gone <= chance < gone + 2 * merged else None
        if chance < gone:
            _add(sides, [one] if chance < gone / 2 else [], [] if chance < gone / 2 else [two])
        elif following is None:
            _add(sides, [one], [two])
        elif chance < gone + merged:
            _add(sides, [one, following[0]], [two + joints[1] + following[1]])
        else:
            _add(sides, [one + joints[0] + following[0]], [two, following[1]])
    return sides


def worn(
    pairs: Sequence[tuple[str, str]], seed: int, languages: tuple[str, str], share: float
) -> list[tuple[str, str]]:
    """Pairs that have lost so many of their words, in Chinese of their characters, as what is freely translated has."""
    random = Random(seed)

    def left(text: str, tag: str) -> str:
        joint = "" if tag.startswith(("zh", "ja")) else " "
        words = text.split(joint) if joint else list(text)
        return joint.join([word for word in words if random.random() >= share] or words[:1])

    return [(left(one, languages[0]), left(two, languages[1])) for one, two in pairs]


def paragraphs(segments: Sequence[Segments], seed: int) -> list[tuple[str, str]]:
    """Paragraphs of one to four segments each."""
    random, found = Random(seed), []
    for known in segments:
        at = 0
        while at < len(known):
            part = known[at : at + random.choice([1, 1, 2, 3, 4])]
            found.append(("".join(one for one, _ in part), " ".join(two for _, two in part)))
            at += len(part)
    return found


def written(seed: int) -> Sides:
    """The report and our own texts as paragraphs, some of them merged, split or dropped."""
    return constructed(paragraphs([known for name in WRITTEN for known in gold(name)], seed), seed)


def by_clauses(name: str) -> Sides:
    """The segments of a gold file of paragraphs, cut into Chinese clauses and English sentences."""
    chinese, english = language("zh"), language("en")
    sides = Sides(("zh", "en"), [], [], [])
    for one, two in (segment for segments in gold(name) for segment in segments):
        ends = (chinese.clause_ends or chinese.sentence_ends)(one)
        _add(sides, _cut(one, list(ends)), _cut(two, list(english.sentence_ends(two))))
    return sides


def whole(sides: Sides) -> list[tuple[str, str]]:
    """The texts of the beads that have one unit of either side."""
    return [(sides.source[one[0]], sides.target[two[0]]) for one, two in sides.beads if len(one) == len(two) == 1]


def aligned(sides: Sides) -> Figures:
    """What the aligner makes of them."""
    return figures(sides.beads, align_sequences(Units(sides.source), Units(sides.target), sides.languages))


def figures(right: Sequence[Right], beads: Sequence[Bead]) -> Figures:
    """How good `beads` are. A bead counts only if both of its sides are right; precision counts all that were found,
    recall those of the right ones that have two sides."""
    known, found = set(right), [(tuple(range(*bead.source)), tuple(range(*bead.target))) for bead in beads]
    both = [bead for bead in right if all(bead)]
    precision = sum(bead in known for bead in found) / max(1, len(found))
    recall = len(set(found).intersection(both)) / max(1, len(both))
    f1 = 2 * precision * recall / ((precision + recall) or 1.0)
    return Figures(f1, [(bead.confidence, pair in known) for bead, pair in zip(beads, found, strict=True)])


def _add(sides: Sides, source: list[str], target: list[str]) -> None:
    one, two = len(sides.source), len(sides.target)
    sides.source.extend(source)
    sides.target.extend(target)
    sides.beads.append((tuple(range(one, len(sides.source))), tuple(range(two, len(sides.target)))))


def _cut(text: str, ends: list[int]) -> list[str]:
    return [text[start:end].strip() for start, end in pairwise([0, *ends])]


def _read(name: str, tag: str) -> tuple[list[list[int]], list[str]]:
    lines = (FOLDER / f"{name}.{tag}.txt").read_text(encoding="utf-8").splitlines()
    units = [line.split("\t") for line in lines if not line.startswith("#")]
    return [[int(key) for key in keys.split(",")] for keys, _ in units], [text for _, text in units]


def _joined(keys: list[list[int]], others: list[list[int]]) -> list[Right]:
    """Units in the order of their keys; those that share one are together."""
    tied = {key for own in (*keys, *others) for key in own[1:]}  # stands with the key before it
    place: dict[int, int] = {}
    beads: list[tuple[list[int], list[int]]] = []
    for key in sorted({key for own in (*keys, *others) for key in own}):
        if key not in tied:
            beads.append(([], []))
        place[key] = len(beads) - 1
    for side, units in enumerate((keys, others)):
        for at, own in enumerate(units):
            beads[place[own[0]]][side].append(at)
    return [(tuple(one), tuple(two)) for one, two in beads]
