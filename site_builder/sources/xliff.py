"""Files of translators' tools (.xlf, .xliff): XLIFF 1.2, 2.0 and 2.1, with the segments of a unit as one pair."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from site_builder.draft import Reading, Source
from site_builder.interchange import codes
from site_builder.interchange.fields import is_pair
from site_builder.interchange.units import Bitext, Unit, read_units
from site_builder.language_tags import cased
from site_builder.model import Line
from site_builder.problems import Place, Problem, Severity
from site_builder.sources import SourceForm
from site_builder.xml_reading import line_of, name_of, parsed

if TYPE_CHECKING:
    from site_builder.xml_reading import Element

_OWN = "bilingual-reader:"
_STATES = {"reviewed": "checked", "signed-off": "checked", "final": "locked"}
_CODES = frozenset({"ph", "x", "it"})
_BEGINS, _ENDS = frozenset({"sc", "bx", "bpt"}), frozenset({"ec", "ex", "ept"})


class _Languages(NamedTuple):
    source: str
    target: str


def claim(path: str) -> str | None:
    """Any .xlf or .xliff file, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() in ("xlf", "xliff") else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    file = source.files[0]
    root = parsed(file.data, file.path)
    if isinstance(root, tuple):
        return Reading(None, root)
    if name_of(root) != "xliff":
        return Reading(None, (_no_xliff(root, file.path),))
    units: list[Unit] = []
    tags: dict[str, None] = {}
    title: dict[str, str] = {}
    meta: dict[str, str] = {}
    for each in (child for child in root if name_of(child) == "file"):
        own = _Languages(
            cased(each.get("source-language") or root.get("srcLang") or "und"),
            cased(each.get("target-language") or root.get("trgLang") or "und"),
        )
        tags |= dict.fromkeys(own)
        units += _units(each, own, file.path)
        for key, value in _metadata(each).items():
            kind, _, name = key.partition(":")
            {"title": title, "meta": meta}.get(kind, {})[name] = value
    if not any("und" in unit.lines for unit in units):
        tags.pop("und", None)
    return read_units(Bitext(file.path, units, tuple(tags), title, meta, ours=bool(title)), languages)


def _units(file: "Element", languages: _Languages, path: str) -> Iterator[Unit]:
    for element in file.iter("{*}unit", "{*}trans-unit"):
        place = Place(path, line_of(element))
        if name_of(element) == "unit":
            yield from _unit(element, languages, place)
        else:
            yield from _trans_unit(element, languages, place)


def _unit(element: "Element", languages: _Languages, place: Place) -> Iterator[Unit]:
    """The segments of a unit of XLIFF 2. What may be ignored between them belongs to the segment before."""
    about = _about(element, place)
    data = {each.get("id", ""): each.text or "" for each in element.iter("{*}data")}
    lines: list[dict[str, Line]] = []
    heads: list[Element] = []
    for part in element:
        if name_of(part) not in ("segment", "ignorable"):
            continue
        texts = dict(_texts(part, languages, data))
        if name_of(part) == "ignorable" and lines:
            lines[-1] = {tag: _joined(lines[-1].get(tag, Line()), texts.get(tag, Line())) for tag in languages}
        else:
            lines.append(texts)
            heads.append(part)
    for head, texts in zip(heads, lines, strict=True):
        yield Unit(texts, Place(place.path, line_of(head)), head.get("id", ""), {**_known(head), **about})
        about = {name: value for name, value in about.items() if name in ("pair", "note")}


def _about(element: "Element", place: Place) -> dict[str, str]:
    """What a unit says of all its segments: those of any unit stay together."""
    name, kind = element.get("id", ""), element.get("type", "")
    if kind == f"{_OWN}note":
        return {"note": element.get("name", name)}
    about = {"pair": name if is_pair(name) else f"{place.line} {name}"}
    return about | ({"kind": kind.removeprefix(_OWN), **_metadata(element)} if kind.startswith(_OWN) else {})


def _known(segment: "Element") -> dict[str, str]:
    sub_state = segment.get("subState", "")
    confidence = {"confidence": sub_state.removeprefix(_OWN)} if sub_state.startswith(_OWN) else {}
    return {"status": _STATES.get(segment.get("state", ""), "auto"), **confidence}


def _trans_unit(element: "Element", languages: _Languages, place: Place) -> Iterator[Unit]:
    """A unit of XLIFF 1.2, whose texts may be cut into marked segments."""
    parts = {name_of(each): each for each in element if name_of(each) in ("source", "seg-source", "target")}
    source, target = parts.get("seg-source", parts.get("source")), parts.get("target")
    state = "" if target is None else target.get("state", "")
    status = _STATES.get(state, "checked" if element.get("approved") == "yes" else "auto")
    about = {"pair": f"{place.line} {element.get('id', '')}", "status": status}
    texts = [_segments(each) for each in (source, target)]
    order = dict.fromkeys((*texts[0], *texts[1]))
    if set(texts[0]) != set(texts[1]) and texts[1]:
        texts, order = [{"": _whole(each.values())} for each in texts], {"": None}
    for mid in order:
        yield Unit(
            {tag: each[mid] for tag, each in zip(languages, texts, strict=True) if mid in each}, place, "", about
        )


