"""The sites, built once through the real command line, a real browser, and a visitor for each test."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visiting import CHROMIUM, FLAGS, Visitor, served

ROOT = Path(__file__).parent.parent.parent
SITES = {"report": ROOT / "content", **{name: ROOT / "tests/sites" / name / "content" for name in ("minimal", "full")}}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every site in a folder of its own."""
    folder = tmp_path_factory.mktemp("sites")
    for name, content in SITES.items():
        command = [sys.executable, "build.py", "--content", str(content), "--output", str(folder / name), "--no-cache"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    return folder


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


@pytest.fixture
def visit(browser: Browser, built: Path, address: str) -> Iterator[Visitor]:
    """Opens pages; the test fails when anything on them went wrong."""
    visitor = Visitor(browser, built, address)
    yield visitor
    visitor.leave()
    assert not visitor.faults
