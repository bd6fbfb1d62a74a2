"""Python and the page read a text alike."""

import sys
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.indexing.folding import fold, kind
from tests.js.conftest import Engine, engine

__all__ = ["engine"]


def test_every_character_is_folded_as_the_page_folds_it(engine: Engine) -> None:
    known = list(filter(assigned, map(chr, range(sys.maxunicode + 1))))
    for start in range(0, len(known), 20_000):
        part = known[start : start + 20_000]
        pairs = zip(map(fold, part), engine.folded(part), strict=True)
        differing = [(one, *pair) for one, pair in zip(part, pairs, strict=True) if len(set(pair)) > 1]
        assert not differing, differing[:9]


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_texts_are_folded_alike(engine: Engine, text: str) -> None:
    said = "".join(filter(assigned, text))
    assert [fold(said)] == engine.folded([said])


def test_every_character_is_of_one_kind() -> None:
    assert [kind(ord(character)) for character in " \0中กa5ا%é"] == [0, 1, 2, 2, 4, 4, 3, 5, 4]


def assigned(character: str) -> bool:
    """Whether Python's Unicode knows the character; the page's may be newer."""
    return unicodedata.category(character) not in ("Cs", "Cn")
