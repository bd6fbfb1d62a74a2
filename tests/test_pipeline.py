"""Whole builds: what goes in, what comes out, what is said."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from site_builder import discovery
from site_builder.config import ASKED, LARGE, DownloadName, made_downloads
from site_builder.draft import Draft
from site_builder.errors import ConfigError, SourceError, ThemeError
from site_builder.inputs import Options
from site_builder.outputs import Output
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


def test_only_the_downloads_that_are_wanted_are_made_and_offered(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM})
    build(options)
    everything = {path for path in tree(options.output) if path.startswith("poem/")}
    assert {path.rpartition(".")[2] for path in everything} == {
        "html",
        "json",
        "tmx",
        "tsv",
        "xlf",
        "txt",
        "md",
        "epub",
    }
    write(tmp_path / "content/site.toml", 'downloads = ["tsv"]')
    kept = {"poem/index.html", "poem/poem.json", "poem/poem.tsv", "poem/poem.offline.json"}
    assert set(build(options).changes.removed) == everything - kept
    page = (tmp_path / "site/poem/index.html").read_text(encoding="utf-8")
    assert [ending for ending in ("json", "tmx", "tsv", "xlf") if f"poem.{ending}" in page] == ["json", "tsv"]


def test_the_outputs_that_can_be_left_out_are_those_that_site_toml_knows() -> None:
    outputs = discovery.declared("site_builder.outputs", "OUTPUT", Output)
    optional = {name for name, output in outputs.items() if output.optional}
    assert optional == {*get_args(DownloadName)} - {"auto", "json"}


def test_large_downloads_are_made_unasked_for_in_small_libraries_only() -> None:
    assert set(made_downloads(("auto",), 100)) == {*get_args(DownloadName)} - {"auto", *ASKED}
    assert set(made_downloads(("auto",), 101)) == {*get_args(DownloadName)} - {"auto", *ASKED, *LARGE}
    assert made_downloads(("auto", "json", "epub"), 101)[-1] == "epub"
    assert made_downloads(("auto", "json", "pdf"), 1)[-1] == "pdf"
    assert made_downloads(("json",), 1) == ("json",)


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    texts = {f"{number:02}.md": POEM if number % 3 else SONG for number in range(20)}
    options = project(tmp_path, texts | {"07.md": b"", "11.md": "\xff\xfe"})
    one = build(options)
    four = build(replace(options, output=str(tmp_path / "four"), jobs=4))
    assert one.problems == four.problems
    assert one.totals == four.totals
    if one.published:
        assert tree(options.output) == tree(tmp_path / "four")


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

    def broken(draft: Draft, document_id: str, path: str, *others: None) -> object:
        if document_id == "b":
            raise KeyError("oops")
        return assemble(draft, document_id, path, *others)

    monkeypatch.setattr("site_builder.composing.assemble", broken)
    write(tmp_path / "content/b.md", SONG + "\n\n又。\n\nAgain.\n")
    report = build(options)
    assert [problem.code for problem in report.problems] == ["internal-error"]
    assert report.problems[0].place.path.endswith("content/b.md")
    assert times(options.output) == good


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


def test_a_build_without_weasyprint_says_so_and_makes_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as where it is not installed
    report = build(project(tmp_path, {"song.md": SONG, "site.toml": 'downloads = ["json", "pdf"]\n'}))
    assert [problem.code for problem in report.problems] == ["no-pdf"]
    assert (tmp_path / "site/song/song.json").exists()
    assert not (tmp_path / "site/song/song.pdf").exists()
