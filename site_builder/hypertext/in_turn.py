"""Make the draft of a work of hypertext: its passages take turns by language, or a table has a column for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from site_builder.decoding import empty
from site_builder.draft import Reading
from site_builder.drafting.compose import Given, compose
from site_builder.drafting.sides import script_of
from site_builder.edition_names import known_tag
from site_builder.hypertext import footnotes
from site_builder.hypertext.columns import in_columns
from site_builder.hypertext.footnotes import Page
from site_builder.hypertext.inking import cut
from site_builder.hypertext.inline import Manner, Reader
from site_builder.hypertext.parts import Passage, texts
from site_builder.hypertext.passages import passages
from site_builder.hypertext.rows import compose as compose_rows
from site_builder.problems import Place, Problem, Severity
from site_builder.scripts import script


@dataclass(frozen=True, slots=True)
class Work:
    """A file of hypertext, read: its passages in order, what it says of itself, and what was wrong."""

    path: str
    passages: list[Passage]
    title: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def gathered(pages: Sequence[Page], path: str, alone: bool = True) -> Work:
    """The passages of all pages. `alone`: the file stands alone in the content folder, so that its links to other files
    lead somewhere; inside a DOCX or EPUB they do not."""
    notes = footnotes.found(pages)
    found: list[Passage] = []
    problems: list[Problem] = []
    left: list[tuple[str, list[Place]]] = []
    for page in pages:
        where = path if page.path in ("", path) else f"{path}/{page.path}"
        reader = Reader(Manner(notes, where, alone))
        found += passages(page.root, reader, footnotes.linked_ids(page) if alone else frozenset())
        problems += reader.problems
        left += [("picture", reader.pictures), ("reading", reader.readings)]
    problems += [problem for kind in ("picture", "reading") if (problem := _left_out(kind, left))]
    if not any(map(str.strip, texts(found))):
        problems.append(empty(path))
    return Work(path, found if alone else list(_numbered(found, path, count(1))), problems=tuple(problems))


def drafted(work: Work, languages: tuple[str, ...]) -> Reading:
    """The draft of a work that holds all its languages itself. `languages` are those that site.toml asks for."""
    if not any(map(str.strip, texts(work.passages))):
        return Reading(None, work.problems)
    title = {"": work.title} if work.title else {}
    work = replace(work, passages=[_in_known(passage, languages) for passage in work.passages])
    given = Given(work.path, languages, title, work.meta)
    if tables := in_columns(work.passages, languages):
        reading = compose_rows(work.passages, tables, given)
    else:
        reading = compose(cut(work.passages), given)
    return Reading(reading.draft, (*work.problems, *reading.problems))


def _in_known(passage: Passage, asked: tuple[str, ...]) -> Passage:
    """The passage, in the language that it says it is in if its letters bear that out, else in none: whole files say
    that they are English and hold Chinese."""
    if not passage.language:
        return passage
    text = "\n".join(texts([passage]))
    tag = known_tag(passage.language, text, asked)
    return passage._replace(language=tag if script_of(tag) == script(text) else "")


def _numbered(found: Sequence[Passage], path: str, numbers: Iterator[int]) -> Iterator[Passage]:
    """Passages of a file that has no lines: their own numbers stand for the numbers of lines."""
    for passage in found:
        rows = tuple(
            tuple(cell._replace(passages=tuple(_numbered(cell.passages, path, numbers))) for cell in row)
            for row in passage.cells
        )
        inner = [part.line for row in rows for cell in row for part in cell.passages]
        yield passage._replace(path=path, line=inner[0] if inner else next(numbers), cells=rows)


def _left_out(kind: str, left: Sequence[tuple[str, list[Place]]]) -> Problem | None:
    places = [place for what, places in left for place in places if what == kind]
    if not places:
        return None
    message = f"{len(places)} {kind}{'s are' if len(places) > 1 else ' is'} left out"
    hint = "put pictures beside a Markdown text" if kind == "picture" else "readings (ruby) are not kept yet"
    return Problem(f"{kind}-left-out", message, places[0], Severity.INFO, hint)
