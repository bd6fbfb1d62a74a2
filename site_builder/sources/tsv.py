"""Tables (.tsv, .csv): a row a pair, a column a language; and our own with everything that is in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from site_builder.decoding import decode
from site_builder.draft import Reading, Source
from site_builder.interchange.cells import text_of, text_of_word
from site_builder.interchange.fields import pair_of
from site_builder.interchange.units import Bitext, Unit, read_units
from site_builder.language_tags import cased, is_tag
from site_builder.model import Line, Span
from site_builder.problems import Place, Problem
from site_builder.sources import SourceForm

if TYPE_CHECKING:
    from site_builder.drafting.table_rows import Row, Table

_LAST = ["status", "confidence", "notes"]
_MARK = re.compile(r"([^@\s]+)@([A-Za-z0-9-]+):(\d{1,9})")


def claim(path: str) -> str | None:
    """Any .tsv or .csv file, under its own name; `name.align.tsv` holds corrections and is no text."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() in ("tsv", "csv") and not name.lower().endswith(".align") else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    from site_builder.drafting.table_rows import table

    file = source.files[0]
    decoded = decode(file)
    if decoded.text is None:
        return Reading(None, decoded.problems)
    found = table(decoded.text, file.path)
    problems = [*decoded.problems, *found.problems]
    if not found.rows:
        return read_units(Bitext(file.path, (), ()), languages)
    bitext = _ours(found, file.path, problems) or _theirs(found, languages, file.path, problems)
    reading = read_units(bitext, languages)
    return Reading(reading.draft, (*problems, *reading.problems))


def _theirs(found: "Table", asked: tuple[str, ...], path: str, problems: list[Problem]) -> Bitext:
    """A table of somebody else: nothing but texts."""
    from site_builder.drafting.columns import columns

    found_columns = columns(found, asked, path)
    problems += found_columns.problems
    if len(found_columns.rows) < len(found.rows):  # the first row says what columns there are
        found = found._replace(width=len(found.rows[0].cells))
    units, ragged = [], []
    for row in found_columns.rows:
        cells, fits = _fitted(row, found_columns.languages, found)
        ragged += [] if fits else [row]
        lines = {tag: Line(cells[at].strip()) for at, tag in found_columns.languages.items() if cells[at].strip()}
        units.append(Unit(lines, Place(path, row.line)))
    problems += _ragged(ragged, found.width, path)
    return Bitext(path, units, tuple(found_columns.languages.values()))


def _ours(found: "Table", path: str, problems: list[Problem]) -> Bitext | None:
    """A table that has our columns, as it was written or as somebody went on with it."""
    head = [cell.strip() for cell in found.rows[0].cells]
    while head and not head[-1]:
        head.pop()
    tags = head[2:-3]
    if head[:2] != ["id", "kind"] or head[-3:] != _LAST or not tags or len(set(tags)) < len(tags):
        return None
    languages = {at: tag if is_tag(tag) else cased(tag) for at, tag in enumerate(tags, 2)}
    title: dict[str, str] = {}
    meta: dict[str, str] = {}
    units, ragged, pair = [], [], ""
    for row in found.rows[1:]:
        cells, fits = _fitted(row, languages, found._replace(width=len(head)))
        ragged += [] if fits else [row]
        texts = {tag: text_of(cells[at]) for at, tag in languages.items()}
        about = _about(cells[1])
        if about["kind"] == "document":
            title = texts
        elif about["kind"] == "meta":
            meta[about.get("name", "")] = next(filter(None, texts.values()), "")
        else:
            known = dict(zip(_LAST, (cell.strip() for cell in cells[len(head) - 3 : len(head)]), strict=True))
            unit = _unit(cells[0].strip(), texts, {**about, **known}, Place(path, row.line), pair)
            pair = unit.about["pair"]
            units.append(unit)
    problems += _ragged(ragged, len(head), path)
    return Bitext(path, units, tuple(dict.fromkeys(languages.values())), title, meta, ours=True)


