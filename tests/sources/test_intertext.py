"""InterText is read as these outlines say; however the links run, no sentence is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.draft import Known, Source
from site_builder.linked_texts import Link, laid_out
from site_builder.pairing.assemble import assemble
from site_builder.sources.intertext import SOURCE
from tests.cases import Case, cases
from tests.notation import outline
from tests.sources.files_of_cases import files_of


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "intertext"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    reading = SOURCE.read(Source("text", "intertext", files_of(case.input)), ())
    if reading.draft:
        assemble(reading.draft, "text", "text.xml")
    matches(case, outline(reading))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("mengzi.zh.xml", "mengzi"),
        ("mengzi_zh.xml", "mengzi"),
        ("mengzi.zh.en.xml", "mengzi"),
        ("mengzi/zh.xml", "mengzi"),
        ("mengzi/zh.en.xml", "mengzi"),
        ("dev.001_zh.xml", "dev.001"),
        ("dev.001_zh.001_en.xml", "dev.001"),
        ("dev/001_zh.001_en.xml", "dev/001"),
        ("name.cs-00.de-00.xml", "name"),
        ("sitemap.xml", None),
        ("a.001_zh.002_en.xml", "a.001_zh.002"),
    ],
)
def test_claim(path: str, name: str | None) -> None:
    assert SOURCE.claim(path) == name


def test_a_person_s_links_are_checked() -> None:
    files = files_of(
        ">>> a.zh.xml\n<t><p><s id='1'>一。</s><s id='2'>二。</s></p></t>\n"
        ">>> a.en.xml\n<t><p><s id='1'>One.</s><s id='2'>Two.</s></p></t>\n"
        ">>> a.zh.en.xml\n<linkGrp toDoc='a.en.xml' fromDoc='a.zh.xml'>"
        "<link xtargets='1;1' status='man'/><link xtargets='2;2' status='auto'/></linkGrp>\n"
    )
    draft = SOURCE.read(Source("a", "intertext", files), ()).draft
    assert draft
    assert [block.known for block in draft.blocks] == [(Known("", 1.0, "checked"), Known("", 0.9))]


_NUMBERS = st.permutations(range(8))


@given(_NUMBERS, _NUMBERS, st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_every_sentence_is_laid_out_once(first: list[int], second: list[int], sizes: list[tuple[int, int]]) -> None:
    links = []
    for one, other in sizes:
        links.append(Link(tuple(first[:one]), tuple(second[:other])))
        first, second = first[one:], second[other:]
    rows = laid_out([link for link in links if link.first or link.second], 8, 8)
    assert [number for row in rows for number in row.first] == list(range(8))
    assert sorted(number for row in rows for number in row.second) == list(range(8))
    straight = [number for row in rows if row.first and not row.apart for number in row.second]
    assert straight == sorted(straight)
