"""The annotator of English: WordNet's meanings, a few and short. Without WordNet there is nothing to tell."""

from collections.abc import Sequence

from site_builder.annotating import Annotator, Credit, Meanings
from site_builder.english.words import FUNCTION_WORDS, lemma, words
from site_builder.wordnet import Sense, WordNet, wordnet

_MOST, _MOST_A_PART = 3, 2  # senses
_RARER = 15  # times: a meaning that is so much rarer than the most common one is left out
_LONGEST = 90  # characters of a definition; what is longer ends at a semicolon, if one stands before
_SHORT = {"noun": "n.", "verb": "v.", "adj": "adj.", "adv": "adv."}


def annotator() -> Annotator:
    """The annotator, an empty one where WordNet is not installed."""
    found = wordnet()
    return Annotator(words=words, meanings=meanings, parts=parts, credits=_credits(found)) if found else Annotator()


def meanings(word: str, form: str, readings: Sequence[str]) -> Meanings:
    """What a word, and the words that its form in the text may also be one of, mean: under the part of speech, which
    stands in the place of a reading. The parts that texts have most often come first."""
    found = wordnet()
    if not found:
        return ()
    known = dict.fromkeys((*found.lemmas(form), *found.lemmas(word))) if form.lower() not in FUNCTION_WORDS else {}
    groups = [(part, senses) for part, one in known if (senses := _common(found.senses(part, one)))]
    groups.sort(key=lambda group: -sum(sense.found for sense in group[1]))
    most = max((senses[0].found for _, senses in groups), default=0)
    told: list[tuple[str, str, tuple[str, ...]]] = []
    for part, senses in groups:
        left = _MOST - sum(len(each) for _, _, each in told)
        if left > 0 and senses[0].found * _RARER >= most:
            some = senses[: min(_MOST_A_PART, left)]
            told.append((some[0].form, _SHORT[part], tuple(map(_brief, some))))
    return tuple(told)


def _common(senses: Sequence[Sense]) -> list[Sense]:
    """Without those that are much rarer than the most common one."""
    return [sense for sense in senses if sense.found * _RARER >= senses[0].found]


def parts(word: str) -> Sequence[str]:
    """The words of an expression, as WordNet lists them."""
    pieces = word.replace("-", " ").split()
    return tuple(dict.fromkeys(filter(None, map(lemma, pieces)))) if len(pieces) > 1 else ()


def _brief(sense: Sense) -> str:
    """The definition, its slashes drawn otherwise: they part the senses of a script of data."""
    text = sense.definition
    cut = text.rfind("; ", 0, _LONGEST) if len(text) > _LONGEST else -1
    return (text[:cut] if cut > 0 else text).replace("/", "\N{FRACTION SLASH}")


def _credits(found: WordNet) -> dict[str, Sequence[Credit]]:
    credit = Credit(
        "WordNet 3.0, copyright 2006 by Princeton University",
        "https://wordnet.princeton.edu/",
        "WordNet licence",
        "https://wordnet.princeton.edu/license-and-commercial-use",
        "selected and abridged: the words of each text, at most three senses a word",
        found.notice(),
    )
    return {"words": (credit,), "glosses": (credit,)}
