"""Whole example sites: what each makes of its content is told in its expected.txt (`pytest --update` rewrites it)."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build.py"

PAIR = "甲是第一段。\n\nA is the first paragraph.\n"

# Files that no repository should hold: odd bytes, odd names.
ODD: dict[str, bytes] = {
    "bytes/gb18030.md": PAIR.encode("gb18030"),
    "bytes/utf-16.md": PAIR.encode("utf-16"),
    "bytes/bom.md": b"\xef\xbb\xbf" + PAIR.encode(),
    "bytes/crlf.md": PAIR.replace("\n", "\r\n").encode(),
    "bytes/nul.md": PAIR.replace("第", "\0第").encode(),
    "bytes/escapes.md": PAIR.replace("第", "\x1b[31m第\u202e").encode(),
    "bytes/empty.md": b"",
    "bytes/spaces.md": b" \n\t\n",
    "bytes/picture.md": bytes(range(256)) * 8,
    "names/with space.md": PAIR.encode(),
    "names/問答 #1?.md": PAIR.encode(),
    "names/100%.md": PAIR.encode(),
    "names/<b>&amp;.md": PAIR.encode(),
    "names/index.md": PAIR.encode(),
    "names/é.md": PAIR.encode(),
    "names/e\u0301.md": PAIR.encode(),
}


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line in a folder."""
    command = [sys.executable, str(BUILD), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def checked(folder: Path) -> str:
    """What `check` says of the content in a folder."""
    done = run(folder, "check", "--no-cache")
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The broken site with its odd files."""
    shutil.copytree(HERE / "broken/content", tmp_path / "content")
    for name, data in ODD.items():
        place = tmp_path / "content" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("site", ["minimal", "full", "righttoleft", "three"])
def test_what_is_told_of_a_site(site: str, matches_file: Callable[[Path, str], None]) -> None:
    matches_file(HERE / site / "expected.txt", checked(HERE / site))


def test_all_that_can_be_wrong_is_told_with_its_place(broken: Path, matches_file: Callable[[Path, str], None]) -> None:
    matches_file(HERE / "broken/expected.txt", checked(broken))


def test_every_problem_has_a_place_and_says_what_to_do(broken: Path) -> None:
    problems = json.loads(run(broken, "check", "--no-cache", "--format", "json").stdout)
    assert len(problems) > 20
    assert [problem for problem in problems if not (problem["path"] and problem["message"] and problem["hint"])] == []


def test_errors_keep_the_last_good_site(broken: Path) -> None:
    good, bad = broken / "good", broken / "content"
    good.mkdir()
    (good / "text.md").write_text(PAIR, encoding="utf-8")
    assert run(broken, "--content", "good").returncode == 0
    before = {path: path.read_bytes() for path in (broken / "site").rglob("*") if path.is_file()}
    done = run(broken, "--content", bad.name)
    assert done.returncode == 1
    assert "nothing was published" in done.stderr
    assert {path: path.read_bytes() for path in (broken / "site").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", [name for name in ODD if name.startswith("names/")])
def test_odd_names_become_pages(tmp_path: Path, name: str) -> None:
    place = tmp_path / "content" / name.removeprefix("names/")
    place.parent.mkdir()
    place.write_text(PAIR, encoding="utf-8")
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    pages = list((tmp_path / "site").glob("*/index.html"))
    assert len(pages) == 1
    assert "甲是第一段" in pages[0].read_text(encoding="utf-8")
    assert not set(pages[0].parent.name) & set(" #?%<>&;")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("bytes/bom.md", "甲是第一段"), ("bytes/crlf.md", "甲是第一段"), ("bytes/nul.md", "A is the first paragraph")],
)
def test_odd_bytes_lose_no_text(tmp_path: Path, name: str, shown: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/text.md").write_bytes(ODD[name])
    assert run(tmp_path).returncode == 0
    assert shown in (tmp_path / "site/text/index.html").read_text(encoding="utf-8")


def test_an_unknown_setting_is_told_with_the_nearest_known_name(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/text.md").write_text(PAIR, encoding="utf-8")
    (tmp_path / "content/site.toml").write_text('titel = "x"\n\n[view]\nmode = "colums"\n', encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 1
    assert "content/site.toml:1:1: unknown-setting: there is no setting titel (did you mean title?)" in done.stderr
    assert "content/site.toml:4:" in done.stderr
    assert not (tmp_path / "site").exists()


def test_no_content_is_told(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("content: no-content: ")
