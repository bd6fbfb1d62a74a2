"""What all tests share: `--update`, which rewrites what case files and example sites expect."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import Case, rewrite

os.environ["WNSEARCHDIR"] = ""  # what the machine has installed is nothing to the tests

pytest_plugins = ["tests.built_sites"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected results in place")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected results are to be rewritten rather than compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def matches(update: bool) -> Callable[[Case, str], None]:
    """Compare what came out with what a case expects."""

    def check(case: Case, actual: str) -> None:
        if update:
            rewrite(case, actual)
        else:
            assert actual.strip("\n") == case.expected.strip("\n"), f"{case.path.name}: {case.title}"

    return check


@pytest.fixture
def matches_file(update: bool) -> Callable[[Path, str], None]:
    """Compare what came out with a whole file."""

    def check(path: Path, actual: str) -> None:
        if update:
            path.write_text(actual, encoding="utf-8")
        assert actual == path.read_text(encoding="utf-8"), path.name

    return check


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: it takes longest, and once it runs, nobody else can run an event loop."""
    items.sort(key=lambda item: "browser" in item.path.parts)
