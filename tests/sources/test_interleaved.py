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


@pytest.mark.parametrize(
    ("text", "asked", "languages", "problems"),
    [
        ("一。\n\nOne.", ("en", "zh-Hant"), ("en", "zh-Hant"), []),
        ("一。\n\nOne.", ("zh-Hans", "en"), ("zh-Hans", "en"), []),
        ("一。\n\nOne.", ("fr", "en"), ("zh-Hant", "en"), []),
        ("Un.\n\nOne.", ("fr", "en"), ("fr", "en"), []),
        ("One.", ("zh-Hant", "en"), ("zh-Hant", "en"), ["the text is in one language only (en)"]),
        ("Раз.\n\nOne.", ("zh-Hant", "en"), ("ru", "en"), []),
    ],
)
def test_the_languages_of_the_site_hold_as_far_as_the_text_bears_them_out(
    text: str, asked: tuple[str, ...], languages: tuple[str, ...], problems: list[str]
) -> None:
    reading = SOURCE.read(Source("text", "interleaved", (SourceFile("text.md", text.encode()),)), asked)
    assert reading.draft is not None
    assert reading.draft.languages == languages
    assert [problem.message for problem in reading.problems] == problems


def _read(path: str, text: str) -> str:
    return outline(SOURCE.read(Source("text", "interleaved", (SourceFile(path, text.encode()),)), ()))
