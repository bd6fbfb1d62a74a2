"""Translation memories (.tmx, TMX 1.1 to 1.4b): those of other tools, and our own with everything that is in them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from site_builder.draft import Reading, Source
from site_builder.interchange import codes
from site_builder.interchange.fields import is_ours
from site_builder.interchange.units import Bitext, Unit, read_units
from site_builder.language_tags import cased, is_tag
from site_builder.model import Line
from site_builder.problems import Place, Problem, Severity
from site_builder.sources import SourceForm
from site_builder.xml_reading import line_of, name_of, parsed

if TYPE_CHECKING:
    from site_builder.xml_reading import Element

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ALONE = ("ph", "it", "ut")


def claim(path: str) -> str | None:
    """Any .tmx file, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() == "tmx" else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    file = source.files[0]
    root = parsed(file.data, file.path)
    if isinstance(root, tuple):
        return Reading(None, root)
    if name_of(root) != "tmx":
        return Reading(None, (_no_tmx(root, file.path),))
    bitext, problems = _bitext(root, file.path)
    reading = read_units(bitext, languages)
    return Reading(reading.draft, (*problems, *reading.problems))


def _bitext(root: "Element", path: str) -> tuple[Bitext, list[Problem]]:
    header = next((each for each in root if name_of(each) == "header"), None)
    ours = header is not None and header.get("o-tmf") == "bilingual-reader"
    srclang = "" if header is None else header.get("srclang", "")
    source = cased(srclang) if srclang and srclang != "*all*" else "und"
    problems: list[Problem] = []
    units = [
        unit for each in root.iter("{*}tu") for unit in _units(each, source, ours, Place(path, line_of(each)), problems)
    ]
    found = dict.fromkeys(tag for unit in units for tag in unit.lines)
    languages = sorted(found, key=lambda tag: tag != source)
    if not ours or header is None:
        return Bitext(path, units, languages), problems
    title = {_language(prop): prop.text or "" for prop in _props(header, "x-title")}
    meta = {prop.get("type", "")[7:]: prop.text or "" for prop in _props(header, "x-meta:")}
    stated = {
        cased(tag): tag for prop in _props(header, "x-languages") for tag in (prop.text or "").split() if is_tag(tag)
    }
    tags = tuple(dict.fromkeys((*stated, *languages)))
    if any(tag != stated.get(tag, tag) for tag in tags):  # written as the author wrote it
        title = {stated.get(tag, tag): text for tag, text in title.items()}
        units = [
            replace(unit, lines={stated.get(tag, tag): line for tag, line in unit.lines.items()}) for unit in units
        ]
    return Bitext(path, units, tuple(stated.get(tag, tag) for tag in tags), title, meta, ours=True), problems


def _units(element: "Element", source: str, ours: bool, place: Place, problems: list[Problem]) -> Iterator[Unit]:
    """The unit in a `tu`; a second text in one language becomes a unit of its own."""
    lines: dict[str, Line] = {}
    more: list[Unit] = []
    for each in element:
        if name_of(each) != "tuv":
            continue
        at = Place(place.path, line_of(each))
        tag = _language(each)
        if tag == "und":
            tag = source
            problems.append(_no_language(at, source))
        line = next((_line(seg) for seg in each if name_of(seg) == "seg"), Line())
        if tag in lines:
            more.append(Unit({tag: line}, at))
        else:
            lines[tag] = line
    name = element.get("tuid", "")
    yield Unit(lines, place, name, _about(element) if ours or is_ours(name) else {})
    yield from more


def _about(element: "Element") -> Mapping[str, str]:
    """What we wrote of a unit. In other files these names may mean anything."""
    return {prop.get("type", "")[2:]: prop.text or "" for prop in _props(element, "x-")}


def _props(element: "Element", kind: str) -> Iterator["Element"]:
    return (each for each in element if name_of(each) == "prop" and each.get("type", "").startswith(kind))


def _language(element: "Element") -> str:
    """The tag an element says; TMX 1.1 wrote `lang`."""
    return cased(element.get(_LANG) or element.get("lang") or "und")


def _line(seg: "Element") -> Line:
    scribe = codes.Scribe()
    _write(seg, scribe)
    return scribe.line()


def _write(element: "Element", scribe: codes.Scribe) -> None:
    """Text and codes inside an element. Text is what stands in `seg`, `hi` and `sub`; all else holds codes."""
    scribe.write(element.text)
    for each in element:
        name, kind = name_of(each), each.get("type", "")
        if name == "hi":
            key = f"hi {id(each)}"
            scribe.begin(key, codes.meaning("", kind))
            _write(each, scribe)
            scribe.end(key)
        elif name == "bpt":
            scribe.begin(each.get("i", ""), codes.meaning(each.text or "", kind))
            _write_subs(each, scribe)
        elif name == "ept":
            _write_subs(each, scribe)
            scribe.end(each.get("i", ""))
        elif name in _ALONE:
            _write_alone(each, scribe)
        else:
            _write(each, scribe)
        scribe.write(each.tail)


def _write_alone(element: "Element", scribe: codes.Scribe) -> None:
    code = element.text or ""
    if element.get("type") == "fnote" and (label := codes.label_of(code)):
        scribe.mark(label)
    elif not element.get("pos"):
        scribe.write(codes.visible(code))
    _write_subs(element, scribe)


def _write_subs(element: "Element", scribe: codes.Scribe) -> None:
    """The text that stands inside a code, as a footnote or a title does."""
    for sub in element:
        scribe.write(" ")
        _write(sub, scribe)


def _no_tmx(root: "Element", path: str) -> Problem:
    message = f"the file is not TMX: it begins with <{name_of(root)[:40]}>"
    hint = "export it as TMX, or give it the ending of what it is"
    return Problem("not-tmx", message, Place(path, line_of(root)), Severity.ERROR, hint)


def _no_language(place: Place, source: str) -> Problem:
    hint = 'write xml:lang="en" and the like on each <tuv>'
    return Problem("no-language", f"a text does not say its language; it is taken for {source}", place, hint=hint)


SOURCE = SourceForm("translation memory (.tmx)", claim, read)
