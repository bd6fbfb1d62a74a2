"""Align two sequences of units that nobody aligned: paragraphs, or sentences.

1. The words of both sides are told apart, and which of them translate each other.
2. Long texts are cut into blocks at safe places (`anchors`).
3. In each block a first pass with rough prices finds where the two run along each other; the second one prices the
   beads near that path in full (`scoring`) and takes the best path, with how likely each of its beads is.
4. Word pairs that keep standing in the same sure beads are added to the dictionary, and the blocks aligned again.

Beads that a person fixed are kept as they are, and nothing crosses them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.pairing.align import Bead
from site_builder.pairing.anchors import cuts
from site_builder.pairing.blocks import Block, alone
from site_builder.pairing.calibration import ease, of_sequences
from site_builder.pairing.fixed import Fixed, Units, in_order
from site_builder.pairing.lattice import SHAPES, Step
from site_builder.pairing.limits import Limits, Node
from site_builder.pairing.manner import PLAIN, Manner, Progress
from site_builder.pairing.matter import Matter, matter
from site_builder.pairing.together import learnt
from site_builder.pairing.vectors import encoded

_TO_LEARN_FROM = 20  # units; fewer repeat nothing


def align_sequences(
    source: Units,
    target: Units,
    languages: tuple[str, str],
    fixed: Sequence[Bead] = (),
    nodes: Sequence[Node] = (),
    links: Sequence[Node] = (),
    manner: Manner = PLAIN,
) -> list[Bead]:
    """The beads of two sequences of texts, in order of the source; every unit is in exactly one.

    Which of the two is the source changes nothing but the order of beads without a partner.
    `fixed` beads are among them as they are, crossing ones included; no bead passes by one of the `nodes` (so many
    units of either side, in order); `links` are pairs of units that belong together. `confidence` says how often a
    bead that looks as sure is right.
    """
    if _second_first(source, target, languages):
        back = [(j, i) for i, j in nodes], [(j, i) for i, j in links]
        turned = align_sequences(target, source, languages[::-1], [*map(_turned, fixed)], *back, manner)
        return sorted(map(_turned, turned), key=in_order)
    held = Fixed(len(source.texts), len(target.texts), fixed, nodes)
    joined = held.links(links)
    limits = Limits(held.nodes, held.source(source).kinds, held.target(target).kinds, joined)
    one, two = ([text.strip() for text in side.texts] for side in (held.source(source), held.target(target)))
    if not one or not two:
        return held.together(alone((0, len(one)), (0, len(two))))
    found = matter(one, two, languages)
    found = found.linked(joined) if joined else found
    if manner.vectors:
        found = replace(found, vectors=(encoded(found.source_texts), encoded(found.target_texts)))
    return held.together(_aligned(found, limits, manner.progress))


def _second_first(source: Units, target: Units, languages: tuple[str, str]) -> bool:
    """Whether the second side comes first when beads are priced. The weights know Chinese there, the terser one; so the
    shorter side stands there, whichever it is, and the beads do not depend on which side was given first."""
    codes = [tag.partition("-")[0].lower() for tag in languages]
    if sorted(codes) == ["en", "zh"]:
        return codes == ["en", "zh"]
    return _size(target) < _size(source)


def _size(units: Units) -> tuple[int, Sequence[str]]:
    return sum(len(text.strip()) for text in units.texts), list(units.texts)


def _turned(bead: Bead) -> Bead:
    return Bead(bead.target, bead.source, bead.confidence)


def _aligned(found: Matter, limits: Limits, progress: Progress | None) -> list[Bead]:
    blocks = [Block(found, start, end, limits.inside(start, end)) for start, end in pairwise(cuts(found, limits.nodes))]
    paths = [block.rough_path(found) for block in _counted(blocks, progress, 0)]
    if min(len(found.source), len(found.target)) >= _TO_LEARN_FROM:
        sure = [bead for block, path in zip(blocks, paths, strict=True) for bead in block.beads(path)]
        found = found.knowing(learnt(found, sure))
    counted = _counted(blocks, progress, len(blocks))
    paths = _told([block.path(found, path) for block, path in zip(counted, paths, strict=True)])
    return [bead for block, path in zip(blocks, paths, strict=True) for bead in block.beads(path)]


def _told(paths: Sequence[list[Step]]) -> list[list[Step]]:
    """The paths with confidences for posteriors. One measure for the whole text, so that its beads keep their order."""
    steps = [step for path in paths for step in path]
    coarse = sum(min(SHAPES[step.shape]) > 1 for step in steps)
    eased = ease(len(steps), sum(step.confidence for step in steps), coarse)
    return [[step._replace(confidence=of_sequences(step.confidence, eased)) for step in path] for path in paths]


def _counted(blocks: Sequence[Block], progress: Progress | None, before: int) -> Iterator[Block]:
    """The blocks; each that was worked on is reported. There are two rounds."""
    for done, block in enumerate(blocks, before + 1):
        yield block
        if progress:
            progress(done, 2 * len(blocks))
