"""English words as WordNet lists them: forms, expressions, what they mean; and nothing where there is no WordNet."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.annotating import Annotator
from site_builder.english import words as english
from site_builder.english.annotator import annotator, meanings, parts
from site_builder.overrides import NONE
from site_builder.pipeline import build
from site_builder.wordnet import WordNet, state
from tests.english.small_wordnet import NOTICE, small_wordnet
from tests.projects import project

REAL = Path("/usr/share/wordnet")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A WordNet that is there."""
    monkeypatch.setenv("WNSEARCHDIR", small_wordnet(tmp_path / "wordnet"))
    english.lemma.cache_clear()
    yield
    english.lemma.cache_clear()


def found(text: str) -> list[tuple[str, str]]:
    """The words of a text, each with the form that WordNet lists."""
    (words,) = english.words([text], "en", NONE)
    return [(text[word.start : word.end], word.key) for word in words]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Innovations led children.", [("Innovations", "innovation"), ("led", "lead"), ("children", "child")]),
        ("She studies at 40 m.", [("She", "she"), ("studies", "study"), ("at", "at"), ("m", "m")]),
        ("Action plans and a plan", [("Action plans", "action plan"), ("and", "and"), ("a", "a"), ("plan", "plan")]),
        ("well-known high-quality", [("well-known", "well-known"), ("high", "high"), ("quality", "quality")]),
        ("Beijing’s plan", [("Beijing", "beijing"), ("plan", "plan")]),
        ("action\nplan", [("action", "action"), ("plan", "plan")]),
        ("𠮷 café, naïve", [("𠮷", "𠮷"), ("café", "café"), ("naïve", "naïve")]),
    ],
)
def test_words_are_found_in_the_form_that_is_listed(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.usefixtures("installed")
def test_meanings_stand_under_their_part_of_speech_the_common_ones_first() -> None:
    senses = ("a creation (a new device or process)", "the act of starting something for the first time")
    assert meanings("innovation", "Innovations", ()) == (("innovation", "n.", senses),)
    assert [part for _, part, _ in meanings("study", "studies", ())] == ["v.", "n."]


@pytest.mark.usefixtures("installed")
def test_what_is_hardly_ever_meant_is_left_out() -> None:
    assert meanings("lead", "led", ()) == (("lead", "v.", ("take somebody somewhere",)),)
    assert meanings("at", "at", ()) == ()


@pytest.mark.usefixtures("installed")
def test_a_name_is_written_as_wordnet_writes_it_and_slashes_part_nothing() -> None:
    assert meanings("beijing", "Beijing", ())[0][0] == "Beijing"
    assert "/" not in meanings("study", "study", ())[0][2][0]


@pytest.mark.usefixtures("installed")
def test_the_words_of_an_expression_are_looked_up_with_it() -> None:
    assert parts("action plan") == ("action", "plan")
    assert parts("plan") == ()


def test_without_wordnet_there_is_nothing_to_tell() -> None:
    assert state() == ""
    assert annotator() == Annotator()


@pytest.mark.usefixtures("installed")
def test_a_document_has_scripts_for_both_languages(tmp_path: Path) -> None:
    text = "創新引領發展。\n\nInnovations led development.\n"
    build(project(tmp_path, {"text.txt": text, "site.toml": "[learning]\n"}))
    folder = tmp_path / "site/text"
    script = (folder / "text.glosses.en.js").read_text(encoding="utf-8")
    assert NOTICE.split("\n")[1] in script
    assert '/the act of starting something for the first time","innovation"]' in script
    assert (folder / "text.words.zh-Hant.js").exists()
    assert 'data-languages="zh-Hant en"' in (folder / "index.html").read_text(encoding="utf-8")
    licences = (tmp_path / "site/licences.html").read_text(encoding="utf-8")
    assert "copyright 2006 by Princeton University" in licences
    assert "LICENSEE agrees to preserve same." in licences


def test_installing_wordnet_changes_what_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = project(tmp_path, {"text.txt": "創新。\n\nInnovations.\n", "site.toml": "[learning]\n"})
    build(options)
    assert not (tmp_path / "site/text/text.words.en.js").exists()
    monkeypatch.setenv("WNSEARCHDIR", small_wordnet(tmp_path / "wordnet"))
    english.lemma.cache_clear()
    build(options)
    assert (tmp_path / "site/text/text.words.en.js").exists()


@pytest.mark.skipif(not (REAL / "index.noun").exists(), reason="the real WordNet is not installed")
def test_every_word_of_the_real_one_is_found() -> None:
    real = WordNet(str(REAL))
    lines = (REAL / "index.noun").read_text(encoding="utf-8").split("\n")
    words = [line.split(" ", 1)[0] for line in lines if line[:1].strip()]
    for word in [*words[::997], words[0], words[-1]]:
        assert ("noun", word) in real.lemmas(word), word
        assert real.senses("noun", word), word
    assert ("noun", "mouse") in real.lemmas("mice")
    assert ("verb", "run") in real.lemmas("running")
    assert real.notice().endswith("preserve same.")
    assert "WordNet 3.0 Copyright 2006" in real.notice()


def test_the_tests_see_no_wordnet_of_the_machine() -> None:
    assert os.environ["WNSEARCHDIR"] == ""
