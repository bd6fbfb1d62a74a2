"""A web page is read as these outlines say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.draft import Source, SourceFile
from site_builder.sources.html_table import SOURCE
from tests.cases import Case, cases
from tests.notation import outline


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "html_table"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    matches(
        case, outline(SOURCE.read(Source("text", "html_table", (SourceFile("text.html", case.input.encode()),)), ()))
    )
