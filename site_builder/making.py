"""Make the documents of the library, a few at a time: each is published when both its neighbours are known, so that no
more than one batch is held, however large the library. Within a batch each step is taken for all documents before the
next one, because a processor is faster at doing the same thing again.

What did not change is not made. A document is composed again when its text, the languages asked for or this package
changed; it is published again when it was composed, when the theme, the configuration, a neighbour's title or what its
links lead to changed, or when its files in the output are not as they were left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TypeAlias, TypeVar

from site_builder import discovery
from site_builder.cache import Record
from site_builder.cards import brief
from site_builder.composing import Ready, document_of, prepare
from site_builder.compressing import compressed, worth
from site_builder.config import DownloadName
from site_builder.errors import SiteBuilderError
from site_builder.files import opened
from site_builder.grouping import Named
from site_builder.linking import resolve
from site_builder.model import Document
from site_builder.output_folder import Made, digest, holds, stage, stage_copy
from site_builder.outputs import Artifact, Output, Workshop
from site_builder.problems import Problem
from site_builder.report import fault
from site_builder.site import Card, Site
from site_builder.task import Kept, Task

T = TypeVar("T")

_MOST, _LARGE = 20, 400_000  # documents of a batch, and bytes of their texts
_Placed: TypeAlias = tuple[Ready, tuple[Card, ...]]  # a document, and the cards of its neighbours in brief with its own


def make(task: Task, share: range, kept: Kept | None = None) -> Iterator[Record]:
    """The records of those documents that `share` counts out of `task.sources`, in order."""
    before = _nearest(task, reversed(range(share.start)))
    waiting: list[Ready] = []
    for batch in _batches(task, share):
        found = prepare(task, batch, kept)
        yield from (ready.record for ready in found if not _shown(task, ready))
        waiting += [ready for ready in found if _shown(task, ready)]
        if len(waiting) > 1:
            *group, last = waiting
            yield from _publish(task, _between(before, group, last.record.card), kept)
            before, waiting = group[-1].record.card, [last]
    if waiting:
        after = _nearest(task, range(share.stop, len(task.sources)))
        yield from _publish(task, _between(before, waiting, after), kept)


def _shown(task: Task, ready: Ready) -> bool:
    """Whether there is a document to publish."""
    return bool(task.staging) and ready.record.card is not None


def _batches(task: Task, share: range) -> Iterator[list[Named]]:
    """Documents to be made together: a few, and few when they are long."""
    batch, size = [], 0
    for index in share:
        named = task.sources[index]
        batch.append(named)
        size += sum(task.stamps[path][1] for path in named.paths)
        if len(batch) == _MOST or size >= _LARGE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _between(before: Card | None, group: Sequence[Ready], after: Card | None) -> list[_Placed]:
    """The documents, each with the cards of its neighbours and its own."""
    cards = [before, *(ready.record.card for ready in group), after]
    return [
        (ready, tuple(card if card is ready.record.card else brief(card) for card in near if card))
        for ready, *near in zip(group, cards, cards[1:], cards[2:], strict=False)
    ]


def load(task: Task) -> None:
    """Load what publishing needs, once, before workers fork that would each do it again."""
    if task.staging:
        task.site()
        _outputs(task.config.downloads)


def make_shared(task: Task, site: Site, records: Sequence[Record], workshop: Workshop) -> Iterator[Made]:
    """The files that are made once, of the cards of all documents and of what these contribute."""
    for name, output in _outputs(task.config.downloads).items():
        if output.for_site:
            yield from _staged(task, output.for_site(site))
        if output.from_parts:
            parts = [data for record in records for maker, data in record.parts if maker == name]
            yield from _staged(task, output.from_parts(parts, workshop))


def _nearest(task: Task, indexes: Iterable[int]) -> Card | None:
    """The card of the first of these documents that has one."""
    cards = (prepare(task, [task.sources[index]], None)[0].record.card for index in indexes if task.staging)
    return next((card for card in cards if card), None)


def _publish(task: Task, placed: Sequence[_Placed], kept: Kept | None) -> Iterator[Record]:
    """The documents' files, made or found to be as they should be: one output after the other, for all documents."""
    keys = [_publishing_key(task, ready.record, cards) for ready, cards in placed]
    stale = [at for at, (ready, _) in enumerate(placed) if not _stands(task, ready.record, keys[at])]
    yield from (ready.record for at, (ready, _) in enumerate(placed) if at not in stale)
    faults: dict[int, Problem] = {}
    documents = _each(placed, stale, faults, lambda at: document_of(task, placed[at][0], kept))
    made: dict[int, list[Made]] = {at: [] for at in stale}
    parts: dict[int, list[tuple[str, bytes]]] = {at: [] for at in stale}
    if documents:
        site = task.site()
        views = {at: replace(site, cards=placed[at][1]) for at in documents}
        for name, output in _outputs(task.config.downloads).items():
            if output.for_document:
                maker = output.for_document
                if output.last:
                    views = {at: replace(views[at], sizes={one.path: one.size for one in made[at]}) for at in views}
                _each(placed, stale, faults, partial(_staged_with, task, maker, documents, views, made))
            if output.part:
                _each(placed, stale, faults, partial(_contributed, name, output.part, documents, views, parts))
    for at in stale:
        record = placed[at][0].record
        if at in faults:
            yield replace(record, problems=(*record.problems, faults[at]))
        else:
            yield replace(record, published=keys[at], made=tuple(made[at]), parts=tuple(parts[at]))


