"""Make the documents of the library one after the other: each is published when both its neighbours are known, so that
no more than three are held at a time, however large the library.

What did not change is not made. A document is composed again when its text, the languages asked for or this package
changed; it is published again when it was composed, when the theme, the configuration, a neighbour's title or what its
links lead to changed, or when its files in the output are not as they were left.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from site_builder import discovery
from site_builder.cache import Record
from site_builder.cards import brief
from site_builder.composing import Ready, document_of, prepare
from site_builder.errors import SiteBuilderError
from site_builder.files import read
from site_builder.linking import resolve
from site_builder.output_folder import Made, digest, holds, stage
from site_builder.outputs import Artifact, Output
from site_builder.report import fault
from site_builder.site import Card, Site
from site_builder.task import Kept, Task


def make(task: Task, share: range, kept: Kept | None = None) -> Iterator[Record]:
    """The records of those documents that `share` counts out of `task.sources`, in order."""
    site = cache(task.site)
    before = _nearest(task, reversed(range(share.start)))
    waiting: Ready | None = None
    for index in share:
        ready = prepare(task, task.sources[index], kept)
        if ready.record.card is None or not task.staging:
            yield ready.record
            continue
        if waiting:
            yield _publish(task, site, (before, waiting.record.card, ready.record.card), waiting, kept)
            before = waiting.record.card
        waiting = ready
    if waiting:
        after = _nearest(task, range(share.stop, len(task.sources)))
        yield _publish(task, site, (before, waiting.record.card, after), waiting, kept)


def load(task: Task) -> None:
    """Load what publishing needs, once, before workers fork that would each do it again."""
    if task.staging:
        task.site()
        _outputs()


def make_shared(task: Task, site: Site) -> Iterator[Made]:
    """The files that are made once, of the cards of all documents."""
    for output in _outputs():
        if output.for_site:
            yield from _staged(task, output.for_site(site))


def _nearest(task: Task, indexes: Iterable[int]) -> Card | None:
    """The card of the first of these documents that has one."""
    cards = (prepare(task, task.sources[index], None).record.card for index in indexes if task.staging)
    return next((card for card in cards if card), None)


def _publish(
    task: Task, site: Callable[[], Site], near: Sequence[Card | None], ready: Ready, kept: Kept | None
) -> Record:
    """The document's files, made or found to be as they should be. Outputs see no cards but its own and, in brief, its
    neighbours', so the key over these is complete."""
    record = ready.record
    cards = tuple(card if card is record.card else brief(card) for card in near if card)
    key = digest(repr((record.composed, task.look, cards, _ends(task, record))).encode())
    if record.published == key and all(holds(task.output, made, task.seen) for made in record.made):
        return record
    try:
        document = document_of(task, ready, kept)
        view = replace(site(), cards=cards)
        makers = (output.for_document for output in _outputs() if output.for_document)
        made = tuple(one for maker in makers for one in _staged(task, maker(document, view)))
    except (SiteBuilderError, OSError):
        raise
    except Exception as error:
        return replace(record, problems=(*record.problems, fault(error, record.sources[0][0])))
    return replace(record, published=key, made=made)


def _ends(task: Task, record: Record) -> list[str]:
    """Where the document's links lead, and the state of the files among them."""
    ends = [resolve(address, record.sources[0][0], task.catalogue, task.files) for address, _ in record.links]
    return [f"{end} {task.stamps.get(end.path)}" for end in ends]


def _staged(task: Task, artifacts: Iterable[Artifact]) -> Iterator[Made]:
    for artifact in artifacts:
        data = read(task.content, artifact.copy_of) if artifact.copy_of else artifact.data
        yield stage(artifact.path, data, task.output, task.staging, task.seen)


@cache
def _outputs() -> tuple[Output, ...]:
    return tuple(discovery.declared("site_builder.outputs", "OUTPUT", Output).values())
