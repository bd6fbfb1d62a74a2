"""Cut one aligned row, a paragraph in every language, into its segments."""

from collections.abc import Iterator

from site_builder.languages import language
from site_builder.model import Line
from site_builder.pairing.align import align
from site_builder.pairing.evidence import links
from site_builder.pairing.shapes import Side
from site_builder.pairing.split import clauses, sentences

# How many letters of an alphabet a character amounts to in translations (English; measured on our gold paragraphs).
_LETTERS = {"zh": 3.8, "ja": 2.4, "ko": 2.1}

Row = tuple[tuple[Line, ...], float]  # the lines of a segment and its confidence


def segments(lines: tuple[Line, ...], languages: tuple[str, ...]) -> Iterator[Row]:
    """The segments of a paragraph; their lines, joined, are the paragraph again."""
    written = [index for index, line in enumerate(lines) if line.text]
    if any(line.spans for line in lines if not line.text):
        yield lines, 1.0  # a mark without a text: cutting would lose it
    elif len(written) == 1:
        yield from _alone(lines, languages, written[0])
    elif len(lines) == 2 and written:
        yield from _two(lines, languages)
    else:
        yield lines, 1.0


def _alone(lines: tuple[Line, ...], languages: tuple[str, ...], index: int) -> Iterator[Row]:
    """A segment a sentence: the other side has nothing, which the reader of the form has reported."""
    units = sentences(lines[index], language(languages[index]))
    for unit in range(len(units)):
        yield tuple(units.part(unit, unit + 1) if at == index else Line() for at in range(len(lines))), 1.0


def _two(lines: tuple[Line, ...], languages: tuple[str, ...]) -> Iterator[Row]:
    source, target = (clauses(line, language(tag)) for line, tag in zip(lines, languages, strict=True))
    if sum(source.closing) <= 1 and sum(target.closing) <= 1:
        yield lines, 1.0
        return
    texts, others = source.texts(), target.texts()
    sides = Side(_lengths(texts, languages[0]), source.closing), Side(_lengths(others, languages[1]), target.closing)
    for bead in align(*sides, links(texts, others, languages)):
        yield (source.part(*bead.source), target.part(*bead.target)), bead.confidence


def _lengths(texts: list[str], tag: str) -> list[float]:
    letters = _LETTERS.get(tag.partition("-")[0].lower(), 1.0)
    return [letters * (len(text.strip()) or 1) for text in texts]
