"""The sites that tests look at, built once in a run through the real command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import GUIDE, book

ROOT = Path(__file__).parent.parent
SITES = {
    "report": ROOT / "content",
    **{name: ROOT / "tests/sites" / name / "content" for name in ("minimal", "full", "righttoleft", "three")},
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every site in a folder of its own."""
    folder = tmp_path_factory.mktemp("sites")
    for name, content in {**SITES, "long": long_site(folder / "content")}.items():
        done = build("--content", content, "--output", folder / name, "--no-cache")
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    return folder


def long_site(content: Path) -> Path:
    """The content of a site with a long document that is cut into many pages, and another that links into it."""
    content.mkdir()
    (content / "river.md").write_text(book(), encoding="utf-8")
    (content / "guide.md").write_text(GUIDE, encoding="utf-8")
    (content / "site.toml").write_text('base_url = "https://example.org/"\n[view]\npage_pairs = 14\n', encoding="utf-8")
    return content


def build(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run build.py as people do."""
    command = [sys.executable, "build.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
