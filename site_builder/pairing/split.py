"""Cut a paragraph's line into the units that are aligned, and say which of them close a sentence."""

from collections.abc import Iterable
from itertools import pairwise

from site_builder.languages import Language
from site_builder.model import Line
from site_builder.values import value


@value(frozen=True, slots=True)
class Units:
    """A line cut into units, clauses where the language has them and else sentences. `ends[k]` is the offset after
    unit k; `closing[k]` tells whether a sentence ends there."""

    line: Line
    ends: tuple[int, ...]
    closing: tuple[bool, ...]

    def texts(self) -> list[str]:
        """The text of each unit."""
        text = self.line.text
        return [text[start:end] for start, end in pairwise((0, *self.ends))]

    def parts(self, ranges: Iterable[tuple[int, int]]) -> list[Line]:
        """For each range, its units, `first` up to `last` (not included), as one line, spans kept."""
        line, places = self.line, (0, *self.ends)
        if not line.spans:
            text = line.text
            return [Line(text[places[first] : places[last]]) for first, last in ranges]
        return [line[places[first] : places[last]] if first < last else Line() for first, last in ranges]


def sentences(line: Line, language: Language) -> Units:
    """The line cut at its sentences."""
    ends = tuple(language.sentence_ends(line.text))
    return Units(line, ends, (True,) * len(ends))


def clauses(line: Line, language: Language) -> Units:
    """The line cut at its clauses, or at its sentences where the language has no rule for clauses."""
    if language.clause_ends is None:
        return sentences(line, language)
    ends, closing = tuple(language.clause_ends(line.text)), language.sentence_ends(line.text)
    if len(ends) == len(closing):
        return Units(line, ends, (True,) * len(ends))
    return Units(line, ends, tuple([end in closing for end in ends]))
