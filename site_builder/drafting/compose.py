"""Make the draft of a text whose languages take turns in one file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.draft import Block, Draft, Reading
from site_builder.drafting import headings, notes, title_block
from site_builder.drafting.alternation import Group, couple
from site_builder.drafting.blocks import Pen, block, shared_block
from site_builder.drafting.blocks import title_block as title_block_of
from site_builder.drafting.pieces import Ink, Piece
from site_builder.drafting.sides import NEITHER, script_of, tell_apart
from site_builder.model import Line, Note
from site_builder.problems import Place, Problem

_SHARED = ("code", "picture", "rule")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a text besides its pieces: its path, how its markup is read, and what front matter says."""

    path: str
    ink: Ink
    languages: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    meta: Mapping[str, str] | None = None
    opens_with_title: bool = True


def compose(pieces: Sequence[Piece], given: Given) -> Reading:
    """The draft, with problems for what has no partner."""
    found = notes.take(pieces)
    languages, sides = tell_apart(found.pieces, given.languages)
    problems: list[Problem] = []
    if len(languages) < 2:
        languages, problem = _with_second(languages, given)
        sides = [0 if piece.script else NEITHER for piece in found.pieces]
        problems.append(problem)
    pen = Pen(given.path, given.ink, found.labels)
    blocks: list[Block] = []
    text, text_sides = found.pieces, sides
    if given.opens_with_title and (opening := title_block.take(found.pieces)):
        scripts = [script_of(tag) for tag in languages]
        blocks.append(title_block_of(opening, [scripts.index(code) for code in opening.scripts], pen, len(languages)))
        text = opening.rest
        text_sides = sides[len(sides) - len(text) :]
    blocks += _body(text, text_sides, pen, len(languages))
    if not problems:
        problems += _alone(blocks, languages)
    draft = Draft(languages, tuple(_levelled(blocks)), (), _notes(found.bodies, languages, pen), given.title, given.meta or {})
    return Reading(draft, tuple(problems))


def _body(pieces: Sequence[Piece], sides: Sequence[int], pen: Pen, languages: int) -> list[Block]:
    """Pair the text; what stands once for all languages follows the pair that it came after."""
    spoken: list[Piece] = []
    spoken_sides: list[int] = []
    before: list[Piece] = []
    after: dict[int, list[Piece]] = {}
    for piece, side in zip(pieces, sides, strict=True):
        if side == NEITHER or piece.kind in _SHARED:
            (after.setdefault(id(spoken[-1]), []) if spoken else before).append(piece)
        else:
            spoken.append(piece)
            spoken_sides.append(side)
    blocks = [shared_block([piece], pen, languages) for piece in before]
    for group in couple(spoken, spoken_sides, languages):
        blocks.append(block(group, pen))
        blocks += _following(group, after, pen, languages) if after else []
    return blocks


def _following(group: Group, after: Mapping[int, list[Piece]], pen: Pen, languages: int) -> list[Block]:
    """What follows a group, once where both languages have it."""
    return [
        shared_block([piece], pen, languages) for member in group if member for piece in after.get(id(member), ())
    ]


def _levelled(blocks: list[Block]) -> list[Block]:
    """The blocks with levels of headings from 1, in place of ranks."""
    level = headings.levels(block.level for block in blocks if block.kind == "heading")
    return [replace(block, level=level[block.level]) if block.kind == "heading" else block for block in blocks]


def _notes(bodies: Sequence[notes.Body], languages: tuple[str, ...], pen: Pen) -> tuple[Note, ...]:
    scripts = [script_of(tag) for tag in languages]
    gathered: dict[str, tuple[list[list[Line]], Place]] = {}
    for body in bodies:
        paragraphs, _ = gathered.setdefault(body.label, ([[] for _ in languages], pen.place(body.piece)))
        side = scripts.index(body.piece.script) if body.piece.script in scripts else 0
        paragraphs[side].append(pen.whole(body.piece))
    return tuple(
        Note(label, tuple(map(tuple, paragraphs)), (), place) for label, (paragraphs, place) in gathered.items()
    )


def _alone(blocks: Sequence[Block], languages: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(
            "unpaired-paragraph",
            f"nothing in {languages[_missing(found)]} stands beside this {found.kind}",
            found.place,
            hint="put its translation after it, or join it to the paragraph it belongs to; until then it stands alone",
        )
        for found in blocks
        if not found.shared and found.kind != "rule" and not all(any(row[side] for row in found.rows) for side in range(len(languages)))
    ]


def _missing(found: Block) -> int:
    return next(side for side in range(len(found.rows[0])) if not any(row[side] for row in found.rows))


def _with_second(languages: tuple[str, ...], given: Given) -> tuple[tuple[str, ...], Problem]:
    """A text in one language still becomes a page; the second column stays empty."""
    first = languages[0] if languages else "en"
    second = next((tag for tag in given.languages if tag != first), "zh-Hant" if first.startswith("en") else "en")
    problem = Problem(
        "one-language",
        f"the text is in one language only ({first})",
        Place(given.path),
        hint=f"put the translation after each paragraph, or in a file of its own beside it (name.{first.partition('-')[0]}.md and name.{second.partition('-')[0]}.md)",
    )
    return (first, second), problem
