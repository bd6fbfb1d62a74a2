"""Build the `Document` from a `Draft`: align what is not aligned yet, and name sections, pairs and segments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, repeat
from pathlib import PurePosixPath

from site_builder.draft import Aligned, Block, Draft, Known
from site_builder.model import Document, Note, Pair, Section, Segment
from site_builder.pairing.naming import pair_ids, segment_ids
from site_builder.pairing.ordinals import is_lead
from site_builder.pairing.segments import Row, segments
from site_builder.pairing.streams import match
from site_builder.problems import Problem


def assemble(draft: Draft, document_id: str, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document, and what was found wrong while pairing. `path` is the first file it was read from."""
    blocks = draft.blocks
    problems: tuple[Problem, ...] = ()
    if draft.aligned is Aligned.NOTHING:
        blocks, problems = match(draft.streams)
    pairs = tuple(_pair(name, block, draft.languages) for name, block in zip(pair_ids(blocks), blocks, strict=True))
    document = Document(
        id=document_id,
        languages=draft.languages,
        title=_title(draft, pairs, path),
        sections=tuple(_sections(pairs)),
        notes=_marked(draft.notes, blocks, pairs),
        meta=draft.meta,
        path=path,
    )
    return document, problems


def _pair(pair_id: str, block: Block, languages: tuple[str, ...]) -> Pair:
    if block.final or len(block.rows) != 1:
        rows = [(lines, known.confidence) for lines, known in zip(block.rows, _known(block), strict=True)]
    else:
        rows = segments(block.rows[0], languages)
    lead = block.kind == "paragraph" and is_lead(rows[0][0] if len(rows) == 1 else (), languages)
    return Pair(
        id=pair_id,
        kind="lead" if lead else block.kind,
        segments=_segments(pair_id, rows, block),
        level=block.level,
        quoted=block.quoted,
        marker=block.marker,
        info=block.info,
        shared=block.shared,
        own_id=block.own_id,
        place=block.place,
    )


def _segments(pair_id: str, rows: Sequence[Row], block: Block) -> tuple[Segment, ...]:
    """The segments with their names, and confidences as exact as anything shows them."""
    names = segment_ids(pair_id, len(rows), block.known)
    if not block.known:
        return tuple([Segment(name, lines, round(sure, 3)) for name, (lines, sure) in zip(names, rows, strict=True)])
    return tuple(
        Segment(name, lines, round(sure, 3), known.status)
        for name, (lines, sure), known in zip(names, rows, _known(block, len(rows)), strict=True)
    )


def _known(block: Block, count: int = 0) -> Iterator[Known]:
    """What is known of each row, nothing in particular where the form did not say."""
    rest = (count or len(block.rows)) - len(block.known)
    return chain(block.known, repeat(Known(), rest))


def _sections(pairs: tuple[Pair, ...]) -> Iterator[Section]:
    """Sections s1, s2, … from one heading to the next, after s0 with what stands before the first."""
    starts = [index for index, pair in enumerate(pairs) if pair.kind == "heading"]
    if pairs and (not starts or starts[0] > 0):
        yield Section("s0", 0, pairs[: starts[0] if starts else len(pairs)])
    for number, (start, end) in enumerate(pairwise([*starts, len(pairs)]), 1):
        yield Section(f"s{number}", pairs[start].level, pairs[start:end])


def _title(draft: Draft, pairs: tuple[Pair, ...], path: str) -> tuple[str, ...]:
    """The title in each language: the draft's, else the title block's, the first heading's, or the file's name."""
    naming = [pair for kind in ("title", "heading") for pair in pairs if pair.kind == kind and pair.segments][:1]
    shown = [line.shown().strip() for pair in naming for line in pair.segments[0].lines]
    given = draft.title or ("",) * len(draft.languages)
    found = [title or (shown[index] if index < len(shown) else "") for index, title in enumerate(given)]
    any_title = next(filter(None, found), PurePosixPath(path).name.partition(".")[0])
    return tuple(title or any_title for title in found)


def _marked(notes: tuple[Note, ...], blocks: tuple[Block, ...], pairs: tuple[Pair, ...]) -> tuple[Note, ...]:
    """The notes with the segments that mark them, in order. The pairs are those of the blocks."""
    marks: dict[str, list[str]] = {}
    for block, pair in zip(blocks, pairs, strict=True):
        if any(line.spans for row in block.rows for line in row):
            for segment in pair.segments:
                for label in segment.notes():
                    marks.setdefault(label, []).append(segment.id)
    return tuple(replace(note, marks=tuple(marks.get(note.label, ()))) for note in notes)
