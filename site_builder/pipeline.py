"""The journey from a content folder to a site.

    files ─group→ documents ─compose→ cards ─publish→ staged files ─swap in→ site

`build` tells it; each step is told by the module that it calls. A build that fails leaves the last good site as it is.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from site_builder import cache
from site_builder.cache import Record, Summary
from site_builder.compressing import lacking
from site_builder.config import Config, Learning, made_downloads
from site_builder.errors import OutputError, SourceError
from site_builder.files import read, theme_files
from site_builder.inputs import Inputs, Options, read_inputs
from site_builder.output_folder import (
    NOTHING,
    Changes,
    Made,
    clashes,
    digest,
    last_build,
    refuse_unfit,
    stamps,
    swap_in,
    untouched,
)
from site_builder.problems import Place, Problem, Severity
from site_builder.report import Report, Totals, fails, in_order

if TYPE_CHECKING:  # these bring in the machinery of texts and templates, which a build of nothing new does without
    from site_builder.grouping import Grouping
    from site_builder.model import Document
    from site_builder.overrides import Overrides
    from site_builder.task import Kept, Task

Progress: TypeAlias = Callable[[int, int], None]  # told how many documents are made, of how many


def build(options: Options, kept: "Kept | None" = None, progress: Progress | None = None) -> Report:
    """Build the site. Problems of the texts come back in the report; SiteBuilderError when the build cannot go on."""
    started = time.perf_counter()
    inputs = read_inputs(options)
    refuse_unfit(options.output, options.content)
    with _disk_faults(options), cache.locked(options.output) as folder:
        ours = last_build(options.output)
        version = cache.version()
        last = cache.summary(folder, version) if options.remember else None
        if last and _nothing_new(options, inputs, last):
            return _report(options, last.problems, last.totals, Changes(unchanged=len(last.written)), started)
        grouping, task = _lay_out(options, inputs, version, last, cache.fresh_staging(folder))
        records = _make(task, options.jobs, kept, progress)
        problems, totals = _problems(options, task, grouping, records), _totals(records)
        if fails(problems, options.strict):
            return _report(options, problems, totals, NOTHING, started)
        made = _whole(task, records, folder if options.remember else "", options.jobs)
        changes = swap_in(options.output, made, ours, task.staging)
        if options.remember:
            written = stamps(options.output, made)
            whole = Summary(_settings(options), inputs.stamps(), written, problems, totals)
            cache.save(folder, version, whole, {record.id: _settled(record) for record in records})
        return _report(options, problems, totals, changes, started)


def check(options: Options) -> Report:
    """Only look for problems; nothing is written."""
    started = time.perf_counter()
    inputs, version = read_inputs(options), cache.version()
    last = cache.summary(cache.folder_for(options.output), version) if options.remember else None
    grouping, task = _lay_out(options, inputs, version, last, "")
    records = _make(task, options.jobs, None, None)
    return _report(options, _problems(options, task, grouping, records), _totals(records), NOTHING, started)


def one_document(options: Options, name: str) -> "tuple[Document, Config]":
    """One document by its id, with all that learners may be told of it, and the configuration. SourceError when there
    is none, or when it cannot be read."""
    from site_builder.composing import prepare

    inputs = read_inputs(options)
    if not inputs.config.learning.layers:
        inputs = replace(inputs, config=replace(inputs.config, learning=Learning()))
    _, task = _lay_out(options, inputs, cache.version(), None, "")
    named = next((each for each in task.sources if each.id == name), None)
    if named is None:
        raise SourceError(_no_document(name, [each.id for each in task.sources], options.content))
    (ready,) = prepare(task, [named], None)
    if ready.document is None:
        raise SourceError(*ready.record.problems)
    return ready.document, task.config


def _no_document(name: str, known: Sequence[str], content: str) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"documents there are: {', '.join(known[:20])}"
    return Problem("no-document", f"there is no document {name}", Place(content), Severity.ERROR, hint)


def _nothing_new(options: Options, inputs: Inputs, last: Summary) -> bool:
    same = last.settings == _settings(options) and last.inputs == inputs.stamps()
    return same and untouched(options.output, last.written)


def _settings(options: Options) -> str:
    """The options that make a difference to what is built."""
    return repr((options.base_url, options.hashed))


def _lay_out(
    options: Options, inputs: Inputs, version: str, last: Summary | None, staging: str
) -> "tuple[Grouping, Task]":
    """The documents there are, and all that making them needs."""
    from site_builder.grouping import group
    from site_builder.task import Task

    grouping = group(inputs.content)
    config, without = _allowed(inputs.config, len(grouping.sources), options.hashed)
    own, faults = _own(options, inputs)
    theme = theme_files(inputs.config.theme, options.project)
    shared = [(path, digest(data)) for path, data in sorted(theme.items()) if options.hashed or not _is_asset(path)]
    return replace(grouping, problems=(*grouping.problems, *without, *faults)), Task(
        content=options.content,
        output=options.output,
        staging=staging,
        config=config,
        theme=theme,
        hashed=options.hashed,
        version=version,
        look=digest(repr((version, config, options.hashed, shared)).encode()),
        sources=grouping.sources,
        stamps=inputs.content,
        catalogue={path: named.id for named in grouping.sources for path in named.paths},
        files=grouping.others,
        own=own,
        records=cache.records(cache.folder_for(options.output), version) if last else {},
        seen=last.written if last else {},
    )


def _own(options: Options, inputs: Inputs) -> "tuple[Overrides, tuple[Problem, ...]]":
    """What the author knows better than the annotators."""
    from site_builder.decoding import decode
    from site_builder.draft import SourceFile
    from site_builder.overrides import is_override, overrides, without_list

    data = {path: read(options.content, path) for path in inputs.content if is_override(path)}
    decoded = {path: decode(SourceFile(path, found)) for path, found in data.items() if found.strip()}
    texts = {path: one.text or "" for path, one in decoded.items()}
    own, problems = overrides(texts, digest(repr(sorted(data.items())).encode()) if data else "")
    faults = [fault for one in decoded.values() for fault in one.problems]
    return own, (*faults, *problems, *without_list(inputs.config.learning, own))


def _allowed(config: Config, documents: int, hashed: bool) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration for so many documents, without what this computer lacks, and what that is. Nothing is kept by
    browsers of what the development server shows, where names stay and bytes change."""
    config = replace(config, downloads=made_downloads(config.downloads, documents), offline=config.offline and hashed)
    problems: list[Problem] = []
    if lacking(config.precompress):
        hint = "pip install 'bilingual-reader[brotli]', or ask for gz only; nothing is compressed by brotli until then"
        problems.append(_lacks("no-brotli", "the package for brotli is not installed", hint))
        config = replace(config, precompress=tuple(how for how in config.precompress if how != "br"))
    if config.pairing.vectors and not _vectors():
        hint = (
            "pip install 'bilingual-reader[vectors]', or take the line out; texts are aligned without them until then"
        )
        problems.append(_lacks("no-vectors", "the package with the vectors is not installed", hint))
        config = replace(config, pairing=replace(config.pairing, vectors=False))
    if "pdf" in config.downloads and not _press():
        hint = "pip install 'bilingual-reader[pdf]', on Debian apt install libpangoft2-1.0-0, too; no PDF until then"
        problems.append(_lacks("no-pdf", "WeasyPrint or Pango, which make PDF, are not installed", hint))
        config = replace(config, downloads=tuple(name for name in config.downloads if name != "pdf"))
    return config, tuple(problems)


