"""Pair the blocks of a document whose languages stand in files of their own: in order, each with one of its shape."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from site_builder.draft import Block
from site_builder.model import Line
from site_builder.problems import Problem

_Taken = list[Block | None]  # the blocks of one row, by language


def match(streams: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of all languages side by side, each language matched to the first one.

    A block without a partner stands with an empty side, so nothing is lost; the first such place is reported.
    """
    first = streams[0] if streams else ()
    rows: list[_Taken] = [[block, *[None] * (len(streams) - 1)] for block in first]
    between: list[list[_Taken]] = [[] for _ in range(len(first) + 1)]
    for language in range(1, len(streams)):
        _place(streams[language], language, len(streams), rows, between)
    ordered = [*between[0], *chain.from_iterable([row, *after] for row, after in zip(rows, between[1:], strict=True))]
    lonely = next((row for row in ordered if not all(row)), None)
    return tuple(map(_joined, ordered)), (_unpaired(lonely),) if lonely else ()


def _place(
    stream: Sequence[Block], language: int, languages: int, rows: list[_Taken], between: list[list[_Taken]]
) -> None:
    """Put one language's blocks into the rows of their partners, or between rows where they have none."""
    from difflib import SequenceMatcher

    shapes = [_shape(row[0]) for row in rows], [_shape(block) for block in stream]
    for operation, start, end, other, other_end in SequenceMatcher(None, *shapes, autojunk=False).get_opcodes():
        if operation == "equal" or end - start == other_end - other:
            for row, block in zip(rows[start:end], stream[other:other_end], strict=True):
                row[language] = block
        else:
            between[end].extend(
                [block if at == language else None for at in range(languages)] for block in stream[other:other_end]
            )


def _shape(block: Block | None) -> tuple[str, int]:
    return (block.kind, block.level) if block else ("", 0)


def _joined(taken: _Taken) -> Block:
    blocks = [block for block in taken if block]
    if blocks[0].shared:
        return blocks[0]
    height = max(len(block.rows) for block in blocks)
    rows = (tuple(chain.from_iterable(_row(block, row) for block in taken)) for row in range(height))
    return replace(blocks[0], rows=tuple(rows))


def _row(block: Block | None, row: int) -> tuple[Line, ...]:
    return block.rows[row] if block and row < len(block.rows) else (Line(),)


def _unpaired(row: _Taken) -> Problem:
    block = next(block for block in row if block)
    return Problem(
        "unpaired-block",
        f"this {block.kind} has no partner in the other language",
        block.place,
        hint="give every language the same paragraphs, in the same order",
    )
