"""Make the draft of files that nobody aligned: the blocks of each language by themselves."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from site_builder.draft import Aligned, Block, Draft, Reading, Source, SourceFile
from site_builder.drafting import headings
from site_builder.drafting.blocks import Pen, title_block
from site_builder.drafting.body import of_groups
from site_builder.drafting.editions import Edition, meta_of, opening
from site_builder.drafting.note_bodies import notes as notes_of
from site_builder.drafting.notes import Body, take
from site_builder.drafting.partners import same_language
from site_builder.drafting.title_block import TitleBlock
from site_builder.drafting.titles import heading_as_title
from site_builder.edition_names import position
from site_builder.language_tags import code_of
from site_builder.model import Line
from site_builder.note_marks import Labels
from site_builder.problems import Problem

EditionOf: TypeAlias = Callable[[SourceFile, tuple[str, ...]], tuple[Edition | None, tuple[Problem, ...]]]


def of_files(source: Source, languages: tuple[str, ...], edition: EditionOf) -> Reading:
    """The draft of files that are each an edition. One that cannot be read, or comes second in its language, is told
    and left out."""
    problems: list[Problem] = []
    editions: dict[str, Edition] = {}
    for file in source.files:
        found, faults = edition(file, languages)
        problems += faults
        if found and found.language in editions:
            problems.append(same_language(found.path, editions[found.language].path, found.language))
        elif found:
            editions[found.language] = found
    if len(editions) < 2:
        return Reading(None, tuple(problems))
    reading = streams(sorted(editions.values(), key=lambda each: position(each.language, languages)))
    return Reading(reading.draft, (*problems, *reading.problems))


def streams(editions: Sequence[Edition]) -> Reading:
    """The draft, its languages in the order of `editions`.

    Notes of one label are one note where the editions have the same labels. Where they have not, each keeps its own,
    those of later editions with the language added (3, 3en): the third note here is not the third there.
    """
    found = [take(edition.cut.pieces) for edition in editions]
    everybody = frozenset(chain.from_iterable(each.labels.all for each in found))
    apart = len({each.labels.all for each in found if each.labels.all}) > 1
    title, pieces = opening([each.pieces for each in found])
    blocks: list[list[Block]] = []
    bodies: list[Body] = []
    for at, (edition, each) in enumerate(zip(editions, found, strict=True)):
        pen = Pen({edition.path: edition.cut.ink}, each.labels if each.labels.all else Labels(everybody))
        suffix = code_of(edition.language) if apart and at else ""
        made, _ = of_groups([(piece,) for piece in pieces[at]], pen)
        blocks.append([_renamed(block, suffix) for block in made])
        bodies += [
            body._replace(label=body.label + suffix, piece=body.piece._replace(language=edition.language))
            for body in each.bodies
        ]
    return _drafted(editions, title, blocks, bodies)


def _drafted(
    editions: Sequence[Edition], opened: TitleBlock | None, blocks: list[list[Block]], bodies: Sequence[Body]
) -> Reading:
    languages = tuple(edition.language for edition in editions)
    title = tuple(edition.title for edition in editions)
    if not opened and all(stream and stream[0].kind == "heading" for stream in blocks):
        titled = [heading_as_title(stream, title[at : at + 1]) for at, stream in enumerate(blocks)]
        blocks = titled if all(stream[0].kind == "title" for stream in titled) else blocks
    pen = Pen({edition.path: edition.cut.ink for edition in editions}, Labels(frozenset()))
    notes, twice = notes_of(bodies, languages, pen)
    draft = Draft(
        languages,
        (title_block(opened, pen, len(languages)),) if opened else (),
        streams=tuple(tuple(headings.levelled(stream)) for stream in blocks),
        notes=notes,
        title=title if any(title) else (),
        meta=meta_of(editions),
        aligned=Aligned.NOTHING,
    )
    return Reading(draft, (*chain.from_iterable(edition.cut.problems for edition in editions), *twice))


def _renamed(block: Block, suffix: str) -> Block:
    """The block with a suffix on the label of each mark."""
    if not suffix:
        return block
    return replace(block, rows=tuple(tuple(_marked(line, suffix) for line in row) for row in block.rows))


def _marked(line: Line, suffix: str) -> Line:
    spans = (replace(span, value=span.value + suffix) if span.kind == "note" else span for span in line.spans)
    return Line(line.text, tuple(spans))
