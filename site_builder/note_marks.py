"""Find the notes at the end of a text and the marks in it that lead to them.

A mark is often only a digit glued to a word or a quote (`area"5.`), and text is full of other digits: 5G, 2.0, 42.9%,
2024, Covid-19. Therefore only the label of a note that is there can be a mark, and only where no number could stand.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from site_builder.drafting.letters import is_han
from site_builder.model import Line, Span

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CIRCLED = {chr(0x2460 + at): str(at + 1) for at in range(20)}
_MAY_BE_MARK = re.compile("[0-9⁰¹²³⁴-⁹①-⑳\\[]")  # most texts hold none of these, and are done
# `re` skips to a mark that begins with a letter or a set, so a space before it is seen to afterwards.
_CARET = re.compile(r"\[\^([^\]\s]{1,40})\]")
_BRACKET = re.compile(r"[\[［〔]([0-9]{1,3})[\]］〕]")
_MAY_BE_RAISED = re.compile("[⁰¹²³⁴-⁹①-⑳]")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+|[①-⑳]")
_UNIT = re.compile(r"(?:[kcm]?m|ft|in)$")  # m² is an area
_FIGURE = re.compile("[0-9][0-9]*")  # `re` skips to a letter of a set, but not to a repeated one
_CLOSING = frozenset("”’」』》）")
_SURE_BEFORE = frozenset("”’」』》〉)）]】〕。，、；：！？")
_AFTER = frozenset(""".,;:!?'"”’)][。，、；：！？」』》）—…""")
_COUNTED = frozenset(
    "个個項项家人次年月日萬万億亿條条種种座大類类級级名位天號号版期屆届點点倍成元米件套批所支台臺里代歲岁時时分秒周週章節节層层線线"
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
    if not _MAY_BE_MARK.search(line.text) or not (found := find(line.text, labels)):
        return line
    marks = _distinct(line, found)
    return _without(line, marks) if marks else line


def find(text: str, labels: Labels) -> list[Mark]:
    """Every mark in a text, in order. `[^x]` is a mark even where there is no such note."""
    marks = [_spaced(text, match) for match in _CARET.finditer(text)] if "[^" in text else []
    if labels.all:
        if "[" in text or "［" in text or "〔" in text:
            marks += _in_brackets(text, labels)
        if not text.isascii() and _MAY_BE_RAISED.search(text):
            marks += _raised(text, labels)
        unsure: list[Mark] = []
        for match in _FIGURE.finditer(text):
            if match[0] in labels.all and (at := match.start()) and not text[at - 1].isspace():
                _glued(text, match, labels.all, marks, unsure)
        if unsure:
            sure = {mark.label for mark in marks}
            marks += [mark for mark in unsure if mark.label not in sure]
    return sorted(marks)


def label_of(text: str) -> str:
    """The label a note's number stands for: `⁵` → 5, `①` → 1."""
    return _CIRCLED.get(text) or text.translate(_SUPERSCRIPT)


def _in_brackets(text: str, labels: Labels) -> Iterator[Mark]:
    for match in _BRACKET.finditer(text):
        if match[1] in labels.all:
            mark = _spaced(text, match)
            if mark.start and not text[mark.start - 1].isspace():
                yield mark


def _spaced(text: str, match: re.Match[str]) -> Mark:
    """A mark in brackets, with the space before it."""
    start, end = match.span()
    return Mark(start - (text[start - 1 : start] == " "), end, match[1])


def _raised(text: str, labels: Labels) -> Iterator[Mark]:
    for match in _RAISED.finditer(text):
        known = labels.circled if match[0] in _CIRCLED else labels.all
        at = match.start()
        if label_of(match[0]) in known and at and not _UNIT.search(text[max(0, at - 2) : at]):
            yield Mark(*match.span(), label_of(match[0]))


def _glued(text: str, match: re.Match[str], labels: Collection[str], sure: list[Mark], unsure: list[Mark]) -> None:
    """Sort a figure that touches what is before it: `area"5.` is a mark, `word5` is one if nothing better is."""
    at = match.start()
    last = sure[-1] if sure else None
    if _closed_before(text, at) or (last and last.end == at - 1 and text[at - 1] in ",，"):
        if _ends(text, match.end(), labels, text[at - 1] in _CLOSING):
            sure.append(Mark(at - (last is not None and last.end == at - 1), match.end(), match[0]))
    elif text[at - 1].isalpha() and _ends(text, match.end(), labels) and _plain_word(text, at):
        unsure.append(Mark(at, match.end(), match[0]))


def _closed_before(text: str, at: int) -> bool:
    """Whether a closing quote or bracket stands before `at`, or the mark that ends a sentence or a part of one; but not
    an abbreviation (No.5), an opening quote ("5 stars") or a figure (1,500)."""
    mark, word = text[at - 1], text[max(0, at - 5) : at - 1]
    if mark in _SURE_BEFORE:
        return True
    if mark in "\"'":
        return bool(word) and not word[-1].isspace() and word[-1] not in "([{（「『“‘"
    return word[-1:].isalpha() and (mark in ",;:!?…" or (mark == "." and len(word) == 4 and word.isalpha()))


def _ends(text: str, at: int, labels: Collection[str], quoted: bool = False) -> bool:
    """Whether a mark may end at `at`: no letter follows, nor more of a number, unless that is the next label. After a
    quotation Chinese goes on at once: “一件事”6集成服務, but not with what is counted: “京通”3個."""
    after = text[at : at + 1]
    if not after:
        return True
    if after not in _AFTER and not after.isspace() and not (quoted and is_han(after) and after not in _COUNTED):
        return False
    following = _FIGURE.match(text, at + 1) if after in ".,:，" else None
    return following is None or (text[at] in ",，" and following[0] in labels)


def _plain_word(text: str, at: int) -> bool:
    """Whether a plain word ends at `at`: not Web3, iPhone5, covid-19. Chinese has no such names."""
    if is_han(text[at - 1]):
        return True
    found = _IN_WORD.search(text, max(0, at - 40), at)
    word = found[0] if found else ""
    return word.isalpha() and word[1:].islower() and len(word) > (2 if word[0].islower() else 4)


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
