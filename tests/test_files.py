"""What is found on disk, and how its changes are noticed."""

import os
import time
from pathlib import Path

import pytest

from site_builder.errors import SourceError
from site_builder.files import content_listing, listing, read, theme_files
from tests.projects import write


def test_hidden_files_and_backups_are_left_out(tmp_path: Path) -> None:
    for name in ("a.md", "b/c.md", ".git/x", ".hidden", "a.md~", "#a.md#", "名 #1?.md"):
        write(tmp_path / name, "x")
    assert list(listing(str(tmp_path))) == ["a.md", "b/c.md", "名 #1?.md"]


def test_links_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "a/b.md", "x")
    (tmp_path / "a/loop").symlink_to(tmp_path / "a")
    (tmp_path / "nowhere.md").symlink_to(tmp_path / "missing.md")
    assert list(listing(str(tmp_path))) == ["a/b.md"]


def test_a_stamp_stays_while_the_file_does(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "x")
    before = listing(str(tmp_path))
    assert listing(str(tmp_path)) == before
    write(tmp_path / "a.md", "y")
    assert listing(str(tmp_path)) != before


def test_a_file_changed_just_now_is_never_taken_for_unchanged(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    before = listing(str(tmp_path))
    os.utime(tmp_path / "a.md", ns=(time.time_ns(), time.time_ns()))
    assert listing(str(tmp_path)) != before
    os.utime(tmp_path / "a.md", ns=(time.time_ns() + 10**12,) * 2)
    assert listing(str(tmp_path)) != listing(str(tmp_path))


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read(str(tmp_path), "a.md")


def test_a_project_lays_its_own_files_over_the_theme(tmp_path: Path) -> None:
    write(tmp_path / "themes/reader/css/tokens.css", "mine")
    write(tmp_path / "themes/reader/js/more.js", "new")
    packaged, mixed = theme_files("reader", "/nowhere"), theme_files("reader", str(tmp_path))
    assert mixed["css/tokens.css"] == b"mine"
    assert mixed["js/more.js"] == b"new"
    assert {path for path in packaged if mixed[path] != packaged[path]} == {"css/tokens.css"}


def test_a_file_is_no_folder_of_texts(tmp_path: Path) -> None:
    write(tmp_path / "text.md", "春")
    with pytest.raises(SourceError, match="this is a file, not a folder"):
        content_listing(str(tmp_path / "text.md"))
