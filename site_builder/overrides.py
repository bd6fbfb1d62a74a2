"""What the author knows better than the annotators, from files beside site.toml: words, scripts, readings and levels.

    words.txt        a word a line
    variants.tsv     text TAB the same text in the other script
    readings.tsv     word TAB reading, or text with [brackets] TAB reading of what is in them
    levels/ours.tsv  word TAB level

Empty lines and lines that begin with # are passed over.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import NamedTuple

from site_builder.config import LISTS, Learning
from site_builder.problems import Place, Problem
from site_builder.values import value

WORDS, VARIANTS, READINGS, LEVELS = "words.txt", "variants.tsv", "readings.tsv", "levels/"
_BRACKETED = re.compile(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)")
_LONGEST_WORD = 20  # characters; what is longer is a sentence, and the file a text of somebody's


class OwnReading(NamedTuple):
    """A reading for `text[start:end]` wherever `text` stands."""

    text: str
    start: int
    end: int
    reading: str


class Row(NamedTuple):
    """A line of such a file: what must be in some text for it to matter, and where it stands."""

    text: str
    place: Place


@value(frozen=True, slots=True)
class Overrides:
    """All of them. `rows` are the lines that must match somewhere; `state` names their whole content."""

    words: tuple[str, ...] = ()
    variants: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[OwnReading, ...] = ()
    levels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    state: str = ""


NONE = Overrides()


def is_override(path: str) -> bool:
    """Whether a file of the content folder, by its path in it, is one of these."""
    return path in (WORDS, VARIANTS, READINGS) or level_list(path) != ""


def level_list(path: str) -> str:
    """The name of the list of levels in a file; "" when it is none."""
    name = path.removeprefix(LEVELS).removesuffix(".tsv")
    return name if path == f"{LEVELS}{name}.tsv" and "/" not in name else ""


def overrides(files: Mapping[str, str], state: str = "") -> tuple[Overrides, tuple[Problem, ...]]:
    """What these files say, by their paths in the content folder, and what is wrong with them."""
    problems: list[Problem] = []
    rows = {path: list(_rows(path, text, problems)) for path, text in files.items()}
    variants = {row.text: target for row, target in rows.get(VARIANTS, ())}
    readings = [(row, _reading(row.text, said)) for row, said in rows.get(READINGS, ())]
    problems += [_unclear(row) for row, reading in readings if reading is None]
    levels = {name: {row.text: level for row, level in rows[path]} for path in rows if (name := level_list(path))}
    matter = [row for path in (WORDS, VARIANTS) for row, _ in rows.get(path, ())]
    matter += [Row(reading.text, row.place) for row, reading in readings if reading]
    words = tuple(row.text for row, _ in rows.get(WORDS, ()))
    own = tuple(reading for _, reading in readings if reading)
    return Overrides(words, variants, own, levels, tuple(matter), state), tuple(problems)


def unmatched(own: Overrides, matched: Collection[int]) -> Iterator[Problem]:
    """The lines that match in no text; `matched` are places in `own.rows`."""
    for at in sorted(set(range(len(own.rows))).difference(matched)):
        row = own.rows[at]
        yield Problem("override-unmatched", f"{row.text} is in no text", row.place, hint="mend the line, or delete it")


def without_list(learning: Learning, own: Overrides) -> Iterator[Problem]:
    """The lists of levels that site.toml asks for and nobody has."""
    known = [*LISTS, *own.levels]
    for name in learning.levels if "levels" in learning.layers else ():
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = (
                f"did you mean {near[0]}?" if near else f"write {LEVELS}{name}.tsv, or take one of {', '.join(known)}"
            )
            yield Problem("no-level-list", f"there is no list of levels {name}", Place("site.toml"), hint=hint)


def _rows(path: str, text: str, problems: list[Problem]) -> Iterator[tuple[Row, str]]:
    """The lines that say something, as their text and what is said of it; a word says nothing more."""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        place = Place(path, number, 1, line)
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        if path == WORDS and len(cells) == 1 and len(cells[0]) <= _LONGEST_WORD:
            yield Row(cells[0], place), ""
        elif path != WORDS and len(cells) == 2 and all(cells):
            yield Row(cells[0], place), cells[1]
        else:
            problems.append(_broken(path, place))


def _broken(path: str, place: Place) -> Problem:
    if path == WORDS:
        hint = "words.txt lists words that belong together; give a text another name"
        return Problem("broken-override", "this is not one word", place, hint=hint)
    hint = "write two cells with a tab between them; a line that begins with # says nothing"
    return Problem("broken-override", "this line does not have two cells", place, hint=hint)


def _reading(text: str, said: str) -> OwnReading | None:
    if "[" not in text and "]" not in text:
        return OwnReading(text, 0, len(text), said)
    match = _BRACKETED.fullmatch(text)
    if not match:
        return None
    before, inside, after = match.groups()
    return OwnReading(before + inside + after, len(before), len(before) + len(inside), said)


def _unclear(row: Row) -> Problem:
    hint = "put [ and ] once, around what the reading is of"
    return Problem("broken-override", "the brackets do not say what is read", row.place, hint=hint)
