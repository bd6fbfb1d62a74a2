"""Each document as a table: <document>/<document>.tsv, which spreadsheets open and `sources/tsv.py` reads back.

    id   kind             zh-Hant     en           status  confidence  notes
         document         政府工作報告  Report
         meta name=author 殷勇
    p2-1 heading level=2  一、回顧     I Review     auto    1.0
    p3-1 paragraph        甲。         A "quote".   checked 0.98        5@en:10
    n5   note label=5                 They refer.

A row a segment, then a row a paragraph of a note. What else is known of a pair follows its kind at its first row. The
last column names the notes that are marked: label, language, and after how many characters. `interchange/cells.py`
tells how texts become cells.
"""

from collections.abc import Iterable, Iterator

from site_builder.interchange import fields
from site_builder.interchange.cells import cell, word
from site_builder.model import Document, Line, Note, Pair, Segment
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    rows = ("\t".join(row) for row in _rows(document))
    yield Artifact(data_path(document.id, "tsv"), ("\n".join(rows) + "\n").encode())


def _rows(document: Document) -> Iterator[Iterable[str]]:
    tags = document.languages
    yield ("id", "kind", *tags, "status", "confidence", "notes")
    yield ("", "document", *map(cell, document.title), "", "", "")
    blank = [""] * (len(tags) + 2)
    for name, value in document.meta.items():
        yield ("", f"meta name={word(name)}", cell(value), *blank)
    for pair in document.pairs():
        yield from _pair(pair, tags)
    for note in document.notes:
        yield from _note(note)


def _pair(pair: Pair, tags: tuple[str, ...]) -> Iterator[Iterable[str]]:
    kind = "".join(f" {name}={word(value)}" for name, value in (*fields.written(pair), *_address(pair)))
    kind = kind.removeprefix(" kind=")
    if not pair.segments:
        yield (pair.id, kind, *("" for _ in tags), "", "", "")
    for segment in pair.segments:
        moved = "".join(f" {name}={word(value)}" for name, value in fields.pair_field(pair, segment))
        yield _segment(segment, f"{kind}{moved}", tags)
        kind = pair.kind


def _segment(segment: Segment, kind: str, tags: tuple[str, ...]) -> Iterable[str]:
    texts = [cell(line.text) for line in segment.lines]
    marks = " ".join(_marks(segment, tags)) if any(line.spans for line in segment.lines) else ""
    return (segment.id, kind, *texts, segment.status, str(round(segment.confidence, 3)), cell(marks))


def _marks(segment: Segment, tags: tuple[str, ...]) -> Iterator[str]:
    for tag, line in zip(tags, segment.lines, strict=True):
        yield from (f"{word(span.value)}@{tag}:{span.start}" for span in line.of_kind("note"))


def _address(pair: Pair) -> Iterator[tuple[str, str]]:
    """Where a picture lies: without it, nothing would be left of one."""
    if pair.kind == "picture":
        lines = (line for segment in pair.segments for line in segment.lines)
        addresses = [span.value for line in lines for span in line.of_kind("image")]
        yield from (("address", address) for address in addresses[:1])


def _note(note: Note) -> Iterator[Iterable[str]]:
    for at in range(max(1, *map(len, note.bodies))):
        lines = [body[at] if at < len(body) else Line() for body in note.bodies]
        texts = (cell(line.text) for line in lines)
        yield (cell(f"n{note.label}"), f"note label={word(note.label)}", *texts, "", "", "")


OUTPUT = Output("the document as a table, TSV", for_document=_make, optional=True)
