"""From the files of one document to the document: read, pair, enrich, check. Nothing here knows of other documents."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from site_builder import discovery
from site_builder.cache import Record
from site_builder.cards import card
from site_builder.checks import check
from site_builder.draft import Source, SourceFile
from site_builder.enrichments import enrich
from site_builder.errors import SourceError
from site_builder.files import Stamp, read
from site_builder.grouping import Named
from site_builder.linking import targets
from site_builder.model import Document
from site_builder.output_folder import digest
from site_builder.pairing.assemble import assemble
from site_builder.report import fault
from site_builder.sources import SourceForm
from site_builder.task import Composed, Kept, Task

_KEPT = 500  # documents that a server keeps: about 50 MB
_Sources: TypeAlias = tuple[tuple[str, Stamp, str], ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that can be published: its record so far, and the document itself unless nothing of it changed."""

    named: Named
    record: Record
    document: Document | None = None


def compose(source: Source, languages: tuple[str, ...]) -> Composed:
    """The document in `source`; `languages` are those that site.toml asks for."""
    form = discovery.load("site_builder.sources", source.form, "SOURCE", SourceForm)
    reading = form.read(source, languages)
    if reading.draft is None:
        return Composed(None, reading.problems)
    document, problems = assemble(reading.draft, source.id, source.files[0].path)
    document = enrich(document)
    return Composed(document, (*reading.problems, *problems, *check(document)))


def prepare(task: Task, named: Named, kept: Kept | None) -> Ready:
    """The document composed, or known to be as it was. Never fails: a record without a card says what went wrong."""
    old = task.records.get(named.id)
    try:
        sources = _sources(task, named, old)
        key = _key(task, named, sources)
        if old and old.composed == key:
            return Ready(named, replace(old, sources=sources))
        return _composed(task, named, sources, kept)
    except SourceError as error:
        return Ready(named, Record(named.id, (), "", problems=error.problems))
    except Exception as error:
        return Ready(named, Record(named.id, (), "", problems=(fault(error, named.paths[0]),)))


def document_of(task: Task, ready: Ready, kept: Kept | None) -> Document:
    """The document, composed now if that was not needed before."""
    document = ready.document or _composed(task, ready.named, ready.record.sources, kept).document
    if document is None:
        raise SourceError(*ready.record.problems)
    return document


def _sources(task: Task, named: Named, old: Record | None) -> _Sources:
    """Path, stamp and digest of each file; a file is opened only when its stamp is new."""
    known = {path: (stamp, found) for path, stamp, found in old.sources} if old else {}
    found = []
    for path in named.paths:
        stamp, (was, content) = task.stamps[path], known.get(path, ((0, 0), ""))
        found.append((path, stamp, content if was == stamp else digest(read(task.content, path))))
    return tuple(found)


def _key(task: Task, named: Named, sources: _Sources) -> str:
    contents = [content for _, _, content in sources]
    return digest(repr((task.version, named, task.config.languages, contents)).encode())


def _composed(task: Task, named: Named, sources: _Sources, kept: Kept | None) -> Ready:
    key = _key(task, named, sources)
    if kept is not None and named.id in kept and kept[named.id][0] == key:
        return _ready(named, sources, key, kept[named.id][1])
    files = tuple(SourceFile(path, read(task.content, path)) for path in named.paths)
    composed = compose(Source(named.id, named.form, files), task.config.languages)
    if kept is not None and len(kept) < _KEPT:
        kept[named.id] = (key, composed)
    return _ready(named, sources, key, composed)


def _ready(named: Named, sources: _Sources, key: str, composed: Composed) -> Ready:
    document = composed.document
    if document is None:
        return Ready(named, Record(named.id, sources, key, problems=composed.problems))
    record = Record(named.id, sources, key, "", card(document), composed.problems, targets(document))
    return Ready(named, record, document)
