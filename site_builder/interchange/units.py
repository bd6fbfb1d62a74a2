"""From the units of a bitext to a draft: units that our ids group are one pair, any other is a pair by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from site_builder.draft import Aligned, Block, Draft, Known, Reading
from site_builder.interchange import fields
from site_builder.interchange.fields import Fields
from site_builder.language_tags import code_of
from site_builder.model import Line, Note
from site_builder.problems import Place, Problem, Severity
from site_builder.scripts import chinese_tag

_REGIONS = {"CN": "zh-Hans", "SG": "zh-Hans", "MY": "zh-Hans", "TW": "zh-Hant", "HK": "zh-Hant", "MO": "zh-Hant"}
_SAMPLE = 200  # units that tell Traditional from Simplified


@dataclass(frozen=True, slots=True)
class Unit:
    """A row, entry or translation unit: a line for each language tag that has text. `id` is a segment's (p3-1), or a
    pair's that has no segments (p4), or means nothing to us. `about` has what fields.py names, `status` and
    `confidence`; with `note` the unit is a paragraph of the note with this label."""

    lines: Mapping[str, Line]
    place: Place
    id: str = ""
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bitext:
    """All that a file says. `languages` in the order of the file; with `ours` its tags are ones that we wrote."""

    path: str
    units: Sequence[Unit]
    languages: Sequence[str]
    title: Mapping[str, str] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)
    ours: bool = False


def read_units(bitext: Bitext, asked: tuple[str, ...]) -> Reading:
    """The draft: every block final, ids, status and confidence kept. `asked` are the languages of site.toml."""
    tags = _chosen(bitext.languages, asked)
    grouping = _Grouping(tags)
    for unit in bitext.units:
        grouping.take(unit)
    if not grouping.blocks and not grouping.notes:
        hint = "export it again, or remove the file"
        return Reading(None, (Problem("no-units", "the file has no text in it", Place(bitext.path), hint=hint),))
    names, problems = _names(bitext, tags), grouping.problems
    if len(tags) < 2 or (not bitext.ours and len(_written(bitext, tags)) < 2):
        names = _with_second(names, asked)
        problems.append(_one_language(bitext, tags))
    title = [bitext.title.get(tag, "") for tag in tags]
    draft = Draft(
        names,
        tuple(grouping.finished(len(names))),
        notes=tuple(grouping.finished_notes(len(names))),
        title=(*title, *("" for _ in range(len(names) - len(title)))),
        meta=dict(bitext.meta),
        aligned=Aligned.SEGMENTS,
    )
    return Reading(draft, tuple(problems))


class _Grouping:
    """Gathers units into blocks and notes."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.problems: list[Problem] = []
        self.blocks: list[tuple[str, list[Unit]]] = []
        self.notes: dict[str, list[Unit]] = {}
        self._tags = tags
        self._places: dict[str, Place] = {}

    def take(self, unit: Unit) -> None:
        """The next unit."""
        if label := "-".join(unit.about.get("note", "").split())[:40]:
            self.notes.setdefault(label, []).append(unit)
            return
        pair = unit.about.get("pair") or fields.pair_of(unit.id)
        if not pair and fields.is_pair(unit.id):
            pair = unit.id
        if not pair and not any(unit.lines.get(tag) for tag in self._tags):
            return
        if pair and self.blocks and self.blocks[-1][0] == pair:
            self.blocks[-1][1].append(unit)
        else:
            self.blocks.append((pair, [unit]))

    def finished(self, count: int) -> Iterator[Block]:
        """The blocks; a line for each of `count` languages."""
        for pair, units in self.blocks:
            first, faults = fields.read(units[0].about)
            self._tell(faults, units[0])
            filled = [unit for unit in units if not self._is_bare(unit)]
            known = [self._known(unit) for unit in filled]
            rows = tuple(self._row(unit, count) for unit in filled)
            yield Block(
                rows=rows,
                place=units[0].place,
                final=True,
                id=pair if fields.is_pair(pair) else "",
                known=tuple(known),
                **_shown(first, rows)._asdict(),
            )

    def finished_notes(self, count: int) -> Iterator[Note]:
        """The notes, each with the paragraphs of all its units."""
        for label, units in self.notes.items():
            rows = [self._row(unit, count) for unit in units]
            bodies = tuple(tuple(row[side] for row in rows if row[side]) for side in range(count))
            yield Note(label, bodies, (), units[0].place)

    def _row(self, unit: Unit, count: int) -> tuple[Line, ...]:
        lines = [unit.lines.get(tag, Line()) for tag in self._tags]
        return (*lines, *(Line() for _ in range(count - len(lines))))

    def _is_bare(self, unit: Unit) -> bool:
        """Whether a unit stands for a pair without segments, as a rule is."""
        return fields.is_pair(unit.id) and not any(unit.lines.get(tag) for tag in self._tags)

    def _known(self, unit: Unit) -> Known:
        faults: list[str] = []
        status, confidence = fields.status_of(unit.about, faults), fields.confidence_of(unit.about, faults)
        self._tell(faults, unit)
        name = unit.id if fields.pair_of(unit.id) else ""
        first = self._places.setdefault(name, unit.place) if name else unit.place
        if first is not unit.place:
            hint = f"give one of them another id, or none (the first is at line {first.line}); links lead to the first"
            self.problems.append(Problem("id-twice", f"the id {name} is given twice", unit.place, hint=hint))
            name = ""
        return Known(name, confidence, status)

    def _tell(self, faults: Sequence[str], unit: Unit) -> None:
        for name in faults:
            value = unit.about[name]
            shown = value if len(value) <= 24 else f"{value[:24]}…"
            hint = "mend it as the README tells, or leave it out; it is read as if it were not there"
            self.problems.append(Problem("unknown-value", f"{shown} is no {name}", unit.place, hint=hint))


