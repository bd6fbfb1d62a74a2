"""The folder of the site: what is never touched, what is refused, what is swept away."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.errors import OutputError
from site_builder.pipeline import build
from tests.projects import POEM, SONG, project, tree, write

THREE = {"a.md": POEM, "b.md": SONG, "c.md": POEM}


def test_a_removed_text_takes_its_pages_along(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    write(tmp_path / "site/CNAME", "example.org")
    os.remove(tmp_path / "content/b.md")
    build(options)
    assert not (tmp_path / "site/b").exists()
    assert (tmp_path / "site/CNAME").exists()


def test_a_page_that_was_damaged_is_made_again(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    good = tree(options.output)
    (tmp_path / "site/b/index.html").write_text("hacked", encoding="utf-8")
    os.remove(tmp_path / "site/c/index.html")
    assert len(build(options).changes.written) == 2
    assert tree(options.output) == good


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    write(tmp_path / "site/thesis.doc", "ten years of work")
    with pytest.raises(OutputError):
        build(options)
    assert tree(options.output).keys() == {"thesis.doc"}


def test_a_file_that_is_not_ours_is_not_written_over(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM, "c.md": POEM})
    build(options)
    write(tmp_path / "site/b/index.html", "somebody else's")
    write(tmp_path / "content/b.md", SONG)
    before = tree(options.output)
    with pytest.raises(OutputError, match="not ours"):
        build(options)
    assert tree(options.output) == before


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM, "c.md": POEM})
    build(options)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site/b").symlink_to(tmp_path / "elsewhere")
    write(tmp_path / "content/b.md", SONG)
    with pytest.raises(OutputError, match="leads out"):
        build(options)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_manifest_cannot_make_us_delete_other_files(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM})
    build(options)
    write(tmp_path / "precious.txt", "mine")
    manifest = tmp_path / "site/.bilingual-reader.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"files": {', '"files": {"../precious.txt": ["", 0],'), encoding="utf-8")
    write(tmp_path / "content/a.md", SONG)
    build(options)
    assert (tmp_path / "precious.txt").exists()


@pytest.mark.parametrize("output", ["content", "content/site", "."])
def test_the_output_must_not_hold_the_content_or_lie_in_it(tmp_path: Path, output: str) -> None:
    options = project(tmp_path, {"a.md": POEM})
    with pytest.raises(OutputError):
        build(replace(options, output=str(tmp_path / output)))
    assert tree(tmp_path / "content").keys() == {"a.md"}


def test_a_page_may_take_the_place_of_a_folder_and_the_reverse(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM + "\n\n![x](x/y.png)\n", "x/y.png": b"1"})
    build(options)
    assert (tmp_path / "site/a/x/y.png").read_bytes() == b"1"
    shutil.rmtree(tmp_path / "content/x")
    write(tmp_path / "content/x", b"2")
    write(tmp_path / "content/a.md", POEM + "\n\n![x](x)\n")
    build(options)
    assert (tmp_path / "site/a/x").read_bytes() == b"2"
    os.remove(tmp_path / "content/x")
    write(tmp_path / "content/x/y.png", b"3")
    write(tmp_path / "content/a.md", POEM + "\n\n![x](x/y.png)\n")
    build(options)
    assert (tmp_path / "site/a/x/y.png").read_bytes() == b"3"


def test_two_files_that_ask_for_one_place_are_told(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM + "\n\n![x](index.html/p.png)\n", "index.html/p.png": b"1"})
    with pytest.raises(OutputError, match="ask for this place"):
        build(options)
    assert not (tmp_path / "site").exists()


def test_a_folder_of_the_user_is_filled_and_not_replaced(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    good = tree(options.output)
    shutil.rmtree(options.output)
    Path(options.output).mkdir()
    before = os.stat(options.output).st_ino
    build(options)
    assert os.stat(options.output).st_ino == before
    assert tree(options.output) == good


def test_what_names_others_is_swapped_in_after_them(tmp_path: Path) -> None:
    written = build(project(tmp_path, THREE)).changes.written
    door = written.index("search/index.js")
    assert not [path for path in written[:door] if path.endswith(".html")]
    assert all(path.endswith(".html") for path in written[door + 1 : -1])
    assert written[-1] == "worker.js"
