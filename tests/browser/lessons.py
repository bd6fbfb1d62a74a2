"""The report with all that learners are told, as a site beside the others."""

from pathlib import Path

import pytest

from tests.built_sites import SITES, build


@pytest.fixture(scope="session")
def lessons(built: Path) -> str:
    """The document's folder in a site with exercises."""
    content = built / "lessons-content"
    content.mkdir()
    (content / "report.txt").write_bytes((SITES["report"] / "report.txt").read_bytes())
    (content / "site.toml").write_text('[learning]\nreadings = ["pinyin", "zhuyin"]\n', encoding="utf-8")
    done = build("--content", content, "--output", built / "lessons", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    return "lessons/report"
