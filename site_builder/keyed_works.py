"""Make the draft of a work whose texts stand under keys, in several layers: texts, notes on them, templates."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from site_builder.draft import Aligned, Block, Draft, Reading
from site_builder.drafting import headings
from site_builder.drafting.partners import one_language, same_language, with_second
from site_builder.drafting.run_on import Rows, run_on
from site_builder.edition_names import position
from site_builder.keyed_templates import Setting, settings
from site_builder.keyed_texts import Text
from site_builder.model import Line, Note, Span
from site_builder.problems import Place, Problem

_NUMBERED = re.compile(r"(?P<paragraph>.+)[.:](?P<segment>\d+)", re.DOTALL)
_HEAD = re.compile(r"(?:.*[.:])?0", re.DOTALL)  # bilara: paragraph 0 has the titles, segment 0 is a heading
_OWN_ID = re.compile(r"[^\s{}#]+:[^\s{}#]+")
_OURS = re.compile(r"p\d+(?:-\d+)?:.*", re.DOTALL)  # the address of a range: p7-2:p7-4
_TEXTS = ("root", "translation", "text")
_NOTES = ("comment", "variant")
_TITLE = "title"

_Key = tuple[str, int]  # and which it is of those spelt alike


class Layer(NamedTuple):
    """A file of a work: what kind of layer it is, its language ("" for templates), its texts, and who made it."""

    kind: str
    language: str
    path: str
    texts: Sequence[Text]
    person: str = ""


def composed(layers: Sequence[Layer], asked: tuple[str, ...]) -> Reading:
    """The draft of a work, languages in the order of site.toml, or else the root first."""
    chosen, twice = _one_a_language(layers, asked)
    if not chosen:
        return Reading(None, twice)
    languages = tuple(layer.language for layer in chosen)
    lacking: list[Problem] = []
    if len(chosen) == 1:
        languages = with_second(languages, asked)
        lacking = [one_language(languages, {0}, chosen[0].path)]
    tables = [_by_key(layer.texts) for layer in chosen]
    order = _merged([list(table) for table in tables])
    rows = {key: tuple(Line(table[key].text if key in table else "") for table in tables) for key in order}
    if len(chosen) == 1:
        rows = {key: (*row, Line()) for key, row in rows.items()}
    else:
        lacking = list(_lacking(chosen, tables, order))
    notes = _notes(layers, languages, rows)
    where = {key: _place(key, chosen, tables) for key in order}
    blocks = list(_blocks([key for key in order if any(rows[key])], rows, where, languages, _settings(layers)))
    people = [layer.person for layer in chosen if layer.kind == "translation" and layer.person]
    meta = {"translator": " / ".join(people)} if people else {}
    draft = Draft(languages, tuple(headings.levelled(blocks)), (), notes, (), meta, Aligned.SEGMENTS)
    return Reading(draft, (*twice, *lacking))


def _one_a_language(layers: Sequence[Layer], asked: tuple[str, ...]) -> tuple[list[Layer], tuple[Problem, ...]]:
    chosen: dict[str, Layer] = {}
    problems: list[Problem] = []
    for layer in layers:
        if layer.kind in _TEXTS and layer.language in chosen:
            problems.append(same_language(layer.path, chosen[layer.language].path, layer.language))
        elif layer.kind in _TEXTS:
            chosen[layer.language] = layer

    def order(layer: Layer) -> tuple[bool, tuple[int, bool, str]]:
        return (not asked and layer.kind != "root", position(layer.language, asked))

    return sorted(chosen.values(), key=order), tuple(problems)


def _by_key(texts: Sequence[Text]) -> dict[_Key, Text]:
    table: dict[_Key, Text] = {}
    times = Counter[str]()
    for text in texts:
        table[text.key, times[text.key]] = text
        times[text.key] += 1
    return table


def _merged(orders: Sequence[Sequence[_Key]]) -> list[_Key]:
    """All keys: in the order of the first, what only others have behind what stands before it there."""
    merged: list[_Key] = []
    for order in orders:
        known = set(merged)
        behind: dict[_Key | None, list[_Key]] = {}
        last: _Key | None = None
        for key in order:
            if key in known:
                last = key
            else:
                behind.setdefault(last, []).append(key)
        merged = behind.get(None, []) + [each for key in merged for each in (key, *behind.get(key, []))]
    return merged


def _settings(layers: Sequence[Layer]) -> dict[str, Setting]:
    return next(
        (settings((text.key, text.text) for text in layer.texts) for layer in layers if layer.kind == "html"), {}
    )


def _place(key: _Key, layers: Sequence[Layer], tables: Sequence[Mapping[_Key, Text]]) -> Place:
    return next(Place(layer.path, table[key].line) for layer, table in zip(layers, tables, strict=True) if key in table)


def _blocks(
    keys: Sequence[_Key],
    rows: Mapping[_Key, tuple[Line, ...]],
    where: Mapping[_Key, Place],
    languages: Sequence[str],
    templates: Mapping[str, Setting],
) -> Iterator[Block]:
    """A block for the texts of each paragraph."""
    set_as = {key: _unit(key[0], templates) for key in keys}
    for unit, run in groupby(keys, key=lambda key: set_as[key][0]):
        group = list(run)
        setting = set_as[group[0]][1]
        own_id = group[0][0] if _OWN_ID.fullmatch(group[0][0]) and not _OURS.fullmatch(group[0][0]) else ""
        chosen = tuple(rows[key] for key in group)
        if unit == _TITLE and group[0] == keys[0]:
            at = next((at for at, key in enumerate(group) if set_as[key][1].kind == "heading"), len(group) - 1)
            chosen = (chosen[at], *chosen[:at], *chosen[at + 1 :])
            yield Block("title", chosen, where[group[0]], own_id=own_id, final=True)
            continue
        chosen = _verse(chosen) if setting.kind == "verse" else run_on(chosen, languages)
        yield Block(setting.kind, chosen, where[group[0]], setting.level, setting.quoted, own_id=own_id, final=True)


def _unit(key: str, templates: Mapping[str, Setting]) -> tuple[object, Setting]:
    """What a key belongs to, and what that is set as: by its template, or by its numbers."""
    if setting := templates.get(key):
        return _TITLE if setting.title else setting.number, setting
    found = _NUMBERED.fullmatch(key)
    if not found:
        return key, Setting(0, "paragraph")
    if _HEAD.fullmatch(found["paragraph"]):
        return _TITLE, Setting(0, "paragraph", title=True)
    if int(found["segment"]) == 0:
        return key, Setting(0, "heading", 2)
    return found["paragraph"], Setting(0, "paragraph")


def _verse(rows: Rows) -> Rows:
    """A line of verse a row; each but the last is broken by its author."""
    broken = (tuple(Line(f"{line.text.rstrip()}\n", line.spans) if line else line for line in row) for row in rows[:-1])
    return (*broken, *rows[-1:])


def _notes(layers: Sequence[Layer], languages: Sequence[str], rows: dict[_Key, tuple[Line, ...]]) -> tuple[Note, ...]:
    """The notes, numbered as they are met, and their marks put into `rows`."""
    told = [(layer, layer.path, _by_key(layer.texts)) for layer in layers if layer.kind in _NOTES]
    notes: list[Note] = []
    known = list(rows)
    for key in [*known, *(key for _, _, table in told for key in table if key not in rows)]:
        for layer, path, table in told:
            if key in table and table[key].text.strip():
                side = languages.index(layer.language) if layer.language in languages else 0
                bodies = tuple((Line(table[key].text),) if at == side else () for at in range(len(languages)))
                notes.append(Note(str(len(notes) + 1), bodies, (), Place(path, table[key].line)))
                if key in rows:
                    rows[key] = _marked(rows[key], side, notes[-1].label)
    return tuple(notes)


def _marked(row: tuple[Line, ...], side: int, label: str) -> tuple[Line, ...]:
    """The row with a mark at the end of the text of one side, or of the other where that has none."""
    side = next((at for at in (side, *range(len(row))) if row[at].text.strip()), side)
    at = len(row[side].text.rstrip())
    line = Line(row[side].text, (*row[side].spans, Span(at, at, "note", label)))
    return (*row[:side], line, *row[side + 1 :])


def _lacking(
    layers: Sequence[Layer], tables: Sequence[Mapping[_Key, Text]], order: Sequence[_Key]
) -> Iterator[Problem]:
    """A problem for each language that lacks texts which another has."""
    for layer, table in zip(layers, tables, strict=True):
        absent = [key for key in order if key not in table or not table[key].text.strip()]
        absent = [key for key in absent if any(each[key].text.strip() for each in tables if key in each)]
        if absent:
            place = _place(absent[0], layers, tables)
            message = f"{len(absent)} of {len(order)} texts have no {layer.language}; the first is {absent[0][0]}"
            hint = f"add them to {layer.path}; until then the other language stands alone"
            yield Problem("missing-texts", message, place, hint=hint)
