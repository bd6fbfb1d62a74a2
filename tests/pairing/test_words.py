"""Words of units: how they are told apart, which translate each other, and what they say of beads."""

from collections import Counter
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pairing import tokens
from site_builder.pairing.matter import matter
from site_builder.pairing.roots import root
from site_builder.pairing.translation import by_dictionary, by_look, by_sound
from site_builder.pairing.word_table import words

TRUST, SMOOTHING = 0.35, 0.5
UNIT = st.lists(st.sampled_from("abcd"), max_size=4)
UNITS = st.lists(UNIT, min_size=1, max_size=7)
WEIGHTS = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), st.floats(0.1, 3.0), max_size=8)


@settings(deadline=None)
@given(UNITS, UNITS, WEIGHTS)
def test_the_table_says_what_its_formula_says(
    source: list[list[str]], target: list[list[str]], weights: dict[tuple[str, str], float]
) -> None:
    table = words(source, target, weights)
    turned = {(e, z): weight for (z, e), weight in weights.items()}
    for size, sums in table.target.items():
        for i in range(len(source) - size + 1):
            for j in range(len(target)):
                plain = ratio(source[i : i + size], target[j], target, weights)
                assert abs(sums[i, j + 1] - sums[i, j] - plain) < 1e-4
    for size, sums in table.source.items():
        for j in range(len(target) - size + 1):
            for i in range(len(source)):
                plain = ratio(target[j : j + size], source[i], source, turned)
                assert abs(sums[i + 1, j] - sums[i, j] - plain) < 1e-4


@settings(deadline=None)
@given(UNITS, UNITS, WEIGHTS)
def test_a_lonely_unit_knows_the_best_that_it_has(
    source: list[list[str]], target: list[list[str]], weights: dict[tuple[str, str], float]
) -> None:
    table = words(source, target, weights)
    for j, unit in enumerate(target):
        assert abs(table.lonely_target[j] - max(ratio([one], unit, target, weights) for one in source)) < 1e-4


def ratio(
    own: list[list[str]], unit: list[str], others: list[list[str]], weights: dict[tuple[str, str], float]
) -> float:
    """The formula of word_table, word by word."""
    times = Counter(token for other in others for token in other)
    vocabulary = len(times)
    whole = sum(times.values()) + SMOOTHING * vocabulary
    told = [token for one in own for token in one]
    total = 0.0
    for token in unit:
        chance = sum(given_word(token, word, times, weights) for word in told) / max(1, len(told))
        total += log(1 - TRUST + TRUST * chance / ((times[token] + SMOOTHING) / whole))
    return total


def given_word(token: str, word: str, vocabulary: Counter[str], weights: dict[tuple[str, str], float]) -> float:
    """How likely a token is where a word stands, among the tokens that the text has."""
    known = sum(weight for (z, e), weight in weights.items() if z == word and e in vocabulary)
    return weights.get((word, token), 0.0) / (known + SMOOTHING)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("高質量發展", ["高质量", "发展"]),
        ("增長3.2%", ["增长", "#3.2"]),
        ("用AGI吗", ["用", "吗", "@agi"]),
        ("", []),
        ("𠀀，", ["𠀀"]),
    ],
)
def test_chinese_words_are_the_longest_of_the_dictionary(text: str, found: list[str]) -> None:
    assert tokens.chinese(text) == found


def test_english_words_are_roots_and_numbers_values() -> None:
    assert tokens.english("Developing 3,200 cities") == [root("developing"), root("cities"), "#3200"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Größe 1,5", ["größe", "#15"]),
        ("今天好", ["今天", "天好"]),
        ("あ", ["あ"]),
        ("Привет, мир", ["привет", "мир"]),
        ("", []),
    ],
)
def test_any_language_has_words_or_pairs_of_letters(text: str, found: list[str]) -> None:
    assert tokens.any_language(text) == found


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_tokens_that_are_no_white_space(text: str) -> None:
    for told in (tokens.chinese, tokens.english, tokens.any_language):
        assert all(token.strip() for token in told(text))


def test_the_dictionary_joins_what_translates_each_other() -> None:
    found = by_dictionary([["发展", "#5", "@agi"]], [[root("development"), "#5", "agi", "cat"]])
    assert set(found) == {("发展", root("development")), ("#5", "#5"), ("@agi", "agi")}
    assert found["#5", "#5"] > found["发展", root("development")] > 0


def test_names_are_joined_by_their_sound_and_become_words() -> None:
    units = [tokens.chinese("亮馬河")]
    found = by_sound(["亮马河"], units, ["Along the Liangma River"])
    assert found["亮马", root("liangma")] == 1.0
    assert "亮马" in units[0]


def test_words_that_look_alike_are_joined() -> None:
    found = by_look([["nation", "15", "rot"]], [["national", "15", "rosa", "nati"]])
    assert set(found) == {("nation", "national"), ("15", "15")}


def test_where_there_is_no_dictionary_only_words_with_a_partner_count() -> None:
    found = matter(["Die Nation schläft"], ["The nation sleeps"], ("de", "en"))
    assert found.compared == ([["nation"]], [["nation"]])
    assert not found.dictionary


def test_more_can_be_known() -> None:
    found = matter(["Hund"], ["dog"], ("de", "en")).knowing({("hund", "dog"): 0.8})
    assert found.compared == ([["hund"]], [["dog"]])
    assert found.weights["hund", "dog"] == 0.8
