"""From how likely a bead is among all paths to how often such beads are right.

Posteriors say too little: the weights were learnt on novels, where one translation in ten is anybody's guess. How much
too little depends on the text. Where many beads are unsure and yet hardly any has several units on both sides, the two
texts run side by side, and what is unsure is mostly right (declarations, manuals, the Bible). Where few are unsure, the
unsure ones are real trouble, such as paragraphs left out; where beads of several units on both sides abound, the text
is translated freely (novels). `ease` measures that, and nothing more is asked of a text: a dictionary, the lengths of
units and their numbers told nothing besides.

Clauses inside a paragraph, too, are more often right than they look, most of all where both sides have as many
sentences.

The numbers are those of two logistic regressions, on 340,000 beads and on 6,000 clauses of some 30 texts: those of
tests/pairing/gold, the Declaration in more languages, manuals, Bible books. They were merged and dropped, robbed of
words, or given the shapes of beads that novels have; the Bible was also taken as it is; sentences were put together two
to five at a time. Novels themselves have their say by a table of how often their beads are right (4,394 beads, the
posteriors of research/alignment.md §4), as texts in which one bead in 40 is coarse. tests/bench/alignment.py judges it
all by other seeds; each text was also judged without having had a part.

The order of the beads of a text, and of the clauses of a paragraph, is kept: all functions rise with the posterior.
"""

from math import exp, log

_EVEN, _SLOPE = 0.5, 1.13  # the logarithm of the odds that even chances have, and how it grows with theirs …
_LESS, _LESS_FROM = 0.2, 1.1  # … by so much less from there on …
_EASY, _EASY_FROM, _EASY_UPTO = 1.75, -0.4, 1.1  # … and what an easy text adds, rising between the two
_UNSURE = 0.1  # a text is easy if one bead in ten is wrong by its own account …
_COARSE = 0.02  # … and hard if one in fifty has several units on both sides
_OTHERS, _SURE, _FEW_COARSE = 10, 0.95, 0.5  # what short texts are taken to have beside their own beads: so many …
_OTHERS_COARSE = 50  # … and among so many, a few coarse ones

# What the logarithm of the odds of clauses is raised by, in paragraphs that have as many sentences on either side and
# in others; and how it grows.
_CLAUSES, _CLAUSES_SLOPE = {True: 2.0, False: 0.83}, 1.2

_LEAST = 1e-9  # what is less likely counts as much


def ease(beads: int, sure: float, coarse: int) -> float:
    """How easy a text is, in 0..1: the higher, the more often its unsure beads are right.

    `sure` is the sum of the posteriors of its beads; `coarse` of these have several units on both sides.
    """
    unsure = 1.0 - (sure + _SURE * _OTHERS) / (beads + _OTHERS)
    share = (coarse + _FEW_COARSE) / (beads + _OTHERS_COARSE)
    return min(1.0, unsure / _UNSURE) * max(0.0, 1.0 - share / _COARSE)


def of_sequences(posterior: float, eased: float) -> float:
    """How often a bead of long texts is right, given its posterior in (0, 1] and the ease of its text."""
    if posterior >= 1.0:
        return 1.0
    odds = _odds(posterior)
    risen = min(1.0, max(0.0, (odds - _EASY_FROM) / (_EASY_UPTO - _EASY_FROM)))
    said = _EVEN + _SLOPE * odds - _LESS * max(0.0, odds - _LESS_FROM) + _EASY * eased * risen
    return _chance(said)


def of_clauses(posterior: float, even: bool) -> float:
    """How often a bead inside a paragraph is right, given its posterior in (0, 1]; `even` if the paragraph has as many
    sentences on either side."""
    if posterior >= 1.0:
        return 1.0
    return _chance(_CLAUSES[even] + _CLAUSES_SLOPE * _odds(posterior))


def _odds(posterior: float) -> float:
    """The logarithm of the odds."""
    return log(max(posterior, _LEAST) / (1.0 - posterior))


def _chance(odds: float) -> float:
    return 1.0 / (1.0 + exp(-odds))
