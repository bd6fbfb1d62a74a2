"""One file with languages in turn is read as these outlines say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.draft import Source, SourceFile
from site_builder.sources.interleaved import SOURCE
from tests.cases import Case, cases
from tests.notation import outline

FOLDER = Path(__file__).parent / "interleaved"


@pytest.mark.parametrize("case", cases(FOLDER, "plain_*.txt"))
def test_plain_text(case: Case, matches: Callable[[Case, str], None]) -> None:
    matches(case, _read("text.txt", case.input))


@pytest.mark.parametrize("case", cases(FOLDER, "markdown_*.txt"))
def test_markdown(case: Case, matches: Callable[[Case, str], None]) -> None:
    matches(case, _read("text.md", case.input))


def _read(path: str, text: str) -> str:
    return outline(SOURCE.read(Source("text", "interleaved", (SourceFile(path, text.encode()),)), ()))
