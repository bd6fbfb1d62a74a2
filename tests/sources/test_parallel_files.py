"""A file a language is read as these outlines say. In a case, `>>> name.zh.md` begins a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.draft import Source, SourceFile
from site_builder.sources.parallel_files import SOURCE
from tests.cases import Case, cases
from tests.notation import outline


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "parallel_files"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    _, *parts = re.split(r"^>>> (.+)\n", case.input, flags=re.MULTILINE)
    files = tuple(SourceFile(path, text.encode()) for path, text in zip(parts[::2], parts[1::2], strict=True))
    matches(case, outline(SOURCE.read(Source("text", "parallel_files", files), ())))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("mengzi.zh.md", "mengzi"),
        ("mengzi.zh-Hant.txt", "mengzi"),
        ("mengzi/en.md", "mengzi"),
        ("classics/mengzi.lzh.md", "classics/mengzi"),
        ("zh.md", ""),
        ("version.old.md", None),
        ("report.txt", None),
        ("chapter.1.md", None),
        ("mengzi.zh.png", None),
    ],
)
def test_claim_takes_names_that_end_in_a_language(path: str, name: str | None) -> None:
    assert SOURCE.claim(path) == name


def test_site_settings_order_the_languages() -> None:
    files = (SourceFile("a.en.md", b"One."), SourceFile("a.zh.md", "一。".encode()))
    for asked, languages in ((("en", "zh-Hant"), ("en", "zh-Hant")), ((), ("zh-Hant", "en"))):
        draft = SOURCE.read(Source("a", "parallel_files", files), asked).draft
        assert draft is not None
        assert draft.languages == languages
