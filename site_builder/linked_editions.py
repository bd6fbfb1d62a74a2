"""Make the draft of editions in XML and of the links between their sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from site_builder.decoding import empty
from site_builder.draft import Aligned, Block, Draft, Known, Reading, SourceFile
from site_builder.drafting import headings
from site_builder.drafting.partners import one_language, same_language, with_second
from site_builder.drafting.run_on import run_on
from site_builder.edition_names import edition_name, known_tag, position
from site_builder.editions_xml import Sentence, sentences
from site_builder.hypertext.parts import joined_by
from site_builder.language_tags import code_of
from site_builder.languages import language
from site_builder.linked_texts import Link, laid_out
from site_builder.model import Line, PairKind
from site_builder.problems import Place, Problem, Severity
from site_builder.xml_reading import line_of, name_of, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# How sure an alignment is by how it was made: by a person, by a program, or by nothing but counting. Our estimates.
_STATUS = {"man": Known("", 1.0, "checked"), "auto": Known("", 0.9), "plain": Known("", 0.5)}
_WHY = {
    "crosses": "this link crosses others",
    "jumps": "this link joins sentences that do not stand together",
}


class Edition(NamedTuple):
    """A text in one language: its sentences in order."""

    language: str
    path: str
    sentences: Sequence[Sentence]


def composed(files: Sequence[SourceFile], asked: tuple[str, ...]) -> Reading:
    """The draft: links are segments, paragraphs of the first language pairs. Without links the editions are streams."""
    editions: dict[str, Edition] = {}
    groups: list[tuple[str, Element]] = []
    problems: list[Problem] = []
    for file in files:
        root = parsed(file.data, file.path)
        if isinstance(root, tuple):
            problems += root
        elif name_of(root) == "linkGrp":
            groups.append((file.path, root))
        else:
            edition = _edition(root, file.path, asked)
            problems += _unusable(edition, editions.get(edition.language))
            if edition.sentences:
                editions.setdefault(edition.language, edition)
    ordered = sorted(editions.values(), key=lambda edition: position(edition.language, asked))
    if len(ordered) < 2:
        lone = _alone(ordered[0], asked) if ordered else Reading(None)
        return Reading(lone.draft, (*problems, *lone.problems) or (empty(files[0].path),))
    for path, root in groups:
        if found := _linked(path, root, ordered):
            return Reading(found.draft, (*problems, *found.problems))
        problems.append(_strange(path, root))
    tags = tuple(edition.language for edition in ordered)
    streams = tuple(tuple(headings.levelled(list(_stream(edition)))) for edition in ordered)
    return Reading(Draft(tags, streams=streams, aligned=Aligned.NOTHING), tuple(problems))


def _edition(root: "Element", path: str, asked: tuple[str, ...]) -> Edition:
    found = sentences(root, path)
    named = edition_name(path, ("xml",))
    tag = known_tag(named.said if named else "und", "\n".join(sentence.line.text for sentence in found), asked)
    return Edition(tag, path, found)


def _unusable(edition: Edition, before: Edition | None) -> Iterator[Problem]:
    if not edition.sentences:
        yield empty(edition.path)
    elif before:
        yield same_language(edition.path, before.path, edition.language)


def _strange(path: str, root: "Element") -> Problem:
    named = " and ".join(root.get(key) or "nothing" for key in ("fromDoc", "toDoc"))
    hint = "give toDoc and fromDoc the names of two editions beside it; until then they are paired by guess"
    return Problem("links-elsewhere", f"these links are between {named}", Place(path, line_of(root)), hint=hint)


def _linked(path: str, root: "Element", editions: Sequence[Edition]) -> Reading | None:
    """The draft by a file of links, None where it links other texts."""
    to, start = (_meant(root.get(key) or "", editions) for key in ("toDoc", "fromDoc"))
    if to is None or start is None or to is start:
        return None
    sides = tuple(edition for edition in editions if edition in (to, start))
    links, problems = _links(path, root, sides, to_first=sides[0] is to)
    rows = laid_out(links, *(len(edition.sentences) for edition in sides))
    problems += [_apart(row) for row in rows if row.apart and row.second]
    problems += [_left_out(edition) for edition in editions if edition not in sides]
    languages = tuple(edition.language for edition in sides)
    blocks = [_block(group, sides) for group in _paragraphs(rows, sides)]
    return Reading(Draft(languages, tuple(headings.levelled(blocks)), aligned=Aligned.SEGMENTS), tuple(problems))


def _meant(document: str, editions: Sequence[Edition]) -> Edition | None:
    """The edition that a link group names: by its file, or by its language alone where files were renamed."""
    same = [edition for edition in editions if basename(edition.path) == basename(document)]
    named = edition_name(basename(document), ("xml",))
    alike = [edition for edition in editions if named and code_of(edition.language) == code_of(named.said)]
    return next(iter([*same, *alike]), None)


def _links(path: str, root: "Element", sides: Sequence[Edition], to_first: bool) -> tuple[list[Link], list[Problem]]:
    left = [{sentence.id: at for at, sentence in enumerate(side.sentences) if sentence.id} for side in sides]
    known = [frozenset(ids) for ids in left]
    links: list[Link] = []
    problems: list[Problem] = []
    for element in root:
        place = Place(path, line_of(element))
        halves = (element.get("xtargets") or "").split(";")
        if len(halves) != 2:
            hint = 'write the ids of both sides with a semicolon between them: xtargets="1:1;1:1 1:2"'
            problems.append(Problem("link-broken", "this link does not name two sides", place, hint=hint))
            continue
        numbers: list[tuple[int, ...]] = []
        for ids, known_ids, half in zip(left, known, halves if to_first else halves[::-1], strict=True):
            problems += [_astray(name, name in known_ids, place) for name in half.split() if name not in ids]
            numbers.append(tuple(ids.pop(name) for name in half.split() if name in ids))
        if any(numbers):
            links.append(Link(numbers[0], numbers[1], _STATUS.get(element.get("status") or "", Known()), place))
    return links, problems


def _astray(name: str, taken: bool, place: Place) -> Problem:
    if taken:
        hint = "leave it in one of the links; until then the first one holds"
        return Problem("linked-twice", f"sentence {name} is in two links", place, hint=hint)
    hint = "mend the id, or take it out of the link"
    return Problem("link-target", f"there is no sentence {name}", place, hint=hint)


def _apart(row: Link) -> Problem:
    hint = "nothing to do; where it is wrong, mend the link"
    place = row.place or Place("")
    return Problem("link-apart", f"{_WHY[row.apart]}, and is a pair of its own", place, Severity.INFO, hint)


def _left_out(edition: Edition) -> Problem:
    message = f"the {edition.language} text has no links to the others and is left out"
    hint = "link it to the first language, or keep it as a document of its own"
    return Problem("edition-left-out", message, Place(edition.path), Severity.ERROR, hint)


def _paragraphs(rows: Sequence[Link], sides: Sequence[Edition]) -> Iterator[list[Link]]:
    """The rows of each pair: a paragraph of the first language; what stands apart, alone."""
    group: list[Link] = []
    for row in rows:
        if group and (row.apart or group[-1].apart or _begins(row, group, sides)):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _begins(row: Link, group: Sequence[Link], sides: Sequence[Edition]) -> bool:
    """Whether a row begins a paragraph, in the first language if it is in that."""
    for numbers, before, side in (
        (row.first, [number for each in group for number in each.first], sides[0]),
        (row.second, [number for each in group for number in each.second], sides[1]),
    ):
        if numbers and before:
            return side.sentences[numbers[0]].paragraph != side.sentences[before[-1]].paragraph
    return True


def _block(group: Sequence[Link], sides: Sequence[Edition]) -> Block:
    languages = [side.language for side in sides]
    rows = tuple((_text(row.first, sides[0]), _text(row.second, sides[1])) for row in group)
    first = _sentences(group[0].first, sides[0]) or _sentences(group[0].second, sides[1])
    path = sides[0].path if group[0].first else sides[1].path
    known = tuple(row.known for row in group)
    place = Place(path, first[0].at)
    kind: PairKind = "heading" if first[0].rank else "paragraph"
    return Block(kind, run_on(rows, languages), place, first[0].rank, final=True, known=known)


def _sentences(numbers: Sequence[int], side: Edition) -> list[Sentence]:
    return [side.sentences[number] for number in numbers]


def _text(numbers: Sequence[int], side: Edition) -> Line:
    gap = " " if language(side.language).spaced else ""
    lines = [sentence.line for sentence in _sentences(numbers, side)]
    return reduce(lambda one, other: joined_by(gap, one, other), lines) if lines else Line()


def _stream(edition: Edition) -> Iterator[Block]:
    """The paragraphs of an edition that nothing is linked to."""
    for _, run in groupby(range(len(edition.sentences)), key=lambda at: edition.sentences[at].paragraph):
        numbers = list(run)
        first = edition.sentences[numbers[0]]
        kind: PairKind = "heading" if first.rank else "paragraph"
        yield Block(kind, ((_text(numbers, edition),),), Place(edition.path, first.at), first.rank)


def _alone(edition: Edition, asked: tuple[str, ...]) -> Reading:
    languages = with_second((edition.language,), asked)
    blocks = [replace(block, rows=((*block.rows[0], Line()),)) for block in _stream(edition)]
    return Reading(Draft(languages, tuple(headings.levelled(blocks))), (one_language(languages, {0}, edition.path),))
