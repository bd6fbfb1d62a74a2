"""Build the `Document` from a `Draft`: align what is not aligned yet, and name sections, pairs and segments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, repeat
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from site_builder.draft import Aligned, Block, Draft, Known
from site_builder.model import Document, Note, Pair, Section, Segment
from site_builder.pairing.cutting import Cut, Held, cut
from site_builder.pairing.manner import PLAIN, Manner
from site_builder.pairing.naming import pair_ids, segment_ids
from site_builder.pairing.ordinals import is_lead
from site_builder.problems import Problem

if TYPE_CHECKING:
    from site_builder.interchange.corrections import Corrections


def assemble(
    draft: Draft,
    document_id: str,
    path: str,
    corrections: "Corrections | None" = None,
    manner: Manner = PLAIN,
) -> tuple[Document, tuple[Problem, ...]]:
    """The document, and what was found wrong while pairing. `path` is the first file it was read from; `corrections`
    are what people made of an earlier alignment; `manner` says how long texts are aligned."""
    corrections = corrections.in_order_of(draft.languages) if corrections else None
    blocks, problems = _matched(draft, corrections, manner)
    if corrections:
        blocks, cuts, more = _corrected(blocks, draft.languages, corrections, manner)
        problems = (*problems, *more)
    else:
        cuts = [_cut(block, draft.languages, manner) for block in blocks]
    names = pair_ids(blocks, [row.id for row in corrections.rows] if corrections else ())
    pairs = tuple(_pair(*each, draft.languages) for each in zip(names, blocks, cuts, strict=True))
    document = Document(
        id=document_id,
        languages=draft.languages,
        title=_title(draft, pairs, path),
        sections=tuple(_sections(pairs)),
        notes=_marked(draft.notes, pairs),
        meta=draft.meta,
        path=path,
    )
    return document, problems


def _matched(
    draft: Draft, corrections: "Corrections | None", manner: Manner
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of all languages side by side."""
    if draft.aligned is not Aligned.NOTHING or not draft.streams:
        return draft.blocks, ()
    from site_builder.pairing.streams import match

    links = []
    if corrections:
        from site_builder.pairing.joining import joined
        from site_builder.pairing.remembering import links as links_of

        lines = [[joined([line for row in block.rows for line in row]) for block in stream] for stream in draft.streams]
        links = [links_of(corrections, lines[0], lines[side], side) for side in range(1, len(lines))]
    blocks, problems = match(draft.streams, draft.languages, links, manner)
    return (*draft.blocks, *blocks), problems


def _corrected(
    blocks: tuple[Block, ...], languages: tuple[str, ...], corrections: "Corrections", manner: Manner
) -> tuple[tuple[Block, ...], list[Cut], tuple[Problem, ...]]:
    """The blocks with the ids they had, and their segments, around those that a person fixed."""
    from site_builder.pairing.remembering import held, named

    plain = [at for at, block in enumerate(blocks) if _is_plain(block)]
    fixed, lost = held(corrections, [blocks[at].rows[0] for at in plain])
    by_block = {plain[at]: found for at, found in fixed.items()}
    cuts = [_cut(block, languages, manner, by_block.get(at, ())) for at, block in enumerate(blocks)]
    names, edited = named(corrections, [[lines for lines, _ in each.rows] for each in cuts])
    blocks = tuple(
        replace(block, id=block.id or name.id, known=block.known or tuple(name.known))
        for block, name in zip(blocks, names, strict=True)
    )
    told = {problem.place.line for problem in edited}
    return blocks, cuts, (*(problem for problem in lost if problem.place.line not in told), *edited)


def _is_plain(block: Block) -> bool:
    """Whether pairing has to cut the block."""
    return not block.final and len(block.rows) == 1


def _cut(block: Block, languages: tuple[str, ...], manner: Manner, held: Sequence[Held] = ()) -> Cut:
    """The segments of a block: its rows, or what a plain paragraph is cut into."""
    if _is_plain(block):
        return cut(block.rows[0], languages, held, manner)
    return Cut([(lines, known.confidence) for lines, known in zip(block.rows, _known(block), strict=True)])


def _pair(pair_id: str, block: Block, found: Cut, languages: tuple[str, ...]) -> Pair:
    rows = found.rows
    lead = block.kind == "paragraph" and is_lead(rows[0][0] if len(rows) == 1 else (), languages)
    return Pair(
        id=pair_id,
        kind="lead" if lead else block.kind,
        segments=_segments(pair_id, found, block),
        level=block.level,
        quoted=block.quoted,
        marker=block.marker,
        info=block.info,
        shared=block.shared,
        own_id=block.own_id,
        place=block.place,
        order=found.order,
        opening=found.opening,
    )


def _segments(pair_id: str, found: Cut, block: Block) -> tuple[Segment, ...]:
    """The segments with their names, and confidences as exact as anything shows them."""
    names = segment_ids(pair_id, len(found.rows), block.known)
    if not block.known:
        return tuple(
            [Segment(name, lines, round(sure, 3)) for name, (lines, sure) in zip(names, found.rows, strict=True)]
        )
    return tuple(
        Segment(name, lines, round(sure if known.status == "auto" else known.confidence, 3), known.status)
        for name, (lines, sure), known in zip(names, found.rows, _known(block, len(found.rows)), strict=True)
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


def _marked(notes: tuple[Note, ...], pairs: tuple[Pair, ...]) -> tuple[Note, ...]:
    """The notes with the segments that mark them, in order."""
    marks: dict[str, list[str]] = {}
    for pair in pairs:
        if pair.has_spans():
            for segment in pair.segments:
                for label in segment.notes():
                    marks.setdefault(label, []).append(segment.id)
    return tuple([Note(note.label, note.bodies, tuple(marks.get(note.label, ())), note.place) for note in notes])
