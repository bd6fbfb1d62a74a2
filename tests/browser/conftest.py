"""A real browser, the built sites served to it, and a visitor for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.glossed import build_lessons
from tests.browser.reviewing import Desk, desks, served_project
from tests.browser.visiting import CHROMIUM, FLAGS, Visitor, served

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may miss a beat: what fails twice fails, and what failed once is told."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Why tests were run again: whoever reads the log may find out what happened."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.section(f"run again: {report.nodeid}")
        terminalreporter.write_line(report.longreprtext)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the sites are served."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lessons(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A library with what learners are told, beside the other sites."""
    build_lessons(built, tmp_path_factory.mktemp)


@pytest.fixture
def visit(browser: Browser, built: Path, address: str) -> Iterator[Visitor]:
    """Opens pages; the test fails when anything on them went wrong."""
    visitor = Visitor(browser, built, address)
    yield visitor
    visitor.leave()
    assert not visitor.faults


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The content folder of a project that is being served, and the address."""
    with served_project(tmp_path_factory.mktemp("review")) as found:
        yield found


@pytest.fixture
def desk(reviewed: tuple[Path, str], browser: Browser) -> Iterator[Callable[..., Desk]]:
    """Opens the review of a text that nobody has corrected yet; the test fails when anything on the page went wrong."""
    with desks(*reviewed, browser) as opened:
        yield opened