def _shown(given: Fields, rows: Sequence[tuple[Line, ...]]) -> Fields:
    """The fields, changed where a page would not show all of the text: a rule has none, and of what stands once for all
    languages only the first is seen."""
    texts = any(line for row in rows for line in row)
    if given.kind == "rule" and texts:
        given = given._replace(kind="paragraph")
    return given._replace(shared=False) if given.shared and texts and not any(row[0] for row in rows) else given


def _chosen(found: Sequence[str], asked: tuple[str, ...]) -> tuple[str, ...]:
    """The languages to show, those asked for first; of three and more only those asked for, if these are two."""
    wanted = []
    for tag in asked:
        same = [each for each in found if each == tag] or [each for each in found if code_of(each) == code_of(tag)]
        wanted += [each for each in same[:1] if each not in wanted]
    if len(wanted) > 1 and len(found) > 2:
        return tuple(wanted)
    return (*wanted, *(tag for tag in found if tag not in wanted)) if len(wanted) > 1 else tuple(found)


def _names(bitext: Bitext, tags: Sequence[str]) -> tuple[str, ...]:
    """The tags as we write them: of zh, zh-CN and zh-TW the script is what matters to readers."""
    if bitext.ours:
        return tuple(tags)
    names = [_chinese(bitext, tag) if code_of(tag) == "zh" else tag for tag in tags]
    return tuple(names if len(set(names)) == len(names) else tags)


def _chinese(bitext: Bitext, tag: str) -> str:
    _, _, region = tag.partition("-")
    if region in _REGIONS:
        return _REGIONS[region]
    return tag if region else chinese_tag("".join(_texts(bitext, tag)))


def _texts(bitext: Bitext, tag: str) -> Iterator[str]:
    return islice((unit.lines[tag].text for unit in bitext.units if tag in unit.lines), _SAMPLE)


def _written(bitext: Bitext, tags: Sequence[str]) -> list[str]:
    return [tag for tag in tags if any(unit.lines.get(tag) for unit in bitext.units)]


def _with_second(names: tuple[str, ...], asked: tuple[str, ...]) -> tuple[str, ...]:
    """A page still gets its two columns."""
    if len(names) > 1:
        return names
    first = names[0] if names else (asked or ("en",))[0]
    second = next((tag for tag in asked if code_of(tag) != code_of(first)), "")
    return first, second or ("zh-Hant" if code_of(first) == "en" else "en")


def _one_language(bitext: Bitext, tags: Sequence[str]) -> Problem:
    only = next(iter(_written(bitext, tags)), "und")
    hint = "export it again with the translation, or choose the column or language that has it"
    message = f"the file has text in one language only ({only})"
    return Problem("one-language", message, Place(bitext.path), Severity.WARNING, hint)
