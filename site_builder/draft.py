"""What the author wrote, as far as it was read, before anything is paired."""

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum

from site_builder.model import Line, Note, PairKind, Status
from site_builder.problems import Place, Problem
from site_builder.values import value


class Aligned(IntEnum):
    """How much the author already aligned; pairing does only the steps that remain."""

    NOTHING = 0  # `Draft.streams`: the blocks of each language by themselves
    BLOCKS = 1  # `Draft.blocks`: paragraphs are paired, sentences are not
    SEGMENTS = 2  # `Draft.blocks`, every one of them `final`


@value(frozen=True, slots=True)
class SourceFile:
    """A file as it lies in the content folder: `path` relative to it with forward slashes, and its bytes."""

    path: str
    data: bytes


@value(frozen=True, slots=True)
class Source:
    """The files of one document, under the document's id, with the name of the form that reads them."""

    id: str
    form: str
    files: tuple[SourceFile, ...]


@value(frozen=True, slots=True)
class Known:
    """What a form that was aligned before knows of a segment: its id ("" to be given one), how sure its alignment is,
    and whether a person has looked at it."""

    id: str = ""
    confidence: float = 1.0
    status: Status = "auto"


@value(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, … . `rows` hold aligned lines, one a language: a plain paragraph has a single
    row that pairing will split; when `final`, the rows are the segments already (title block, verse, table cells), and
    `known` may say more of each. `id` is the pair's id where the form knows it (p7); all others are numbered.

    In `Draft.streams` a row has one line. The other fields mean what they mean on `model.Pair`.
    """

    kind: PairKind
    rows: tuple[tuple[Line, ...], ...]
    place: Place
    level: int = 0
    quoted: int = 0
    marker: str = ""
    info: str = ""
    shared: bool = False
    own_id: str = ""
    final: bool = False
    id: str = ""
    known: tuple[Known, ...] = ()


@value(frozen=True, slots=True)
class Draft:
    """A document that is read but not paired. `title` may be empty texts: then the first title or heading gives it."""

    languages: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    streams: tuple[tuple[Block, ...], ...] = ()
    notes: tuple[Note, ...] = ()
    title: tuple[str, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    aligned: Aligned = Aligned.BLOCKS


@value(frozen=True, slots=True)
class Reading:
    """What reading a source gave: a draft, and everything that was wrong with the text. `draft` is None only when
    nothing could be read (not text at all)."""

    draft: Draft | None
    problems: tuple[Problem, ...] = ()