def _vectors() -> bool:
    from site_builder.pairing.vectors import installed

    return installed()


def _press() -> bool:
    from site_builder.paper.press import printable

    return printable()


def _lacks(code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, Place("site.toml"), hint=hint)


def _is_asset(path: str) -> bool:
    """Whether a theme's file shows in pages only by the names that its hash gives to assets."""
    return path.startswith(("css/", "js/"))


def _make(task: "Task", jobs: int, kept: "Kept | None", progress: Progress | None) -> Sequence[Record]:
    """A record of every document, in the order of the library."""
    from site_builder.making import make

    count = len(task.sources)
    if jobs > 1 and count > 1:
        from site_builder.crew import make_together, weights

        stream = make_together(task, jobs, weights(task))
    else:
        stream = make(task, range(count), kept)
    records = {}
    for record in stream:
        records[record.id] = record
        if progress:
            progress(len(records), count)
    return [records[named.id] for named in task.sources]


def _whole(task: "Task", records: Sequence[Record], folder: str, jobs: int) -> Sequence[Made]:
    """All files of the site. `folder` is where outputs may remember things. OutputError when two ask for one place."""
    from site_builder.making import make_last, make_shared
    from site_builder.outputs import Workshop

    site = replace(task.site(), cards=tuple(record.card for record in records if record.card))
    made = [
        *(one for record in records for one in record.made),
        *make_shared(task, site, records, Workshop(folder, task.version, jobs)),
    ]
    made += make_last(task, site, made)
    if faults := clashes(made):
        raise OutputError(*faults)
    return made


def _problems(options: Options, task: "Task", grouping: "Grouping", records: Sequence[Record]) -> tuple[Problem, ...]:
    """Everything that is wrong, in order of place, under the paths that the author would type."""
    from site_builder.linking import check_links
    from site_builder.overrides import unmatched
    from site_builder.pinpoint import pinpointed

    found = [*grouping.problems, *(problem for record in records for problem in record.problems)]
    found += check_links(records, task.catalogue, task.files)
    if task.config.learning.layers:
        found += unmatched(task.own, {at for record in records for at in record.matched})
    found = list(pinpointed(found, lambda path: read(options.content, path)))
    folder = options.content.rstrip("/")
    return in_order(replace(one, place=replace(one.place, path=f"{folder}/{one.place.path}")) for one in found)


def _totals(records: Sequence[Record]) -> Totals:
    cards = [record.card for record in records if record.card]
    counts = ((card.pairs, card.segments, len(card.notes)) for card in cards)
    return Totals(len(cards), *(sum(column) for column in zip(*counts, strict=True))) if cards else Totals()


def _settled(record: Record) -> Record:
    """The record as it is remembered: nothing is staged any more."""
    if not any(one.staged for one in record.made):
        return record
    return replace(record, made=tuple([Made(one.path, one.digest, one.size) for one in record.made]))


def _report(
    options: Options, problems: tuple[Problem, ...], totals: Totals, changes: Changes, started: float
) -> Report:
    published = not fails(problems, options.strict)
    seconds = time.perf_counter() - started
    return Report(problems, totals, changes, seconds, published)


@contextmanager
def _disk_faults(options: Options) -> Iterator[None]:
    """A full or closed disk, told as an error of ours."""
    try:
        yield
    except OSError as error:
        place, said = Place(str(error.filename or options.output)), error.strerror or str(error)
        hint = "nothing of the old site was lost; look at the disk's space and the folder's permissions"
        raise OutputError(Problem("disk", said, place, Severity.ERROR, hint)) from error