def _segments(element: "Element | None") -> dict[str, Line]:
    """The text of each marked segment, by its number; all of it under "" where none is marked. Text between two belongs
    to the one before."""
    if element is None:
        return {}
    marked = [each for each in element if name_of(each) == "mrk" and each.get("mtype") == "seg"]
    if not marked:
        return {"": _line(element, {})}
    found: dict[str, Line] = {}
    for each in marked:
        scribe = codes.Scribe()
        scribe.write(element.text if each is marked[0] else "")
        _write(each, scribe, {})
        scribe.write(each.tail)
        name = each.get("mid", "")
        found[name if name not in found else f"{name} {len(found)}"] = scribe.line()
    return found


def _whole(lines: Iterable[Line]) -> Line:
    whole = Line()
    for line in lines:
        whole = _joined(whole, line)
    return whole


def _joined(first: Line, second: Line) -> Line:
    by = len(first.text)
    moved = (replace(span, start=span.start + by, end=span.end + by) for span in second.spans)
    return Line(first.text + second.text, (*first.spans, *moved))


def _texts(part: "Element", languages: _Languages, data: Mapping[str, str]) -> Iterator[tuple[str, Line]]:
    for each in part:
        if name_of(each) in ("source", "target"):
            yield languages.source if name_of(each) == "source" else languages.target, _line(each, data)


def _line(element: "Element", data: Mapping[str, str]) -> Line:
    scribe = codes.Scribe()
    _write(element, scribe, data)
    return scribe.line()


def _write(element: "Element", scribe: codes.Scribe, data: Mapping[str, str]) -> None:
    """Text and codes inside an element. XLIFF 1.2 holds the code of an element in it, 2.x beside the text."""
    scribe.write(element.text)
    for each in element:
        name = name_of(each)
        if name in ("g", "pc"):
            scribe.begin(f"in {id(each)}", _meaning(each, data))
            _write(each, scribe, data)
            scribe.end(f"in {id(each)}")
        elif name in _CODES:
            _write_alone(each, scribe, data)
        elif name in _BEGINS:
            scribe.begin(_key(each), _meaning(each, data))
        elif name in _ENDS:
            scribe.end(_key(each))
        elif name == "cp":
            scribe.write("\ufffd")
        else:
            _write(each, scribe, data)
        scribe.write(each.tail)


def _key(element: "Element") -> str:
    """What a code and the one that ends it have in common."""
    return next(filter(None, (element.get(name) for name in ("startRef", "rid", "id", "i"))), "")


def _meaning(element: "Element", data: Mapping[str, str]) -> tuple[str, str] | None:
    types = (element.get(name, "") for name in ("ctype", "type", "subType"))
    kinds = [kind.removeprefix(_OWN) for kind in types]
    return codes.meaning(_code(element, data), *reversed(kinds))


def _write_alone(element: "Element", scribe: codes.Scribe, data: Mapping[str, str]) -> None:
    code = _code(element, data)
    if element.get("subType") == f"{_OWN}note" and (label := codes.label_of(code)):
        scribe.mark(label)
    elif element.get("ctype") == "lb" or element.get("subType") == "xlf:lb":
        scribe.write("\n")
    else:
        scribe.write(codes.visible(code))
    for sub in element:
        _write(sub, scribe, data)


def _code(element: "Element", data: Mapping[str, str]) -> str:
    """The code that an element stands for, as far as the file tells."""
    stored = data.get(element.get("dataRef") or element.get("dataRefStart") or "", "")
    shown = (element.get(name) for name in ("disp", "dispStart", "equiv", "equivStart", "equiv-text"))
    inside = "" if name_of(element) in ("g", "pc") else element.text
    return next(filter(None, (inside, stored, *shown)), "")


def _metadata(element: "Element") -> dict[str, str]:
    """What our own files say of the document or a pair."""
    own = (each for each in element if name_of(each) == "metadata")
    return {meta.get("type", ""): meta.text or "" for each in own for meta in each.iter("{*}meta")}


def _no_xliff(root: "Element", path: str) -> Problem:
    message = f"the file is not XLIFF: it begins with <{name_of(root)[:40]}>"
    hint = "export it as XLIFF, or give it the ending of what it is"
    return Problem("not-xliff", message, Place(path, line_of(root)), Severity.ERROR, hint)


SOURCE = SourceForm("translators' exchange file (.xlf, .xliff)", claim, read)
