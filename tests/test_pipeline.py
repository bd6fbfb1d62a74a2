"""Whole builds: what is made again, what is left alone, and what is never lost."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.cache import folder_for
from site_builder.draft import Draft
from site_builder.errors import ConfigError, OutputError, SourceError, ThemeError
from site_builder.inputs import Options
from site_builder.pairing.assemble import assemble
from site_builder.pipeline import build, check
from site_builder.report import problem_lines
from tests.projects import POEM, SONG, project, times, tree, write

THREE = {"a.md": POEM, "b.md": SONG, "c.md": POEM}


def lines(report_or_error: object) -> list[str]:
    """The first line of each problem."""
    return [next(problem_lines(problem)) for problem in report_or_error.problems]  # type: ignore[attr-defined]


def test_a_text_becomes_a_page(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM})
    report = build(options)
    assert report.published
    assert report.totals.documents == 1
    assert "春眠不覺曉" in (tmp_path / "site/poem/index.html").read_text(encoding="utf-8")


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


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    texts = {f"{number:02}.md": POEM if number % 3 else SONG for number in range(20)}
    options = project(tmp_path, texts | {"07.md": b"", "11.md": "\xff\xfe"})
    one = build(options)
    four = build(replace(options, output=str(tmp_path / "four"), jobs=4))
    assert one.problems == four.problems
    assert one.totals == four.totals
    if one.published:
        assert tree(options.output) == tree(tmp_path / "four")


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


def test_a_failed_build_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    options = project(tmp_path, THREE)
    build(options)
    good = times(options.output)
    write(tmp_path / "content/a.md", POEM + "\n\n![moon](moon.png)\n")
    report = build(replace(options, strict=True))
    assert not report.published
    assert report.problems
    assert times(options.output) == good
    assert build(options).published


def test_strict_fails_although_nothing_changed(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM + "\n\n![moon](moon.png)\n"})
    assert build(options).published
    assert not build(replace(options, strict=True)).published


def test_a_fault_of_ours_names_the_text_and_keeps_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = project(tmp_path, THREE)
    build(options)
    good = times(options.output)

    def broken(draft: Draft, document_id: str, path: str) -> object:
        if document_id == "b":
            raise KeyError("oops")
        return assemble(draft, document_id, path)

    monkeypatch.setattr("site_builder.composing.assemble", broken)
    write(tmp_path / "content/b.md", SONG + "\n\n又。\n\nAgain.\n")
    report = build(options)
    assert [problem.code for problem in report.problems] == ["internal-error"]
    assert report.problems[0].place.path.endswith("content/b.md")
    assert times(options.output) == good


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


def test_check_writes_nothing(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM + "\n\n![moon](moon.png)\n"})
    report = check(options)
    assert any("missing-picture" in line for line in lines(report))
    assert {path.name for path in tmp_path.iterdir()} == {"content"}
    build(options)
    assert check(options).problems == report.problems


def test_without_texts_there_is_still_a_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    report = build(project(tmp_path, {}))
    assert report.totals.documents == 0
    assert (tmp_path / "site/index.html").exists()


def test_no_content_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such folder"):
        build(project(tmp_path, {}))


def test_a_theme_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as caught:
        build(project(tmp_path, {"site.toml": 'theme = "raeder"\n'}))
    assert 'theme = "reader"' in caught.value.problems[0].hint


def test_faulty_settings_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        build(project(tmp_path, {"site.toml": "titel = 1\n", "a.md": POEM}))


def test_a_base_address_on_the_command_line_wins(tmp_path: Path) -> None:
    options = project(tmp_path, {"a.md": POEM, "site.toml": 'base_url = "https://one.example/"\n'})
    build(options)
    assert "https://one.example/" in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    build(replace(options, base_url="https://two.example/"))
    assert "https://two.example/" in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_project_may_change_one_file_of_a_theme(tmp_path: Path) -> None:
    options: Options = project(tmp_path, {"a.md": POEM})
    write(tmp_path / "themes/reader/css/tokens.css", ":root { --mine: 1 }\n")
    build(options)
    sheet = next((tmp_path / "site/assets").glob("reader.*.css")).read_text(encoding="utf-8")
    assert "--mine" in sheet
