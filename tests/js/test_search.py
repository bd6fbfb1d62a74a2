"""Whatever is searched: exactly what a plain scan finds is found (recall and precision 1)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.composing import compose
from site_builder.draft import Source, SourceFile
from site_builder.lexicons import variants
from tests.js import scan
from tests.js.conftest import Engine, Row

REPORT = Path(__file__).parents[2] / "content" / "report.txt"
HAN = "龍龙門门後后发發髮髪一丁𠮷𥻗中京〇"
LATIN = "abAB中 é1２Ｚ"
MARKS = "，,。.“”\"「」'’-—（(％%\u3000 \u00ad"
TO_TRADITIONAL = {simplified: traditional for traditional, simplified in variants().items()}

texts = st.text(st.sampled_from(HAN + LATIN + MARKS + "ﬁ㈱"), max_size=24)
_WORDS = "reform reforms reformed reforming re organ organs organize Beijing beijing’s 5G 30 42 don’t ﬁne café"
words = st.sampled_from(_WORDS.split())
sentences = st.lists(words, max_size=8).map(lambda words: " ".join(words) + ". ")
rows = st.lists(st.tuples(texts, st.one_of(sentences, texts)), min_size=1, max_size=4)
libraries = st.lists(rows, min_size=1, max_size=5).map(
    lambda pairs: [[[f"p{at}-{row}", *texts] for row, texts in enumerate(pair)] for at, pair in enumerate(pairs)]
)


@given(libraries, st.data())
@settings(max_examples=150, deadline=None)
def test_any_part_of_a_chinese_text(engine: Engine, library: list[list[list[str]]], data: st.DataObject) -> None:
    query = data.draw(parts(library).filter(lambda part: any(character in HAN for character in part)))
    query = _respelled(data, "".join(query.split())).lstrip('"“”「」-')
    if not any(character in HAN for character in query):
        return
    assert found(engine, library, query) == scan.with_text(library, query)


@given(libraries, st.data())
@settings(max_examples=150, deadline=None)
def test_an_exact_phrase(engine: Engine, library: list[list[list[str]]], data: st.DataObject) -> None:
    quotes = data.draw(st.sampled_from(['""', "“”", "「」"]))
    query = _respelled(data, data.draw(parts(library))).translate(dict.fromkeys(map(ord, '"“”「」\u00ad')))
    if query.strip():
        assert found(engine, library, query.join(quotes)) == scan.with_phrase(library, query)


@given(libraries, words, st.booleans(), st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_a_word(engine: Engine, library: list[list[list[str]]], word: str, grows: bool, length: int) -> None:
    query = word[:length] if grows else word
    query = query.rstrip("’")
    assert found(engine, library, query if grows else query + " ") == scan.with_word(library, query, grows)


@pytest.mark.parametrize("traditional", [True, False])
def test_every_part_of_the_report(engine: Engine, traditional: bool) -> None:
    library = report()
    queries = [
        "".join(variants().get(character, character) for character in query) if not traditional else query
        for query in dict.fromkeys(_slices(library))
    ]
    assert len(queries) > 1000
    for query, answer in zip(queries, engine.search(library, queries), strict=True):
        assert _pairs(answer) == scan.with_text(library, query), query


def test_every_sentence_of_the_report_as_a_phrase(engine: Engine) -> None:
    library = report()
    for row in (row for rows in library for row in rows):
        for text in filter(str.strip, row[1:]):
            assert row[0].partition("-")[0] in found(engine, library, f"“{text.strip()}”"), text


def report() -> list[list[list[str]]]:
    """The report's pairs, and its notes, as the page gets them."""
    composed = compose(Source("report", "interleaved", (SourceFile("report.txt", REPORT.read_bytes()),)), ())
    assert composed.document
    pairs = [
        [[segment.id, *(line.shown() for line in segment.lines)] for segment in pair.segments]
        for pair in composed.document.pairs()
    ]
    notes = [
        [[f"n{note.label}-1", *("\n".join(line.text for line in body) for body in note.bodies)]]
        for note in composed.document.notes
    ]
    return [*pairs, *notes]


def found(engine: Engine, library: list[list[list[str]]], query: str) -> set[str]:
    """The pairs that the page's search finds."""
    (answer,) = engine.search(library, [query])
    return _pairs(answer)


def parts(library: list[list[list[str]]]) -> st.SearchStrategy[str]:
    """Any part of any text in the library."""
    sides = ["".join(row[side] for row in rows) for rows in library for side in (1, 2)]
    return st.sampled_from(sides).flatmap(
        lambda text: st.tuples(st.integers(0, len(text)), st.integers(1, 8)).map(lambda at: text[at[0] : at[0] + at[1]])
    )


def _pairs(answer: list[list[Row]]) -> set[str]:
    return {rows[0]["id"].partition("-")[0] for rows in answer}


def _respelled(data: st.DataObject, text: str) -> str:
    """The text with some characters in the other script or case."""
    ways = (str, str.upper, lambda one: variants().get(one, one), lambda one: TO_TRADITIONAL.get(one, one))
    return "".join(data.draw(st.sampled_from(ways))(character) for character in text)


def _slices(library: list[list[list[str]]]) -> Iterator[str]:
    """Parts of the Chinese text, two to nine characters long, across the segments' ends too."""
    for rows in library:
        text = "".join(row[1] for row in rows).strip()
        for at in range(len(text)):
            part = text[at : at + 2 + at % 8]
            if re.search("[\u4e00-\u9fff]", part) and not re.search(r"\s", part) and part[0] not in "“”":
                yield part
