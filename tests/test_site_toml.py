"""site.toml: what it may say, and what is said when it says something else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from site_builder.config import Config
from site_builder.errors import ConfigError
from site_builder.report import problem_lines
from site_builder.site_toml import address, parse
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "site_toml"))
def test_settings(case: Case, matches: Callable[[Case, str], None]) -> None:
    try:
        settings = parse(case.input, "content/site.toml")
        shown = "\n".join(f"{name} = {getattr(settings, name)!r}" for name in Config.__slots__)
    except ConfigError as error:
        shown = "\n".join(line for problem in error.problems for line in problem_lines(problem))
    matches(case, shown)


@given(some.text())
def test_any_text_is_settings_or_a_fault_with_a_line(text: str) -> None:
    try:
        parse(text)
    except ConfigError as error:
        lines = [problem.place.line for problem in error.problems]
        assert all(line <= text.count("\n") + 1 for line in lines)


def test_a_web_address_ends_in_a_slash() -> None:
    assert address("https://example.org/a") == "https://example.org/a/"
    assert address("https://example.org/") == "https://example.org/"


@pytest.mark.parametrize("wrong", ["", "example.org", "ftp://example.org", "https://a.example/?q", "javascript:x"])
def test_other_addresses_are_refused(wrong: str) -> None:
    assert address(wrong) is None
