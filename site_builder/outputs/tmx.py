"""Each document as a translation memory: <document>/<document>.tmx, TMX 1.4, which `sources/tmx.py` reads back whole.

A segment is a unit under its own id; what else is known of it and of its pair stands in properties, those of the pair
at its first unit. Spans are pairs of `bpt` and `ept`, marks of notes `ph`, because these are what other tools keep.
"""

from collections.abc import Iterable, Iterator

from site_builder.interchange import codes, fields
from site_builder.interchange.xml_text import attribute, text
from site_builder.model import Document, Line, Note, Pair, Segment, Span
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site

_TYPES = {"em": "italic", "strong": "bold"}  # as the standard calls them; others by our own names


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    yield Artifact(data_path(document.id, "tmx"), "".join(_document(document)).encode())


def _document(document: Document) -> Iterator[str]:
    tags = [attribute(tag) for tag in document.languages]
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        '<header creationtool="bilingual-reader" creationtoolversion="1" segtype="sentence" o-tmf="bilingual-reader" '
        f'adminlang="en" srclang="{tags[0]}" datatype="plaintext">\n'
        f"{_prop('languages', ' '.join(document.languages))}\n"
    )
    for tag, title in zip(tags, document.title, strict=True):
        yield f'<prop type="x-title" xml:lang="{tag}">{text(title)}</prop>\n'
    yield from (f"{_prop(f'meta:{key}', value)}\n" for key, value in document.meta.items())
    yield "</header>\n<body>\n"
    for pair in document.pairs():
        yield from _pair(pair, tags)
    for note in document.notes:
        yield from _note(note, tags)
    yield "</body>\n</tmx>\n"


def _pair(pair: Pair, tags: list[str]) -> Iterator[str]:
    about = "".join(_prop(name, value) for name, value in fields.written(pair))
    if not pair.segments:
        yield _unit(pair.id, about, (), tags)
    for segment in pair.segments:
        yield _segment(pair, segment, about, tags)
        about = ""


def _segment(pair: Pair, segment: Segment, about: str, tags: list[str]) -> str:
    moved = "".join(_prop(name, value) for name, value in fields.pair_field(pair, segment))
    known = (
        f'<prop type="x-status">{segment.status}</prop><prop type="x-confidence">{round(segment.confidence, 3)}</prop>'
    )
    return _unit(segment.id, f"{about}{moved}{known}", segment.lines, tags)


def _note(note: Note, tags: list[str]) -> Iterator[str]:
    """A unit for each paragraph of a note, in all languages that have so many."""
    about = _prop("note", note.label)
    for at in range(max(1, *map(len, note.bodies))):
        lines = [body[at] if at < len(body) else Line() for body in note.bodies]
        yield _unit(f"n{note.label}-{at + 1}", about, lines, tags)


def _unit(name: str, about: str, lines: Iterable[Line], tags: list[str]) -> str:
    """The standard wants a text in every unit, so the first language gets an empty one where there is none."""
    texts = [
        f'<tuv xml:lang="{tag}"><seg>{_text(line)}</seg></tuv>\n'
        for tag, line in zip(tags, lines, strict=False)
        if line.text or line.spans
    ]
    whole = "".join(texts) or f'<tuv xml:lang="{tags[0]}"><seg></seg></tuv>\n'
    return f'<tu tuid="{attribute(name)}">{about}\n{whole}</tu>\n'


def _text(line: Line) -> str:
    return codes.woven(line, text, _opened, _closed) if line.spans else text(line.text)


def _opened(number: int, span: Span) -> str:
    code = text(codes.opening(span))
    if span.kind == "note":
        return f'<ph type="fnote">{code}</ph>'
    return f'<bpt i="{number}" type="{_TYPES.get(span.kind, span.kind)}">{code}</bpt>'


def _closed(number: int, span: Span) -> str:
    return f'<ept i="{number}">{text(codes.closing(span))}</ept>'


def _prop(name: str, value: str) -> str:
    return f'<prop type="x-{attribute(name)}">{text(value)}</prop>'


OUTPUT = Output("the document as a translation memory, TMX", for_document=_make, optional=True)
