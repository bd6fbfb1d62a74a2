"""The file of corrections beside a text, `name.align.tsv`: how its segments were aligned, for a person to check.

    id    status   confidence  zh-Hant       en           zh-Hant#  en#
    p3-1  checked  0.98        甲，乙。       A and B.     5f0c2a91  77e1b0d4
    p3-2  auto     0.61        丙。                        03bd9c6e

A row a segment, in reading order. `status` is auto, checked (a person has looked at it) or locked (a person made it
so). What a person moves from text to text is moved. The last columns are digests of the texts, by which segments keep
their ids where the texts were left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import cast, get_args
from unicodedata import normalize

from site_builder.interchange.cells import cell, text_of
from site_builder.language_tags import code_of
from site_builder.model import Status
from site_builder.problems import Place, Problem, Severity

ENDING = ".align.tsv"
_FIRST = ("id", "status", "confidence")
_HINT = "write it anew with: python build.py align"


@dataclass(frozen=True, slots=True)
class Row:
    """A segment as it was: a text and a digest a language, both empty where it has none; the number of its line."""

    id: str
    status: Status
    confidence: float
    texts: tuple[str, ...]
    digests: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Corrections:
    """A file of corrections: its path, the languages of its columns, its rows."""

    path: str
    languages: tuple[str, ...]
    rows: tuple[Row, ...]

    def in_order_of(self, languages: Sequence[str]) -> "Corrections":
        """The same with its columns in the order of a document's languages; empty texts for one it does not have."""
        codes = [code_of(tag) for tag in self.languages]
        places = [codes.index(code_of(tag)) if code_of(tag) in codes else -1 for tag in languages]

        def ordered(cells: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(cells[place] if place >= 0 else "" for place in places)

        rows = (
            Row(row.id, row.status, row.confidence, ordered(row.texts), ordered(row.digests), row.line)
            for row in self.rows
        )
        return Corrections(self.path, tuple(languages), tuple(rows))


def plain(text: str) -> str:
    """A text as it is compared: without white space, in one form of its characters."""
    return "".join(normalize("NFC", text).split())


def digest(text: str) -> str:
    """A short name for a text, by what it says; "" for none."""
    said = plain(text)
    return blake2b(said.encode(), digest_size=4).hexdigest() if said else ""


def written(languages: Sequence[str], rows: Iterable[Row]) -> str:
    """The file's text. The digests are those of the texts."""
    lines = ["\t".join([*_FIRST, *languages, *(f"{tag}#" for tag in languages)])]
    for row in rows:
        known = (row.id, row.status, str(round(row.confidence, 3)))
        lines.append("\t".join([*known, *(cell(text.strip()) for text in row.texts), *map(digest, row.texts)]))
    return "\n".join(lines) + "\n"


def corrections(text: str, path: str) -> tuple[Corrections | None, tuple[Problem, ...]]:
    """What a file says; None when its first line is not what it should be. A row that cannot be understood is told and
    left out."""
    head, *lines = text.split("\n")
    columns = [name.strip() for name in head.split("\t")]
    languages = tuple(name for name in columns[len(_FIRST) :] if not name.endswith("#"))
    if tuple(columns[: len(_FIRST)]) != _FIRST or len(languages) < 2:
        message = "the first line of a file of corrections names: id, status, confidence, and two languages"
        return None, (Problem("broken-corrections", message, Place(path, 1), Severity.ERROR, _HINT),)
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 2):
        if line.strip():
            found = _row(dict(zip(columns, line.split("\t"), strict=False)), languages, number)
            if isinstance(found, Row):
                rows.append(found)
            else:
                problems.append(
                    Problem("broken-corrections", found, Place(path, number), hint="mend or delete the row")
                )
    return Corrections(path, languages, tuple(rows)), (*problems, *_twice(rows, path))


def _row(cells: dict[str, str], languages: Sequence[str], number: int) -> Row | str:
    """A row, or what is wrong with it."""
    status = cells.get("status", "").strip() or "auto"
    if status not in get_args(Status):
        return f"{status} is no status: auto, checked or locked"
    try:
        confidence = min(1.0, max(0.0, float(cells.get("confidence", "").strip() or 1.0)))
    except ValueError:
        return f"{cells['confidence']} is no confidence between 0 and 1"
    texts = tuple(text_of(_unquoted(cells.get(tag, ""))) for tag in languages)
    given = (cells.get(f"{tag}#", "").strip() for tag in languages)
    digests = tuple(digest(text) or known for text, known in zip(texts, given, strict=True))
    return Row(cells.get("id", "").strip(), cast(Status, status), confidence, texts, digests, number)


def _unquoted(text: str) -> str:
    """A cell without the quotes that some spreadsheets put around one that holds quotes."""
    if len(text) > 1 and text[0] == text[-1] == '"' and '""' in text[1:-1]:
        return text[1:-1].replace('""', '"')
    return text.rstrip("\r")


def _twice(rows: Sequence[Row], path: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        if row.id and first.setdefault(row.id, row.line) != row.line:
            message = f"{row.id} stands in line {first[row.id]} already"
            yield Problem("broken-corrections", message, Place(path, row.line), hint="leave the id of a new row empty")
