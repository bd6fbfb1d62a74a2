"""Where words of English are, in the form that WordNet lists: expressions of several words first."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from site_builder.annotating import Texts, Word
from site_builder.overrides import Overrides
from site_builder.wordnet import WordNet, wordnet

# They hold a sentence together, and what a dictionary says of them is not what is meant: at is no element, in no inch.
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a about above across after against all along also although am among an and any are around as at be because been
        before behind being below beneath beside besides between beyond both but by can could did do does doing down
        during each either for from had has have having he her hers herself him himself his how however i if in inside
        into is it its itself me mine more most my myself near neither no nor not of off on onto or other our ours
        ourselves out outside over past per shall she should since so some such than that the their theirs them
        themselves then there these they this those though through throughout till to toward towards under until up upon
        us was we were what when where whether which while who whom whose why will with within without would yet you
        your yours yourself yourselves s t
        """,
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_TOGETHER = 3
_Span = tuple[int, int]


def words(texts: Texts, tag: str, own: Overrides) -> list[tuple[Word, ...]]:
    """The words of each text. What WordNet lacks (of, the) is its own form, in small letters."""
    found = wordnet()
    return [tuple(_words(text, found)) if found else () for text in texts]


def _words(text: str, found: WordNet) -> Iterator[Word]:
    pieces = [piece for match in _WORD.finditer(text) for piece in _pieces(text, match.span(), found)]
    at = 0
    while at < len(pieces):
        together = _together(text, pieces[at : at + _MOST_TOGETHER], found)
        (start, _), (_, end) = pieces[at], pieces[at + together - 1]
        yield Word(start, end, lemma(text[start:end]) or text[start:end].lower())
        at += together


def _pieces(text: str, span: _Span, found: WordNet) -> list[_Span]:
    """A word with hyphens or an apostrophe is one word where WordNet has it, else several, and a 's is none."""
    start, end = span
    said = text[start:end]
    if said.isalpha() or lemma(said.replace("’", "'")):
        return [span]
    parts = [match.span() for match in re.finditer(r"(?<![’'])\b[^\W\d_]+", said)]
    return [(start + first, start + last) for first, last in parts]


def _together(text: str, spans: Sequence[_Span], found: WordNet) -> int:
    """How many of the words are an expression that WordNet has: high technology."""
    for count in range(len(spans), 1, -1):
        said = text[spans[0][0] : spans[count - 1][1]]
        if said.count(" ") == count - 1 and "\n" not in said and lemma(said):
            return count
    return 1


@lru_cache(maxsize=50_000)
def lemma(form: str) -> str:
    """The word of which a form is most often one; "" when WordNet has none."""
    found = wordnet()
    if not found or form.lower() in FUNCTION_WORDS:
        return ""
    _, best = max(found.lemmas(form), key=lambda one: found.found(*one), default=("", ""))
    return best.replace("_", " ")
