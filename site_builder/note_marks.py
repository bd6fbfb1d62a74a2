"""Find the notes at the end of a text and the marks in it that lead to them.

A mark is often only a digit glued to a word or a quote (`area"5.`), and text is full of other digits: 5G, 2.0, 42.9%,
2024, Covid-19. Therefore only the label of a note that is there can be a mark, and only where no number could stand.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from site_builder.model import Line, Span

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CIRCLED = {chr(0x2460 + at): str(at + 1) for at in range(20)}
_CARET = re.compile(r" ?\[\^([^\]\s]{1,40})\]")
_BRACKET = re.compile(r"(?:(?<=\S)|(?<=\S) )[\[［〔]([0-9]{1,3})[\]］〕]")
_RAISED = re.compile(r"(?<=\S)(?<![kcm]m)(?<!\bm)(?<!\bft)[⁰¹²³⁴-⁹]+")
_CIRCLE = re.compile("[①-⑳]")
# After a closing quote or bracket, or after the mark that ends a sentence; never after a figure or an abbreviation.
_GLUED = re.compile(
    r"""(?:(?<=[^\s(\[{（「『“‘]["'’])|(?<=[”’」』》〉)）\]】〕])|(?<=[^\W\d_][,;:!?…])|(?<=[^\W\d_]{4}\.)|(?<=[。，、；：！？]))"""
    r"""([0-9]{1,3}(?:[,，][0-9]{1,3})*)(?=$|[\s.,;:!?'"”’)\]。，、；：！？」』》）—…])(?![.,:][0-9])"""
)
_WORD = re.compile(
    r"(?:(?<=[a-zà-ÿ]{3})|(?<=[\u3400-\u9fff]))([0-9]{1,3})(?=$|[\s.,;:!?'\"”’)\]。，、；：！？」』》）—…])(?![.,:][0-9])"
)
_IN_WORD = re.compile(r"[\w’'-]*$")


class Mark(NamedTuple):
    """A mark at `start:end` of a text, for the note `label`."""

    start: int
    end: int
    label: str


class Labels(NamedTuple):
    """What may be a mark in a text: the labels of its notes, and those of them that are written as ①."""

    all: frozenset[str]
    circled: frozenset[str] = frozenset()


def marked(line: Line, labels: Labels) -> Line:
    """The line with its marks taken out of the text and put in as zero-width `note` spans."""
    marks = _distinct(line, find(line.text, labels))
    return _without(line, marks) if marks else line


def find(text: str, labels: Labels) -> list[Mark]:
    """Every mark in a text, in order. `[^x]` is a mark even where there is no such note."""
    marks = [Mark(*match.span(), match[1]) for match in _CARET.finditer(text)] if "[^" in text else []
    if labels.all:
        marks += _sure(text, labels)
        sure = {mark.label for mark in marks}
        marks += [mark for mark in _glued_to_words(text, labels.all) if mark.label not in sure]
    return sorted(marks)


def label_of(text: str) -> str:
    """The label a note's number stands for: `⁵` → 5, `①` → 1."""
    return _CIRCLED.get(text) or text.translate(_SUPERSCRIPT)


def _sure(text: str, labels: Labels) -> Iterator[Mark]:
    for match in _BRACKET.finditer(text):
        if match[1] in labels.all:
            yield Mark(*match.span(), match[1])
    for match in _GLUED.finditer(text):
        yield from _listed(match, labels.all)
    if text.isascii():
        return
    for form, known in ((_RAISED, labels.all), (_CIRCLE, labels.circled)):
        for match in form.finditer(text) if known else ():
            if (label := label_of(match[0])) in known:
                yield Mark(*match.span(), label)


def _listed(match: re.Match[str], labels: Collection[str]) -> Iterator[Mark]:
    """`area"5,6.` has two marks."""
    parts = list(re.finditer(r"[0-9]+", match[1]))
    if all(part[0] in labels for part in parts):
        start = match.start(1)
        for part in parts:
            yield Mark(start, match.start(1) + part.end(), part[0])
            start = match.start(1) + part.end()


def _glued_to_words(text: str, labels: Collection[str]) -> Iterator[Mark]:
    """`word5`: a digit after letters, if they are a plain word: not Web3, iPhone5, covid-19."""
    for match in _WORD.finditer(text):
        before = _IN_WORD.search(text, max(0, match.start() - 40), match.start())
        word = before[0] if before else ""
        plain = word.islower() or (word[1:].islower() and len(word) > 4)
        if match[1] in labels and word.isalpha() and (plain or not word.isascii()):
            yield Mark(*match.span(1), match[1])


def _distinct(line: Line, marks: list[Mark]) -> list[Mark]:
    """The marks outside code, each place once."""
    code = [span for span in line.spans if span.kind in ("code", "image")]
    kept: list[Mark] = []
    for mark in marks:
        if (kept and mark.start < kept[-1].end) or any(span.start <= mark.start < span.end for span in code):
            continue
        kept.append(mark)
    return kept


def _without(line: Line, marks: list[Mark]) -> Line:
    """Take the marks out and move the other spans along."""
    text, at, gone = "", 0, 0
    cuts: list[tuple[int, int]] = []
    spans: list[Span] = []
    for mark in marks:
        text += line.text[at : mark.start]
        at = mark.end
        cuts.append((mark.start, mark.end))
        spans.append(Span(len(text), len(text), "note", mark.label))
        gone += mark.end - mark.start

    def moved(offset: int) -> int:
        return offset - sum(min(offset, end) - start for start, end in cuts if start < offset)

    kept = (Span(moved(span.start), moved(span.end), span.kind, span.value) for span in line.spans)
    return Line(text + line.text[at:], tuple(sorted((*kept, *spans), key=lambda span: span.start)))
