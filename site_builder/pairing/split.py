"""Cut a paragraph's line into the units that are aligned, and say which of them close a sentence."""

from dataclasses import dataclass

from site_builder.languages import Language
from site_builder.model import Line


@dataclass(frozen=True, slots=True)
class Units:
    """A line cut into units, clauses where the language has them and else sentences. `ends[k]` is the offset after
    unit k; `closing[k]` tells whether a sentence ends there."""

    line: Line
    ends: tuple[int, ...]
    closing: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.ends)

    def texts(self) -> list[str]:
        """The text of each unit."""
        text, start = self.line.text, 0
        cut = []
        for end in self.ends:
            cut.append(text[start:end])
            start = end
        return cut

    def part(self, first: int, last: int) -> Line:
        """The units `first` up to `last` (not included) as one line, spans kept."""
        if first == last:
            return Line()
        start = self.ends[first - 1] if first else 0
        end = self.ends[last - 1]
        return self.line[start:end] if self.line.spans else Line(self.line.text[start:end])


def sentences(line: Line, language: Language) -> Units:
    """The line cut at its sentences."""
    ends = tuple(language.sentence_ends(line.text))
    return Units(line, ends, (True,) * len(ends))


def clauses(line: Line, language: Language) -> Units:
    """The line cut at its clauses, or at its sentences where the language has no rule for clauses."""
    if language.clause_ends is None:
        return sentences(line, language)
    closing = set(language.sentence_ends(line.text))
    ends = tuple(language.clause_ends(line.text))
    return Units(line, ends, tuple(end in closing for end in ends))
