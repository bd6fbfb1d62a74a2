"""Where sentences (‖) and clauses (|) end. A case's input is its text, a sentence a line or run together."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.languages import language
from tests.cases import Case, cases

HERE = Path(__file__).parent
TRICKY = "。！？!?.…，,；;：:、”“\"'「」『』（）()《》 \n 我说問道ABcd. Mr. U.S. 3.5%\u3000é😀\u0301"
TRICKY += '«»„‚‘’‹›¿¡؟؛،״־-–—\u00a0\u202f\u200f ıßЯя т.е. と、は。 가다. 12. II. د. أ. ב. צה"ל ｢｣｡'
OWN = ("zh", "en", "fr", "de", "es", "ru", "ja", "ko", "ar", "he")
TAGS = (*OWN, "it", "und")


@pytest.mark.parametrize("case", [case for folder in (*OWN, "other") for case in cases(HERE / folder)])
def test_sentences_and_clauses_end_where_they_should(case: Case, matches: Callable[[Case, str], None]) -> None:
    tag = case.path.stem.partition("_")[0]
    matches(case, marked(case.input, tag))


@pytest.mark.parametrize("tag", TAGS)
@settings(deadline=None)  # the first example reads the tables
@given(text=st.text(alphabet=st.sampled_from(TRICKY), max_size=60))
def test_ends_rise_to_the_end_of_the_text(tag: str, text: str) -> None:
    rules = language(tag)
    sentences = rules.sentence_ends(text)
    assert list(sentences) == sorted(set(sentences))
    assert list(sentences[-1:]) == ([len(text)] if text else [])
    assert 0 not in sentences
    if rules.clause_ends is not None:
        clauses = rules.clause_ends(text)
        assert list(clauses) == sorted(set(clauses))
        assert set(sentences) <= set(clauses)


@pytest.mark.parametrize("tag", TAGS)
@settings(deadline=None)  # the first example reads the tables
@given(text=st.text(alphabet=st.sampled_from(TRICKY), max_size=60))
def test_typesetting_keeps_the_length(tag: str, text: str) -> None:
    assert len(language(tag).typeset(text)) == len(text)


@pytest.mark.parametrize(
    ("tag", "rtl", "spaced"),
    [
        ("zh-Hans", False, False),
        ("en-GB", False, True),
        ("ar", True, True),
        ("he", True, True),
        ("iw", True, True),
        ("ja", False, False),
        ("ko", False, True),
        ("yue", False, False),
        ("fa", True, True),
        ("az-Arab", True, True),
        ("he-Latn", False, True),
        ("sr-Latn", False, True),
        ("zh-min-nan", False, False),
    ],
)
def test_a_language_knows_its_direction_and_its_spaces(tag: str, rtl: bool, spaced: bool) -> None:
    assert (language(tag).rtl, language(tag).spaced) == (rtl, spaced)


def marked(text: str, tag: str) -> str:
    rules = language(tag)
    sentences = rules.sentence_ends(text)
    ends = sorted({*sentences, *(rules.clause_ends(text) if rules.clause_ends else ())})
    parts = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return "".join(part + ("‖" if end in sentences else "|") for part, end in zip(parts, ends, strict=True))