def _each(
    placed: Sequence[_Placed], stale: Sequence[int], faults: dict[int, Problem], step: Callable[[int], T]
) -> dict[int, T]:
    """What a step gives for each stale document. One that it fails on is left out from then on."""
    found = {}
    for at in stale:
        if at not in faults:
            try:
                found[at] = step(at)
            except (SiteBuilderError, OSError):
                raise
            except Exception as error:
                faults[at] = fault(error, placed[at][0].named.paths[0])
    return found


def _staged_with(
    task: Task,
    maker: Callable[[Document, Site], Iterable[Artifact]],
    documents: Mapping[int, Document],
    views: Mapping[int, Site],
    made: Mapping[int, list[Made]],
    at: int,
) -> None:
    made[at].extend(_staged(task, maker(documents[at], views[at])))


def _contributed(
    name: str,
    maker: Callable[[Document, Site], bytes],
    documents: Mapping[int, Document],
    views: Mapping[int, Site],
    parts: Mapping[int, list[tuple[str, bytes]]],
    at: int,
) -> None:
    parts[at].append((name, maker(documents[at], views[at])))


def _publishing_key(task: Task, record: Record, cards: Sequence[Card]) -> str:
    """Outputs see no cards but its own, which the key says that it was composed by, and its neighbours', in brief."""
    near = [(card.id, card.path, card.languages, card.title) for card in cards]
    return digest(repr((record.composed, task.look, near, _ends(task, record))).encode())


def _stands(task: Task, record: Record, key: str) -> bool:
    """Whether the output holds the document's files as they should be."""
    return record.published == key and all(holds(task.output, one, task.seen) for one in record.made)


def _ends(task: Task, record: Record) -> list[str]:
    """Where the document's links lead, and the state of the files among them."""
    ends = [resolve(address, record.sources[0][0], task.catalogue, task.files) for address, _ in record.links]
    return [f"{end} {task.stamps.get(end.path)}" for end in ends]


def _staged(task: Task, artifacts: Iterable[Artifact]) -> Iterator[Made]:
    for artifact in artifacts:
        if artifact.copy_of:
            with opened(task.content, artifact.copy_of) as file:
                yield stage_copy(artifact.path, file, task.output, task.staging, task.seen)
        else:
            yield stage(artifact.path, artifact.data, task.output, task.staging, task.seen)
            yield from _compressed(task, artifact)


def _compressed(task: Task, artifact: Artifact) -> Iterator[Made]:
    """The file again in every way of packing that is wanted, where it is worth it."""
    if task.config.precompress and worth(artifact.path, len(artifact.data)):
        for how in task.config.precompress:
            data = compressed(artifact.data, how)
            yield stage(f"{artifact.path}.{how}", data, task.output, task.staging, task.seen)


@cache
def _outputs(downloads: tuple[DownloadName, ...]) -> Mapping[str, Output]:
    """The products that this site wants, by their names, in the order of making."""
    found = discovery.declared("site_builder.outputs", "OUTPUT", Output)
    ordered = sorted(found.items(), key=lambda item: item[1].last)
    return {name: output for name, output in ordered if not output.optional or name in downloads}
