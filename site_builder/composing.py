"""From the files of one document to the document: read, pair, enrich, check. Nothing here knows of other documents."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from site_builder import discovery
from site_builder.cache import Record
from site_builder.cards import card
from site_builder.checks import check
from site_builder.decoding import decode
from site_builder.draft import Reading, Source, SourceFile
from site_builder.enrichments import NOTHING, Wanted, enrich, matches
from site_builder.errors import SourceError
from site_builder.files import Stamp, opened, read
from site_builder.grouping import Named
from site_builder.interchange.corrections import Corrections, corrections
from site_builder.linking import targets
from site_builder.model import Document
from site_builder.narrating import Heard, narrate
from site_builder.output_folder import digest
from site_builder.pairing.assemble import assemble
from site_builder.pairing.manner import PLAIN, Manner
from site_builder.problems import Problem
from site_builder.recordings import Sound
from site_builder.report import fault
from site_builder.sound_length import sound_length
from site_builder.sources import SourceForm
from site_builder.task import Composed, Kept, Task
from site_builder.values import value

_KEPT = 500  # documents that a server keeps: about 50 MB
_Sources: TypeAlias = tuple[tuple[str, Stamp, str], ...]


@value(frozen=True, slots=True)
class Ready:
    """A document that can be published: its record so far, and the document itself unless nothing of it changed."""

    named: Named
    record: Record
    document: Document | None = None


def compose(
    source: Source,
    languages: tuple[str, ...],
    beside: SourceFile | None = None,
    manner: Manner = PLAIN,
    wanted: Wanted = NOTHING,
    heard: Sequence[Heard] = (),
) -> Composed:
    """The document in `source`; `languages` are those that site.toml asks for, `beside` is its file of corrections,
    `wanted` is what learners are told, and `heard` are its recordings."""
    return _finished(_reading(source, languages), source.id, source.files[0].path, beside, manner, wanted, heard)


def prepare(task: Task, batch: Sequence[Named], kept: Kept | None) -> list[Ready]:
    """The documents composed, or known to be as they were. Never fails: a record without a card says what went wrong.

    Every step is taken for all of the batch before the next one, which is a tenth faster than document by document.
    """
    work: list[_Work | Ready] = [_Work(named) for named in batch]
    for step in (_looked, _read, _assembled, _carded):
        work = [_tried(partial(step, task, kept), one) if isinstance(one, _Work) else one for one in work]
    return [one for one in work if isinstance(one, Ready)]


def document_of(task: Task, ready: Ready, kept: Kept | None) -> Document:
    """The document, composed now if that was not needed before."""
    if ready.document:
        return ready.document
    (again,) = prepare(replace(task, records={}), [ready.named], kept)
    if again.document is None:
        raise SourceError(*again.record.problems)
    return again.document


def _sources(task: Task, named: Named, old: Record | None, kept: dict[str, bytes]) -> _Sources:
    """Path, stamp and digest of each file; a file is opened only when its stamp is new, and its bytes are kept then.
    Recordings, which are large, go by their stamps."""
    known = {path: (stamp, found) for path, stamp, found in old.sources} if old else {}
    found = []
    for path in (*named.files, *(sound.cues for sound in named.sounds if sound.cues)):
        stamp, (was, content) = task.stamps[path], known.get(path, ((0, 0), ""))
        if was != stamp:
            kept[path] = read(task.content, path)
            content = digest(kept[path])
        found.append((path, stamp, content))
    recorded = (path for sound in named.sounds for path in sound.paths)
    return (*found, *((path, task.stamps[path], repr(task.stamps[path])) for path in recorded))


def _key(task: Task, named: Named, sources: _Sources) -> str:
    contents = [content for _, _, content in sources]
    learning = (task.config.learning, task.own.state)
    settings = (task.config.languages, task.manner, task.config.view.page_pairs, learning)
    return digest(repr((task.version, named, settings, contents)).encode())


@value(frozen=True, slots=True)
class _Work:
    """A document on its way: what each step has found so far."""

    named: Named
    sources: _Sources = ()
    key: str = ""
    files: tuple[SourceFile, ...] = ()
    beside: SourceFile | None = None
    heard: tuple[Heard, ...] = ()
    reading: Reading | None = None
    composed: Composed | None = None


def _tried(step: Callable[[_Work], _Work | Ready], work: _Work) -> _Work | Ready:
    try:
        return step(work)
    except SourceError as error:
        return Ready(work.named, Record(work.named.id, (), "", problems=error.problems))
    except Exception as error:
        return Ready(work.named, Record(work.named.id, (), "", problems=(fault(error, work.named.paths[0]),)))


def _looked(task: Task, kept: Kept | None, work: _Work) -> _Work | Ready:
    """Whether anything changed; if so, the bytes of the files."""
    named, old, known = work.named, task.records.get(work.named.id), dict[str, bytes]()
    sources = _sources(task, named, old, known)
    key = _key(task, named, sources)
    if old and old.composed == key:
        return Ready(named, replace(old, sources=sources))
    if kept is not None and named.id in kept and kept[named.id][0] == key:
        return _Work(named, sources, key, composed=kept[named.id][1])
    files = [SourceFile(path, known.get(path) or read(task.content, path)) for path in named.files]
    beside = files.pop() if named.corrected else None
    heard = tuple(_heard(task, sound, known) for sound in named.sounds)
    return _Work(named, sources, key, tuple(files), beside, heard)


def _heard(task: Task, sound: Sound, known: dict[str, bytes]) -> Heard:
    cues = SourceFile(sound.cues, known.get(sound.cues) or read(task.content, sound.cues)) if sound.cues else None
    with opened(task.content, sound.paths[0]) as file:
        return Heard(sound, cues, sound_length(file))


def _read(task: Task, _: Kept | None, work: _Work) -> _Work:
    if work.composed:
        return work
    return replace(work, reading=_reading(Source(work.named.id, work.named.form, work.files), task.config.languages))


def _assembled(task: Task, kept: Kept | None, work: _Work) -> _Work:
    if work.composed or work.reading is None:
        return work
    named, beside, heard = work.named, work.beside, work.heard
    composed = _finished(work.reading, named.id, named.paths[0], beside, task.manner, task.wanted, heard)
    if kept is not None and len(kept) < _KEPT:
        kept[named.id] = (work.key, composed)
    return replace(work, composed=composed)


def _carded(task: Task, __: Kept | None, work: _Work) -> Ready:
    assert work.composed is not None
    document, problems = work.composed.document, work.composed.problems
    if document is None:
        return Ready(work.named, Record(work.named.id, work.sources, work.key, problems=problems))
    known = card(document, task.config.view.page_pairs)
    matched = tuple(matches(document, task.own.rows))
    record = Record(work.named.id, work.sources, work.key, "", known, problems, targets(document), matched=matched)
    return Ready(work.named, record, document)


def _reading(source: Source, languages: tuple[str, ...]) -> Reading:
    form = discovery.load("site_builder.sources", source.form, "SOURCE", SourceForm)
    return form.read(source, languages)


def _finished(
    reading: Reading,
    document_id: str,
    path: str,
    beside: SourceFile | None = None,
    manner: Manner = PLAIN,
    wanted: Wanted = NOTHING,
    heard: Sequence[Heard] = (),
) -> Composed:
    """The document of a draft; `beside` is the file of corrections, if there is one."""
    if reading.draft is None:
        return Composed(None, reading.problems)
    found, faults = read_corrections(beside) if beside else (None, ())
    document, problems = assemble(reading.draft, document_id, path, found, manner)
    document, unheard = narrate(enrich(document, wanted), heard)
    return Composed(document, (*reading.problems, *faults, *problems, *check(document), *unheard))


def read_corrections(file: SourceFile) -> tuple[Corrections | None, tuple[Problem, ...]]:
    """What a file of corrections says, and what is wrong with it."""
    decoded = decode(file)
    if decoded.text is None:
        return None, decoded.problems
    found, problems = corrections(decoded.text, file.path)
    return found, (*decoded.problems, *problems)
