"""Cut one aligned row, a paragraph in every language, into its segments: long ones, corrected ones, of any languages.

Most paragraphs are short, in two languages and untouched: `segments` sees to these. What is left to do here:

- a paragraph with many sentences on both sides is a text of its own: its sentences are aligned like those of a whole
  text (`sequences`), and a sentence that faces several is cut at its clauses;
- beads that a person fixed stay, and the rest is aligned around them;
- of three and more languages each is aligned to the first, and the segments end where all of these agree.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from site_builder.languages import language
from site_builder.model import Line
from site_builder.pairing.align import Bead
from site_builder.pairing.manner import PLAIN, Manner
from site_builder.pairing.segments import Row, beads_of, both, paired, segments
from site_builder.pairing.split import Units, clauses, sentences

_LONG = 6  # sentences on both sides
_FACED = 3  # sentences that one has to face to be cut at its clauses

Range: TypeAlias = tuple[int, int]
Held: TypeAlias = tuple[Range | None, ...]  # what a person fixed: the characters of each language in one segment


class Cut(NamedTuple):
    """The segments of a paragraph; for each language whose text runs in another order, the segments in that order; for
    each language where its first clause ends, if that was looked for."""

    rows: list[Row]
    order: tuple[tuple[int, ...], ...] = ()
    opening: tuple[int, ...] = ()


class _Stretch(NamedTuple):
    """Characters of either side that face each other; how sure that is."""

    source: Range
    target: Range
    confidence: float


def cut(lines: tuple[Line, ...], languages: tuple[str, ...], held: Sequence[Held] = (), manner: Manner = PLAIN) -> Cut:
    """The segments of a paragraph; their lines, joined in the order of each text, are the paragraph again."""
    written = [at for at, line in enumerate(lines) if line.text]
    if len(written) < 2:
        return Cut(segments(lines, languages))
    if len(lines) == 2 and not held:
        source, target = both(lines, languages)
        if min(sum(source.closing), sum(target.closing)) < _LONG:
            return Cut(paired(source, target, languages), opening=(source.ends[0], target.ends[0]))
    first, *others = written
    if any(line.spans for line in lines if not line.text):
        return Cut([(lines, 1.0)])  # a mark without a text: cutting would lose it
    stretches = [_stretches(lines, languages, (first, other), held, manner) for other in others]
    if len(others) == 1:
        return _rows(lines, (first, others[0]), stretches[0])
    return Cut(_agreed(lines, first, others, stretches))


def _long(lines: tuple[Line, ...], languages: tuple[str, ...]) -> bool:
    if min(len(line.text) for line in lines) < _LONG:
        return False
    return all(len(language(tag).sentence_ends(line.text)) >= _LONG for line, tag in zip(lines, languages, strict=True))


def _stretches(
    lines: tuple[Line, ...], languages: tuple[str, ...], sides: tuple[int, int], held: Sequence[Held], manner: Manner
) -> list[_Stretch]:
    """Two languages of a paragraph aligned, around what is held of them."""
    one, two = sides
    tags = languages[one], languages[two]
    fixed = [(each[one], each[two]) for each in held if each[one] or each[two]]
    whole = _long((lines[one], lines[two]), tags)
    source = _units(lines[one], tags[0], [place for place, _ in fixed], whole)
    target = _units(lines[two], tags[1], [place for _, place in fixed], whole)
    beads = [Bead(_counted(source, place), _counted(target, other)) for place, other in fixed]
    aligned = _sentences(source, target, tags, beads, manner) if whole else _clauses(source, target, tags, beads)
    found = []
    for bead in aligned:
        stretch = _Stretch(_characters(source, bead.source), _characters(target, bead.target), bead.confidence)
        faced = max(bead.source[1] - bead.source[0], bead.target[1] - bead.target[0])
        alone = 1 in (bead.source[1] - bead.source[0], bead.target[1] - bead.target[0])
        if whole and alone and faced >= _FACED and bead not in beads:
            found += _finer(lines[one], lines[two], tags, stretch)
        else:
            found.append(stretch)
    return found


def _units(line: Line, tag: str, held: Sequence[Range | None], whole: bool) -> Units:
    """The units of a line, which end where something that is held begins and ends, and not inside it."""
    units = sentences(line, language(tag)) if whole else clauses(line, language(tag))
    ranges = [place for place in held if place]
    if not ranges:
        return units
    ends = {end for end in units.ends if not any(start < end < stop for start, stop in ranges)}
    edges = {edge for place in ranges for edge in place if edge}
    closing = {end for end, closes in zip(units.ends, units.closing, strict=True) if closes} | edges
    every = tuple(sorted(ends | edges))
    return Units(line, every, tuple(end in closing for end in every))


def _counted(units: Units, place: Range | None) -> Range:
    """A range of characters in units."""
    if not place:
        return (0, 0)
    ends = (0, *units.ends)
    return ends.index(place[0]), ends.index(place[1])


def _characters(units: Units, part: Range) -> Range:
    ends = (0, *units.ends)
    return ends[part[0]], ends[part[1]]


def _sentences(
    source: Units, target: Units, tags: tuple[str, str], fixed: Sequence[Bead], manner: Manner
) -> list[Bead]:
    from site_builder.pairing import fixed as fixing
    from site_builder.pairing.sequences import align_sequences

    sides = fixing.Units(source.texts()), fixing.Units(target.texts())
    return align_sequences(*sides, tags, fixed, manner=Manner(manner.vectors))


def _clauses(source: Units, target: Units, tags: tuple[str, str], fixed: Sequence[Bead]) -> list[Bead]:
    """The beads around those that are fixed: each stretch between two of these is a paragraph of its own."""
    from site_builder.pairing.fixed import Fixed

    held = Fixed(len(source.ends), len(target.ends), fixed, ())
    free, others = held.free
    beads: list[Bead] = []
    ends = [(0, 0), *held.nodes, (len(free), len(others))]
    for (top, left), (bottom, right) in pairwise(ends):
        beads += _between(source, target, tags, (free[top:bottom], top), (others[left:right], left))
    return held.together(beads)


def _between(
    source: Units, target: Units, tags: tuple[str, str], own: tuple[list[int], int], other: tuple[list[int], int]
) -> list[Bead]:
    """The beads of some units, counted from where they stand among the free ones."""
    (rows, top), (columns, left) = own, other
    found = beads_of(_some(source, rows), _some(target, columns), tags)
    return [
        Bead(
            (bead.source[0] + top, bead.source[1] + top),
            (bead.target[0] + left, bead.target[1] + left),
            bead.confidence,
        )
        for bead in found
    ]


def _some(units: Units, which: list[int]) -> tuple[list[str], tuple[bool, ...]]:
    texts = units.texts()
    return [texts[at] for at in which], tuple(units.closing[at] for at in which)


def _finer(one: Line, two: Line, tags: tuple[str, str], stretch: _Stretch) -> list[_Stretch]:
    """A stretch cut at its clauses."""
    rows = segments((one[slice(*stretch.source)], two[slice(*stretch.target)]), tags)
    found, i, j = [], stretch.source[0], stretch.target[0]
    for (own, other), confidence in rows:
        a, b = i + len(own.text), j + len(other.text)
        found.append(_Stretch((i, a), (j, b), confidence * stretch.confidence))
        i, j = a, b
    return found


def _rows(lines: tuple[Line, ...], sides: tuple[int, int], stretches: list[_Stretch]) -> Cut:
    """The stretches as segments, in the order of the first language."""
    one, two = sides
    rows = []
    for source, target, confidence in stretches:
        parts = [Line()] * len(lines)
        parts[one], parts[two] = _part(lines[one], source), _part(lines[two], target)
        rows.append((tuple(parts), confidence))
    starts = [target[0] for _, target, _ in stretches]
    order = tuple(sorted(range(len(starts)), key=lambda at: (starts[at], at)))
    if order == tuple(range(len(starts))):
        return Cut(rows)
    return Cut(rows, tuple(order if side == two else tuple(range(len(rows))) for side in range(len(lines))))


def _part(line: Line, place: Range) -> Line:
    return line[place[0] : place[1]] if place[0] < place[1] else Line()


def _agreed(lines: tuple[Line, ...], first: int, others: list[int], stretches: list[list[_Stretch]]) -> list[Row]:
    """Segments that end where the alignments of all languages to the first have an end."""
    ends = [_ends(each, len(lines[first].text)) for each in stretches]
    common = sorted(set.intersection(*(set(each) for each in ends)))
    rows = []
    for start, stop in pairwise(common):
        parts = [Line()] * len(lines)
        parts[first] = lines[first][start:stop]
        for side, found in zip(others, ends, strict=True):
            parts[side] = _part(lines[side], (found[start], found[stop]))
        sure = [one.confidence for each in stretches for one in each if start <= one.source[0] < stop]
        rows.append((tuple(parts), min(sure, default=1.0)))
    return rows


def _ends(stretches: list[_Stretch], length: int) -> dict[int, int]:
    """Places in the first language that both languages may be cut at → the place in the other one. What stands only in
    the other one goes with what is before it."""
    found = {0: 0}
    upto = 0
    for at, stretch in enumerate(stretches):
        upto = max(upto, stretch.target[1])
        later = min(
            (other.target[0] for other in stretches[at + 1 :] if other.target[0] < other.target[1]), default=upto
        )
        if later >= upto and stretch.source[1]:
            found[stretch.source[1]] = upto
    return {**found, length: upto}
