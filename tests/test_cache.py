"""What is made again and what is left alone; and that no one can tell the difference."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.cache import folder_for
from site_builder.pipeline import build
from tests.projects import POEM, SONG, project, times, tree, write

THREE = {"a.md": POEM, "b.md": SONG, "c.md": POEM}


def test_building_twice_writes_nothing_and_gives_the_same_report(tmp_path: Path) -> None:
    options = project(tmp_path, THREE | {"bad.md": POEM + "\n[x](nowhere.md)\n\n[x](nowhere.md)\n"})
    first = build(options)
    before = times(tmp_path / "site")
    second = build(options)
    assert first.changes.written
    assert not second.changes.written
    assert times(tmp_path / "site") == before
    assert first.problems == second.problems
    assert first.problems
    assert first.totals == second.totals


def test_a_cached_build_is_as_a_cold_one(tmp_path: Path) -> None:
    """After every kind of change, the cached build and one that remembers nothing agree byte for byte."""
    options = project(tmp_path, THREE)
    build(options)
    for change in (
        lambda: write(tmp_path / "content/b.md", SONG.replace("靜夜思", "思")),
        lambda: write(tmp_path / "content/a.md", POEM + "\n見[思](b.md)。\n\nSee [Quiet](b.md) ![moon](moon.png).\n"),
        lambda: write(tmp_path / "content/moon.png", b"moon"),
        lambda: write(tmp_path / "content/moon.png", b"noon"),
        lambda: write(tmp_path / "content/site.toml", 'title = "讀本"\n'),
        lambda: write(tmp_path / "content/aa.md", SONG),
        lambda: os.remove(tmp_path / "content/b.md"),
        lambda: os.remove(tmp_path / "content/site.toml"),
        lambda: write(tmp_path / "themes/reader/css/tokens.css", ":root { --own: 1 }\n"),
        lambda: os.remove(tmp_path / "content/moon.png"),
        lambda: os.remove(tmp_path / "content/c.md"),
    ):
        change()
        report = build(options)
        cold = replace(options, output=str(tmp_path / "cold"), remember=False)
        shutil.rmtree(cold.output, ignore_errors=True)
        cold_report = build(cold)
        assert tree(options.output) == tree(cold.output)
        assert report.problems == cold_report.problems
        assert report.totals == cold_report.totals


def test_a_large_library_is_indexed_as_if_anew(tmp_path: Path) -> None:
    """Whatever changes, what is remembered of the others and how many processes work makes no difference."""
    many = "# 長\n\n# Long\n\n" + "".join(f"甲乙{at}丙。\n\nThe moon’s {at}.\n\n" for at in range(2_100))
    options = replace(project(tmp_path, THREE | {"long.md": many}), jobs=2)
    build(options)
    doors = set()
    for change in (
        lambda: write(tmp_path / "content/b.md", SONG.replace("床前", "窗前")),
        lambda: os.rename(tmp_path / "content/b.md", tmp_path / "content/z.md"),
        lambda: os.remove(tmp_path / "content/a.md"),
    ):
        change()
        build(options)
        cold = replace(options, output=str(tmp_path / "cold"), remember=False, jobs=1)
        shutil.rmtree(cold.output, ignore_errors=True)
        build(cold)
        made = tree(options.output)
        assert made == tree(cold.output)
        assert any("/terms/" in path for path in made)
        assert len({path.split("/")[1] for path in made if path.startswith("search/")}) == 2  # the door, and one build
        doors.add(made["search/index.js"])
    assert len(doors) == 3


def test_a_changed_title_reaches_the_neighbours_only(tmp_path: Path) -> None:
    options = project(tmp_path, {f"{name}.md": POEM for name in "abcde"})
    build(options)
    write(tmp_path / "content/c.md", POEM.replace("春曉", "春夜"))
    written = {path for path in build(options).changes.written if path.endswith("/index.html")}
    assert written == {"b/index.html", "c/index.html", "d/index.html"}


def test_a_touched_file_is_not_built_again(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    write(tmp_path / "content/b.md", SONG)
    assert not build(options).changes.written


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\x80\x05.", None])
def test_a_damaged_state_is_as_good_as_none(tmp_path: Path, damage: bytes | None) -> None:
    options = project(tmp_path, THREE)
    build(options)
    state = Path(folder_for(options.output), "state")
    data = state.read_bytes()
    state.write_bytes(data[: len(data) // 2] if damage is None else data[: data.index(b"\n") + 1] + damage)
    report = build(options)
    assert report.published
    assert not report.changes.written


def test_a_state_cannot_run_a_program(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    state = Path(folder_for(options.output), "state")
    head = state.read_bytes().partition(b"\n")[0].split()[0]
    evil = b"cos\nsystem\n(S'touch " + str(tmp_path / "owned").encode() + b"'\ntR."
    state.write_bytes(head + b" %d\n" % len(evil) + evil + evil)
    assert build(options).published
    assert not (tmp_path / "owned").exists()


def test_nothing_is_remembered_when_asked(tmp_path: Path) -> None:
    options = replace(project(tmp_path, THREE), remember=False)
    build(options)
    assert not Path(folder_for(options.output), "state").exists()
    assert not build(options).changes.written


def test_nothing_is_left_beside_the_site_but_the_cache(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    assert {path.name for path in tmp_path.iterdir()} == {"content", "site", ".site.cache"}
    assert {path.name for path in Path(folder_for(options.output)).iterdir()} == {"lock", "state"}
