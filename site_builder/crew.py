"""Make documents in several processes: each worker makes one stretch of the library and sends a record a document.

A worker composes the one document on either side of its stretch too, to know its title; nothing else is done twice, and
what it makes does not depend on how many workers there are.
"""

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import DefaultContext
from multiprocessing.process import BaseProcess
from typing import cast

from site_builder.cache import Record, pickled
from site_builder.errors import SiteBuilderError
from site_builder.making import load, make
from site_builder.task import Task

_MANY = 16  # records a message: fewer, and the pipe costs more than it carries


def make_together(task: Task, jobs: int, weights: Sequence[int]) -> Iterator[Record]:
    """The records of all documents, in no particular order; `weights` says how much work each is. Errors that stop the
    build are raised here as they would be in one process."""
    # A fork starts at once with all modules loaded; elsewhere than on Linux it is not safe or not there.
    context = cast(DefaultContext, multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn"))
    load(task)
    workers: dict[Connection, BaseProcess] = {}
    try:
        for share in shares(weights, jobs):
            ours, theirs = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(task, share, theirs), daemon=True)
            worker.start()
            theirs.close()
            workers[ours] = worker
        yield from _gather(list(workers))
    finally:
        for started in workers.values():
            started.terminate()
            started.join()


def shares(weights: Sequence[int], jobs: int) -> list[range]:
    """Cut a row of documents into at most `jobs` stretches of about equal weight, none of them empty."""
    stretches: list[range] = []
    whole, start, done = sum(weights), 0, 0
    for index, weight in enumerate(weights):
        done += weight
        last = index + 1 == len(weights)
        if last or done * jobs >= whole * (len(stretches) + 1):
            stretches.append(range(start, index + 1))
            start = index + 1
    return stretches


def weights(task: Task) -> list[int]:
    """How much work each document is: the size of its text, next to nothing when that did not change."""
    known = {path: stamp for record in task.records.values() for path, stamp, _ in record.sources}
    return [
        1 + sum(task.stamps[path][1] for path in named.paths if known.get(path) != task.stamps[path])
        for named in task.sources
    ]


def _work(task: Task, share: range, pipe: Connection) -> None:
    batch: list[Record] = []
    try:
        for record in make(task, share):
            batch.append(record)
            if len(batch) == _MANY:
                pipe.send_bytes(pickled(batch))
                batch = []
        pipe.send_bytes(pickled(batch))
        pipe.send(None)
    except SiteBuilderError as error:
        pipe.send((type(error), error.problems))
    except OSError as error:
        pipe.send((OSError, (error.errno, error.strerror, error.filename)))


def _gather(pipes: list[Connection]) -> Iterator[Record]:
    while pipes:
        for pipe in wait(pipes):
            assert isinstance(pipe, Connection)
            try:
                message = pipe.recv()
            except EOFError:
                raise OSError("a worker process ended before its work was done") from None
            if message is None:
                pipes.remove(pipe)
            elif isinstance(message, tuple):
                kind, details = message
                raise kind(*details)
            else:
                yield from message