def _about(cell: str) -> dict[str, str]:
    """What a kind cell says: `heading level=2`."""
    kind, *words = cell.split() or [""]
    named = (word.partition("=") for word in words)
    return {**{name: text_of_word(value) for name, _, value in named}, "kind": text_of_word(kind)}


def _unit(name: str, texts: Mapping[str, str], about: dict[str, str], place: Place, before: str) -> Unit:
    """One row. Without id and kind it goes on with the pair above, as when somebody cut a segment in two."""
    lines = {tag: Line(text) for tag, text in texts.items() if text}
    if about["kind"] == "picture":
        lines = _pictures(lines, tuple(texts), about)
    _mark(lines, about.pop("notes"), tuple(texts))
    if about["kind"] == "note":
        about = {"note": about.get("label") or name.removeprefix("n") or "?"}
    own = about.get("pair") or pair_of(name) or name
    joins = not name and not about.get("kind") and not about.get("note") and before
    # A row that is new has a pair of its own; its line in the file is as good a name as any.
    about["pair"] = before if joins else own or f"line {place.line}"
    return Unit(lines, place, name, about)


def _pictures(lines: Mapping[str, Line], tags: Sequence[str], about: dict[str, str]) -> dict[str, Line]:
    """The lines as pictures: the text is what stands for one that cannot be seen."""
    address = about.pop("address", "")
    shown = tuple(lines) or tags[:1]
    alternatives = {tag: lines.get(tag, Line()).text for tag in shown}
    made = {tag: Line(text, (Span(0, len(text), "image", address),)) for tag, text in alternatives.items() if address}
    return {**lines, **made}


def _mark(lines: dict[str, Line], marks: str, tags: Sequence[str]) -> None:
    """Put the marks of notes into the lines: `5@en:41`, or `5` for the end of the last text."""
    for word in text_of(marks).split():
        found = _MARK.fullmatch(word)
        tag = (
            found[2] if found and found[2] in lines else next((tag for tag in reversed(tags) if tag in lines), tags[0])
        )
        line = lines.get(tag, Line())
        at = _after_word(line.text, int(found[3])) if found else len(line.text.rstrip())
        label = text_of_word(found[1] if found else word)
        spans = sorted((*line.spans, Span(at, at, "note", label)), key=lambda span: span.start)
        lines[tag] = Line(line.text, tuple(spans))


def _after_word(text: str, at: int) -> int:
    """The offset, or the end of the word that it is in: somebody changed what stands before."""
    word = re.compile("[A-Za-z]+")
    inside = word.match(text, at) if word.match(text, max(0, at - 1)) and 0 < at < len(text) else None
    return inside.end() if inside else min(at, len(text))


def _fitted(row: "Row", languages: Mapping[int, str], found: "Table") -> tuple[list[str], bool]:
    """The cells of a row, as many as there should be. What is too much joins the last text: somebody wrote the mark
    that parts cells into it."""
    width, last = found.width, max(languages, default=0)
    width = max(width, last + 1)
    if len(row.cells) > width and any(cell.strip() for cell in row.cells[width:]):
        more = len(row.cells) - width
        text = found.delimiter.join(row.cells[last : last + more + 1])
        return [*row.cells[:last], text, *row.cells[last + more + 1 :]], False
    return [*row.cells, *([""] * (width - len(row.cells)))], len(row.cells) > last


def _ragged(rows: "Sequence[Row]", width: int, path: str) -> Iterator[Problem]:
    if rows:
        count = len(rows[0].cells)
        more = f", and there are {len(rows) - 1} more such rows" if len(rows) > 1 else ""
        message = f"the row has {count} cell{'s' * (count != 1)} where there should be {width}{more}"
        hint = "give every row a cell a column; what is too much is read with the last text, what is missing as empty"
        yield Problem("ragged-row", message, Place(path, rows[0].line), hint=hint)


SOURCE = SourceForm("table (.tsv, .csv)", claim, read)
