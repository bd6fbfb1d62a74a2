"""Each document for translators' tools: <document>/<document>.xlf, XLIFF 2.1, a unit a pair, segments under their ids.

A file of this kind has two languages; a third and any other get one of their own, <document>.fr.xlf. The state of a
segment says whether a person has looked at it: `reviewed` is checked, `final` locked. What else is known of a pair
stands in metadata. A footnote is a unit of its own, and a note beside the text that marks it. Where a person let
segments cross, `order` of a target says where it stands in its own text.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from site_builder.interchange import codes, fields
from site_builder.interchange.xml_text import attribute, text
from site_builder.model import Document, Line, Note, Pair, Segment, Span
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site

_OWN = "bilingual-reader"
_STATES = {"checked": "reviewed", "locked": "final"}
_TYPES = {
    "em": 'type="fmt" subType="xlf:i"',
    "strong": 'type="fmt" subType="xlf:b"',
    "link": 'type="link"',
    "image": 'type="image"',
}


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    for side, tag in enumerate(document.languages[1:], 1):
        ending = "xlf" if side == 1 else f"{tag}.xlf"
        yield Artifact(data_path(document.id, ending), "".join(_document(document, side)).encode())


def _document(document: Document, side: int) -> Iterator[str]:
    source, target = (attribute(document.languages[at]) for at in (0, side))
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" '
        f'srcLang="{source}" trgLang="{target}">\n'
        f'<file id="f1" original="{attribute(document.path or document.id)}" canResegment="no" xml:space="preserve">\n'
    )
    titles = {f"title:{document.languages[at]}": document.title[at] for at in (0, side)}
    yield _metadata("document", {**titles, **{f"meta:{key}": value for key, value in document.meta.items()}})
    notes = {note.label: note for note in document.notes}
    for pair in document.pairs():
        yield from _pair(pair, side, notes)
    for number, note in enumerate(document.notes, 1):
        yield from _note(note, number, side)
    yield "</file>\n</xliff>\n"


def _pair(pair: Pair, side: int, notes: Mapping[str, Note]) -> Iterator[str]:
    kept = ' translate="no"' if pair.shared else ""
    yield f'<unit id="{attribute(pair.id)}"{kept} type="{_OWN}:{pair.kind}">\n'
    yield _metadata("pair", {name: value for name, value in fields.written(pair) if name != "kind"})
    yield from _footnotes(pair, side, notes)
    numbers = count(1)
    if not pair.segments:
        yield f'<segment id="{attribute(pair.id)}"><source></source></segment>\n'
    for segment, place in zip(pair.segments, _places(pair, side), strict=True):
        yield _segment(segment, side, numbers, place)
    yield "</unit>\n"


def _places(pair: Pair, side: int) -> list[int]:
    """For each segment where its text stands in its language, from 1; 0 where that is its place among the segments."""
    if not pair.order:
        return [0] * len(pair.segments)
    placed = {at: place for place, at in enumerate(pair.order[side], 1)}
    return [placed[at] if placed[at] != at + 1 else 0 for at in range(len(pair.segments))]


def _segment(segment: Segment, side: int, numbers: "count[int]", place: int) -> str:
    source, target = segment.lines[0], segment.lines[side]
    state = _STATES.get(segment.status) or ("translated" if target else "initial")
    known = f'state="{state}" subState="{_OWN}:{round(segment.confidence, 3)}"'
    return f'<segment id="{attribute(segment.id)}" {known}>{_texts(source, target, numbers, place)}</segment>\n'


def _note(note: Note, number: int, side: int) -> Iterator[str]:
    numbers = count(1)
    bodies = note.bodies[0], note.bodies[side]
    yield f'<unit id="n{number}" name="{attribute(note.label)}" type="{_OWN}:note">\n'
    for at in range(max(1, *map(len, bodies))):
        source, target = (body[at] if at < len(body) else Line() for body in bodies)
        yield f'<segment id="n{number}-{at + 1}">{_texts(source, target, numbers)}</segment>\n'
    yield "</unit>\n"


def _footnotes(pair: Pair, side: int, notes: Mapping[str, Note]) -> Iterator[str]:
    """The notes that a pair marks, where a translator sees them."""
    marked = dict.fromkeys(label for segment in pair.segments for label in segment.notes() if label in notes)
    if marked:
        yield "<notes>"
        for label in marked:
            bodies = notes[label].bodies[0] + notes[label].bodies[side]
            told = "\n".join(line.text for line in bodies)
            yield f'<note category="footnote">{text(f"[{label}] {told}")}</note>'
        yield "</notes>\n"


def _texts(source: Line, target: Line, numbers: "count[int]", place: int = 0) -> str:
    """Both texts. A code of the target that is one of the source has its number, so that tools know them for one. How
    an author spaced letters out is of no use to a translator."""
    source, target = _without_omitted(source), _without_omitted(target)
    opened = f'<target order="{place}">' if place else "<target>"
    if not source.spans and not target.spans:
        translated = f"{opened}{text(target.text)}</target>" if target else ""
        return f"<source>{text(source.text)}</source>{translated}"
    own = [next(numbers) for _ in source.spans]
    free = list(zip(source.spans, own, strict=True))
    other = []
    for span in target.spans:
        same = next((pair for pair in free if (pair[0].kind, pair[0].value) == (span.kind, span.value)), None)
        if same:
            free.remove(same)
        other.append(same[1] if same else next(numbers))
    translated = f"{opened}{_text(target, other)}</target>" if target else ""
    return f"<source>{_text(source, own)}</source>{translated}"


def _without_omitted(line: Line) -> Line:
    if not line.spans:
        return line
    return Line(line.text, tuple(span for span in line.spans if span.kind != "omit"))


def _text(line: Line, numbers: Sequence[int]) -> str:
    def opened(at: int, span: Span) -> str:
        code, number = attribute(codes.opening(span)), numbers[at - 1]
        if span.kind == "note":
            return f'<ph id="{number}" type="other" subType="{_OWN}:note" disp="{code}"/>'
        kind = _TYPES.get(span.kind, f'type="fmt" subType="{_OWN}:{span.kind}"')
        return f'<sc id="{number}" {kind} disp="{code}"/>'

    def closed(at: int, span: Span) -> str:
        return f'<ec startRef="{numbers[at - 1]}" disp="{attribute(codes.closing(span))}"/>'

    return codes.woven(line, text, opened, closed)


def _metadata(category: str, values: Mapping[str, str]) -> str:
    metas = "".join(f'<mda:meta type="{attribute(key)}">{text(value)}</mda:meta>' for key, value in values.items())
    group = f'<mda:metaGroup category="{category}">{metas}</mda:metaGroup>'
    return f"<mda:metadata>{group}</mda:metadata>\n" if metas else ""


OUTPUT = Output("the document for translators' tools, XLIFF", for_document=_make, optional=True)
