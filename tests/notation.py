"""What was read, as an outline that people can check.

    zh-Hant en
    heading 1 @9
      一、2023年工作回顧
      I Review of Work During 2023
    note 5 @28
      -
      They refer to …
    ! unpaired-paragraph @12: no en text belongs to this paragraph: 第二段。

`@9` is the line in the file, `=p3` an id that the form knows. Each row of a block lists its languages one below the
other, `-` where one has nothing; rows are parted by `·`, and `[p3-1 checked 0.98]` is what is known of one. Spans stand
in ‹›: ‹em so›, ‹link→other.md this›, ‹5› for the mark of note 5; ⏎ is a line break.
`only en:` stands before the blocks of a language that nobody aligned.
"""

from collections.abc import Iterator, Sequence

from site_builder.draft import Block, Draft, Known, Reading
from site_builder.model import Line, Span
from site_builder.problems import Problem


def outline(reading: Reading) -> str:
    """A reading as text: its draft, then its problems."""
    lines = list(_draft(reading.draft)) if reading.draft else ["nothing"]
    return "\n".join([*lines, *map(told, reading.problems)])


def told(problem: Problem) -> str:
    """A problem on one line, without its hint."""
    place = problem.place
    at = f" @{place.line}" + (f":{place.column}" if place.column else "") if place.line else ""
    return f"! {problem.code}{at}: {problem.message}"


def line(line: Line) -> str:
    """A line with its spans."""
    if not line:
        return "-"
    text = line.text
    for at, mark in sorted(_edges(line), reverse=True, key=lambda edge: edge[0]):
        text = text[: at[0]] + mark + text[at[0] :]
    return text.replace("\n", "⏎")


def _draft(draft: Draft) -> Iterator[str]:
    yield " ".join(draft.languages)
    if any(draft.title):
        yield "title: " + " | ".join(draft.title)
    yield from (f"{key}: {value}" for key, value in draft.meta.items())
    yield from _blocks(draft.blocks)
    for tag, stream in zip(draft.languages, draft.streams, strict=False):
        yield f"only {tag}:"
        yield from _blocks(stream)
    for note in draft.notes:
        yield f"note {note.label} @{note.place.line if note.place else 0}"
        yield from ("  " + (" ¶ ".join(map(line, body)) or "-") for body in note.bodies)


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield " ".join(_head(block))
        for at, row in enumerate(block.rows):
            yield from ["  ·"] * bool(at)
            yield from (f"  [{_known(known)}]" for known in block.known[at : at + 1] if known != Known())
            yield from (f"  {line(each)}" for each in row)


def _head(block: Block) -> Iterator[str]:
    yield block.kind
    yield from [str(block.level)] * bool(block.level)
    yield from [">" * block.quoted] * bool(block.quoted)
    yield from filter(None, (block.marker, block.info))
    yield from ["shared"] * block.shared
    yield from [f"#{block.own_id}"] * bool(block.own_id)
    yield from [f"={block.id}"] * bool(block.id)
    yield f"@{block.place.line}"


def _known(known: Known) -> str:
    return " ".join(filter(None, (known.id, known.status, str(known.confidence))))


def _edges(line: Line) -> Iterator[tuple[tuple[int, int, int], str]]:
    """The marks to put into the text: at an offset first what ends there, then notes, then what starts there."""
    for order, span in enumerate(line.spans):
        if span.start == span.end and span.kind == "note":
            yield (span.start, 1, order), f"‹{span.value}›"
        elif span.kind == "omit":
            yield (span.start, 2, order), "‹omit"
            yield (span.end, 0, -order), "›"
        else:
            yield (span.start, 2, order), f"‹{_name(span)} "
            yield (span.end, 0, -order), "›"


def _name(span: Span) -> str:
    return f"{span.kind}→{span.value}" if span.value else span.kind
