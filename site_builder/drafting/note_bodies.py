"""Make the notes of a draft: the paragraphs of one label are one note, sorted by language."""

from collections.abc import Sequence

from site_builder.drafting.blocks import Pen
from site_builder.drafting.blocks import place as place_of
from site_builder.drafting.notes import Body
from site_builder.drafting.sides import script_of
from site_builder.model import Line, Note
from site_builder.problems import Place, Problem


def notes(bodies: Sequence[Body], languages: Sequence[str], pen: Pen) -> tuple[tuple[Note, ...], list[Problem]]:
    """The notes in the order of their labels' first appearance, and a problem for each that is defined twice."""
    scripts = [script_of(tag) for tag in languages]
    gathered: dict[str, tuple[list[list[Line]], Place]] = {}
    problems: list[Problem] = []
    side = 0
    for body in bodies:
        place = place_of(body.piece)
        paragraphs, _ = gathered.setdefault(body.label, ([[] for _ in languages], place))
        candidates = _candidates(body, languages, scripts) or [side if not body.opens else 0]
        side = min(candidates, key=lambda side: len(paragraphs[side]))
        if body.opens and paragraphs[side]:
            problems.append(note_twice(body.label, place, gathered[body.label][1]))
        paragraphs[side].append(pen.whole(body.piece))
    made = (Note(label, tuple(map(tuple, paragraphs)), (), place) for label, (paragraphs, place) in gathered.items())
    return tuple(made), problems


def note_twice(label: str, place: Place, first: Place) -> Problem:
    """Two definitions of one note in one language."""
    where = f"line {first.line}" if first.path == place.path else f"{first.path}:{first.line}"
    hint = f"give one of them a label of its own (the first is at {where}); until then both are shown as one note"
    return Problem("note-twice", f"note {label} is defined twice", place, hint=hint)


def _candidates(body: Body, languages: Sequence[str], scripts: Sequence[str]) -> list[int]:
    """The languages that a paragraph may be in."""
    if body.piece.language in languages:
        return [languages.index(body.piece.language)]
    return [side for side, script in enumerate(scripts) if script == body.piece.script]
