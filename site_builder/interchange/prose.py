"""A document as text that people read and edit: its pairs in one language, or in all of them by turns.

How a block is written is told by a `Manner`: plain text, or Markdown, which our own reader reads back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder.model import Document, Line, Note, Pair

Block = Callable[[Pair, int], str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How things are written: `block` a pair in one language ("" for nothing), `note` a paragraph of a note and whether
    it is the first; `together` are the kinds of pairs that are one block with their like, without a line between."""

    block: Block
    note: Callable[[Note, Line, bool], str]
    together: frozenset[str] = frozenset()


def written(document: Document, sides: Sequence[int], how: Manner) -> str:
    """The text in the languages at these positions, blocks with a blank line between, notes at the end."""
    blocks = [block for run in _runs(document, how) for block in _run(run, sides, how)]
    blocks += [_note(note, sides, how) for note in document.notes]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _runs(document: Document, how: Manner) -> Iterator[list[Pair]]:
    """Pairs that are written as one block, and all others by themselves."""

    def alike(pair: Pair) -> tuple[str, str, bool]:
        return (pair.kind, "" if pair.kind in how.together else pair.id, bool(pair.quoted))

    for section in document.sections:
        for _, run in groupby(section.pairs, alike):
            yield list(run)


def _run(run: list[Pair], sides: Sequence[int], how: Manner) -> Iterator[str]:
    """A block a language. What all share is written once, a picture in each language that calls it something."""
    once = run[0].shared and run[0].kind != "picture"
    for side in sides[:1] if once else sides:
        yield "\n".join(filter(None, (how.block(pair, 0 if once else side) for pair in run)))


def _note(note: Note, sides: Sequence[int], how: Manner) -> str:
    lines = [line for side in sides for line in note.bodies[side]]
    return "\n\n".join(how.note(note, line, at == 0) for at, line in enumerate(lines))
