"""`build.py cards`: flash cards of a document, all of them or those of chosen words and sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.decks import Chosen, Flashcard
from site_builder.decoding import decode
from site_builder.draft import SourceFile
from site_builder.errors import SourceError
from site_builder.files import read, write
from site_builder.inputs import Options
from site_builder.model import Document
from site_builder.problems import Place, Problem, Severity
from site_builder.vocabulary import Vocable, vocabulary

_FRAGMENT = re.compile(r"(?:.*#)?(p\d+(?:-\d+)?)(?::(p\d+(?:-\d+)?))?")


class _Row(NamedTuple):
    """A line of a list: its first cell, and where it is."""

    said: str
    place: Place


class Cards(NamedTuple):
    """What was made, and what of the lists is not in the document."""

    cards: tuple[Flashcard, ...]
    problems: tuple[Problem, ...]


def cards_on_disk(options: Options, name: str, words: str | None, segments: str | None, output: str) -> Cards:
    """The cards of the document of that id, written to `output`: an Anki deck, or a table when its name ends in .tsv.
    `words` and `segments` are files of what is chosen. SourceError when one cannot be read, or nothing is left of it;
    OutputError when the deck cannot be written."""
    from site_builder.decks.anki import package
    from site_builder.decks.making import deck
    from site_builder.decks.table import table
    from site_builder.pipeline import one_document

    document, config = one_document(options, name)
    chosen, problems = _chosen(document, _rows(words), _rows(segments))
    made = deck(document, config.learning, config.base_url, chosen)
    if not made.cards:
        message = f"no cards can be made of {name}"
        hint = "the lists name nothing that is in it" if problems else "it has no words that we know, no translations"
        raise SourceError(*problems, Problem("no-cards", message, Place(name), Severity.ERROR, hint))
    write(output, table(made) if output.endswith(".tsv") else package(made))
    return Cards(made.cards, problems)


def _chosen(
    document: Document, words: Sequence[_Row] | None, segments: Sequence[_Row] | None
) -> tuple[Chosen, tuple[Problem, ...]]:
    """What the lists choose: all when there are none, and nothing of what only the other list is about."""
    if words is None and segments is None:
        return Chosen(), ()
    known = _forms([word for one in document.annotations for word in vocabulary(one)])
    ids = [(pair.id, segment.id) for pair in document.pairs() for segment in pair.segments]
    found = {row: frozenset(_between(ids, row.said)) for row in segments or ()}
    lacking = [row for row in words or () if row.said not in known]
    lacking += [row for row, between in found.items() if not between]
    chosen = Chosen(frozenset(row.said for row in words or ()), frozenset().union(*found.values()))
    return chosen, tuple(_not_there(row) for row in lacking)


def _forms(words: Sequence[Vocable]) -> set[str]:
    return {form for word in words for form in (word.key, word.form, word.other) if form}


def _between(ids: Sequence[tuple[str, str]], said: str) -> Iterator[str]:
    """The segments that an id or an address names: one, those of a pair, or those from one to another."""
    match = _FRAGMENT.fullmatch(said)
    if not match:
        return
    places = [[at for at, names in enumerate(ids) if name in names] for name in match.groups() if name]
    if all(places):
        first, last = min(min(each) for each in places), max(max(each) for each in places)
        yield from (segment for _, segment in ids[first : last + 1])


def _rows(path: str | None) -> list[_Row] | None:
    """The lines of a list that say something: the first cell of each. `# ` begins a remark, `#p3` is an address."""
    if path is None:
        return None
    decoded = decode(SourceFile(path, read("", path)))
    if decoded.text is None:
        raise SourceError(*decoded.problems)
    lines = [(number, line.rstrip("\r")) for number, line in enumerate(decoded.text.split("\n"), 1)]
    return [
        _Row(line.split("\t")[0].strip(), Place(path, number, 1, line))
        for number, line in lines
        if line.strip() and not line.startswith(("# ", "#\t"))
    ]


def _not_there(row: _Row) -> Problem:
    hint = "words may stand in either script; ids are those of the page's links: p3-1"
    return Problem("not-in-document", f"{row.said} is not in the document", row.place, hint=hint)
