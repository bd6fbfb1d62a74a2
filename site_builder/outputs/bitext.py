"""The open data beside each document: <document>/<document>.json, which outside tools rely on (DESIGN §5).

Text there is the author's: note marks removed, nothing else changed; a language that has nothing is null. One line of
the file holds one segment, so that a change in the text is a small difference in the data.
"""

from collections.abc import Iterable, Iterator
from json import JSONEncoder
from json.encoder import encode_basestring as _quoted

from site_builder.model import Document, Note, Pair, Section, Segment
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    yield Artifact(data_path(document.id, "json"), _document(document).encode())


def _document(document: Document) -> str:
    keys = tuple(map(key_of, document.languages))
    head = {
        "id": document.id,
        "languages": document.languages,
        "title": _texts(keys, document.title),
        "meta": dict(document.meta),
    }
    sections = ",\n".join(_section(section, keys) for section in document.sections)
    notes = ",\n".join(_note(note, keys) for note in document.notes)
    return f'{_json(head)[:-1]},\n"sections":[{sections}],\n"notes":[{notes}]}}\n'


def _section(section: Section, keys: tuple[str, ...]) -> str:
    heading = section.heading
    texts = [heading.text(side) for side in range(len(keys))] if heading else [""] * len(keys)
    head = {"id": section.id, "level": section.level, "heading": _texts(keys, texts)}
    named = [f"{_quoted(key)}:" for key in keys]
    pairs = ",\n".join([_pair(pair, named) for pair in section.pairs])
    return f'{_json(head)[:-1]},"pairs":[\n{pairs}]}}'


def _pair(pair: Pair, named: list[str]) -> str:
    spans = pair.has_spans()
    notes = [_json(labels) if spans and (labels := segment.notes()) else "[]" for segment in pair.segments]
    segments = ",\n".join([_segment(*each, named) for each in zip(pair.segments, notes, strict=True)])
    order = f'"order":{_order(pair, named)},' if pair.order else ""
    return f'{{"id":"{pair.id}","kind":"{pair.kind}",{order}"segments":[\n{segments}]}}'


def _order(pair: Pair, named: list[str]) -> str:
    """Where a person let segments cross: their places, from 0, in the order of each language's own text."""
    return "{" + ",".join(f"{key}{_json(places)}" for key, places in zip(named, pair.order, strict=True)) + "}"


def _segment(segment: Segment, notes: str, named: list[str]) -> str:
    """Written out by hand: there are so many of them that an encoder for each would take most of the time. Ids and
    status are words of ours that need no quoting; `!r` is how JSON writes a number."""
    texts = ""
    for key, line in zip(named, segment.lines, strict=True):
        texts += f"{key}{_quoted(line.text) if line.text else 'null'},"
    known = f'"confidence":{round(segment.confidence, 3)!r},"status":"{segment.status}","notes":{notes}'
    return f'{{"id":"{segment.id}",{texts}{known}}}'


def _note(note: Note, keys: tuple[str, ...]) -> str:
    bodies = ("\n\n".join(line.text for line in body) for body in note.bodies)
    return _json({"label": note.label, **_texts(keys, bodies), "marks": note.marks})


def _texts(keys: tuple[str, ...], texts: Iterable[str]) -> dict[str, str | None]:
    return {key: text or None for key, text in zip(keys, texts, strict=True)}


def key_of(tag: str) -> str:
    """What a language's text stands under: its tag. Only Indonesian, whose tag is `id`, has to say more."""
    return "id-Latn" if tag == "id" else tag


OUTPUT = Output("the document as open data: aligned text in JSON", for_document=_make)
