"""Keyed texts are read as these outlines say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draft import Aligned, Source, SourceFile
from site_builder.pairing.assemble import assemble
from site_builder.sources.bilara import SOURCE
from tests.cases import Case, cases
from tests.notation import outline
from tests.sources.files_of_cases import files_of


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "bilara"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    reading = SOURCE.read(Source("text", "bilara", files_of(case.input)), ())
    if reading.draft:
        assert reading.draft.aligned is Aligned.SEGMENTS
        assert all(block.final for block in reading.draft.blocks)
        assemble(reading.draft, "text", "text.json")
    matches(case, outline(reading))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("mn1_root-pli-ms.json", "mn1"),
        ("sutta/mn1_translation-en-sujato.json", "sutta/mn1"),
        ("mn1_html.json", "mn1"),
        ("mn1_comment-en-sujato.json", "mn1"),
        ("menu.zh-Hant.json", "menu"),
        ("menu/zh.json", "menu"),
        ("package.json", None),
        ("a_root-published.json", None),
    ],
)
def test_claim(path: str, name: str | None) -> None:
    assert SOURCE.claim(path) == name


_TEXTS = st.text('春天ab1.:~ \n\t"\\{}\x85\xa0é𠀀', max_size=9)
_JSON = st.recursive(
    _TEXTS | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=6,
)
_OBJECTS = st.dictionaries(_TEXTS, _JSON, max_size=4)


@settings(max_examples=50, deadline=None)
@given(_OBJECTS, _OBJECTS)
def test_nothing_is_lost_and_nothing_raises(one: dict[str, object], other: dict[str, object]) -> None:
    files = tuple(
        SourceFile(path, json.dumps(value, ensure_ascii=False).encode())
        for path, value in (("a.zh.json", one), ("a.en.json", other))
    )
    reading = SOURCE.read(Source("a", "bilara", files), ("zh-Hant", "en"))
    kept = [line.text for block in reading.draft.blocks for row in block.rows for line in row] if reading.draft else []
    for text in _texts([one, other]):
        assert not text.strip() or any(text.strip() in line for line in kept) or not text.isprintable()


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return [text for each in inner for text in _texts(each)]
