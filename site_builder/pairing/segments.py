"""Cut one aligned row, a paragraph in every language, into its segments."""

from site_builder.languages import code_of, language
from site_builder.model import Line
from site_builder.pairing.align import Bead, align
from site_builder.pairing.evidence import links
from site_builder.pairing.shapes import Side
from site_builder.pairing.split import Units, clauses, sentences

# How many letters of an alphabet a character amounts to in translations (English; measured on our gold paragraphs).
_LETTERS = {"zh": 3.8, "ja": 2.4, "ko": 2.1}

Row = tuple[tuple[Line, ...], float]  # the lines of a segment and its confidence


def segments(lines: tuple[Line, ...], languages: tuple[str, ...]) -> list[Row]:
    """The segments of a paragraph; their lines, joined, are the paragraph again."""
    written = [index for index, line in enumerate(lines) if line.text]
    if len(lines) == len(written) == 2:
        return paired(*both(lines, languages), languages)
    if len(written) == 1 and not any(line.spans for line in lines if not line.text):  # else cutting would lose a mark
        return _alone(lines, languages, written[0])
    return [(lines, 1.0)]


def _alone(lines: tuple[Line, ...], languages: tuple[str, ...], index: int) -> list[Row]:
    """A segment a sentence: the other side has nothing, which the reader of the form has reported."""
    units = sentences(lines[index], language(languages[index]))
    parts = units.parts((unit, unit + 1) for unit in range(len(units.ends)))
    return [(tuple(part if at == index else Line() for at in range(len(lines))), 1.0) for part in parts]


def both(lines: tuple[Line, ...], languages: tuple[str, ...]) -> tuple[Units, Units]:
    """The units of a paragraph in two languages."""
    return clauses(lines[0], language(languages[0])), clauses(lines[1], language(languages[1]))


def paired(source: Units, target: Units, languages: tuple[str, ...]) -> list[Row]:
    """The segments of a paragraph in two languages, given its units."""
    if sum(source.closing) <= 1 and sum(target.closing) <= 1:
        return [((source.line, target.line), 1.0)]
    beads = beads_of((source.texts(), source.closing), (target.texts(), target.closing), languages)
    ours, theirs = source.parts([bead.source for bead in beads]), target.parts([bead.target for bead in beads])
    return [((own, other), bead.confidence) for own, other, bead in zip(ours, theirs, beads, strict=True)]


def beads_of(
    source: tuple[list[str], tuple[bool, ...]], target: tuple[list[str], tuple[bool, ...]], languages: tuple[str, ...]
) -> list[Bead]:
    """The beads of two sides, each given as the texts of its units and whether a sentence ends with them."""
    (texts, closing), (others, closing_too) = source, target
    sides = Side(_lengths(texts, languages[0]), closing), Side(_lengths(others, languages[1]), closing_too)
    return align(*sides, links(texts, others, languages))


def _lengths(texts: list[str], tag: str) -> list[float]:
    letters = _LETTERS.get(code_of(tag), 1.0)
    return [letters * (len(text) or 1) for text in map(str.strip, texts)]
