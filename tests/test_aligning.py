"""`build.py align`, as it is typed."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from tests.projects import write

ROOT = Path(__file__).parents[1]
ZH = "# 春曉\n\n春眠不覺曉。處處聞啼鳥。\n\n夜來風雨聲。\n"
EN = (
    "# A Spring Morning\n\nIn spring I sleep past daybreak. Birds are singing everywhere.\n\nAll night wind and rain.\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text in two files, as the working folder."""
    write(tmp_path / "content/poem.zh.md", ZH)
    write(tmp_path / "content/poem.en.md", EN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["align", *arguments])


TEXTS = ("content/poem.zh.md", "content/poem.en.md")


def test_two_texts_become_one_file_that_the_build_keeps(here: Path) -> None:
    result = call(*TEXTS, "-o", "content/poem.align.tsv")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("content/poem.align.tsv: 4 segments, ")
    rows = (here / "content/poem.align.tsv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "id\tstatus\tconfidence\tzh-Hant\ten\tzh-Hant#\ten#"
    assert [row.split("\t")[3] for row in rows[1:]] == ["春曉", "春眠不覺曉。", "處處聞啼鳥。", "夜來風雨聲。"]
    merged = rows[2].split("\t")
    merged[1], merged[3:5] = "locked", ["春眠不覺曉。處處聞啼鳥。", " ".join(row.split("\t")[4] for row in rows[2:4])]
    write(here / "content/poem.align.tsv", "\n".join([*rows[:2], "\t".join(merged), rows[4]]) + "\n")
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    segments = segments_of(here)
    assert [segment["id"] for segment in segments] == ["p1-1", "p2-1", "p3-1"]
    assert [segment["status"] for segment in segments] == ["auto", "locked", "auto"]


def test_aligning_again_keeps_what_a_person_did(here: Path) -> None:
    call(*TEXTS, "-o", "content/poem.align.tsv")
    place = here / "content/poem.align.tsv"
    place.write_text(place.read_text(encoding="utf-8").replace("p2-2\tauto", "p2-2\tchecked"), encoding="utf-8")
    before = without_confidence(place)
    assert call(*TEXTS, "-o", "content/poem.align.tsv", "--quiet").output == ""
    assert without_confidence(place) == before


def test_lines_are_written_as_numbers(here: Path) -> None:
    write(here / "a.txt", "我有3匹馬。\n你有12頭牛。\n他走了。\n")
    write(here / "b.txt", "I have 3 horses.\nYou have 12 cows. He left.\n")
    result = call("a.txt", "b.txt", "--lines", "--languages", "zh,en", "-o", "-")
    assert result.exit_code == 0, result.output
    assert [line.split("\t")[:3] for line in result.stdout.splitlines()] == [["1", "1", "auto"], ["2,3", "2", "auto"]]
    assert all(re.fullmatch(r"[01]\.\d{3}", line.split("\t")[3]) for line in result.stdout.splitlines())


def test_the_other_way_round_is_the_mirror_image(here: Path) -> None:
    write(here / "a.txt", "我有3匹馬。\n你有12頭牛。\n他走了。\n")
    write(here / "b.txt", "I have 3 horses.\nYou have 12 cows. He left.\n")
    one = call("a.txt", "b.txt", "--lines", "-o", "-").stdout.splitlines()
    other = call("b.txt", "a.txt", "--lines", "-o", "-").stdout.splitlines()
    assert [line.split("\t") for line in one] == [[b, a, *rest] for a, b, *rest in (line.split("\t") for line in other)]


def test_review_lists_the_least_certain_first(here: Path) -> None:
    result = call(*TEXTS, "--review")
    assert result.exit_code == 0
    confidences = [float(line.split()[0]) for line in result.stdout.splitlines()]
    assert confidences == sorted(confidences)
    assert not (here / "content/poem.align.tsv").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (TEXTS, 2),
        ((*TEXTS, "--review", "--languages", "zh,en,fr"), 2),
        ((*TEXTS, "--review", "--languages", "zh,zh"), 1),
        (("content/poem.zh.md", "nowhere.md", "--review"), 2),
        ((*TEXTS, "-o", "nowhere/at/all.tsv"), 1),
    ],
)
def test_wrong_usage_and_failures_are_told_apart(here: Path, arguments: tuple[str, ...], code: int) -> None:
    result = call(*arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.output


def test_what_has_no_partner_is_told_under_the_path_that_was_typed(here: Path) -> None:
    write(here / "content/poem.en.md", EN + "\n" + "| x | y |\n|---|---|\n| 1 | 2 |\n")
    result = call(*TEXTS, "--review")
    assert result.exit_code == 0
    assert "content/poem.en.md:7:" in result.stderr
    assert ": unpaired-block: " in result.stderr


def test_bytes_that_are_no_text_are_told(here: Path) -> None:
    write(here / "content/poem.zh.md", (ZH * 9).encode("gb18030"))
    result = call(*TEXTS, "--review")
    assert result.exit_code == 1
    assert "not-utf-8" in result.stderr


def test_vectors_that_are_not_installed_are_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.pairing.vectors.installed", lambda: False)
    result = call(*TEXTS, "--review", "--vectors")
    assert result.exit_code == 1
    assert ": no-vectors: " in result.stderr
    write(here / "content/site.toml", "[pairing]\nvectors = true\n")
    built = CliRunner().invoke(main, ["build"])
    assert built.exit_code == 0
    assert "content/site.toml: no-vectors: " in built.stderr


def test_the_report_as_two_files_is_aligned_as_by_hand(here: Path) -> None:
    report = (ROOT / "content/report.txt").read_text(encoding="utf-8").splitlines()
    chinese = [
        line for line in report if len(re.findall("[\u4e00-\u9fff]", line)) > len(re.findall("[A-Za-z]", line)) / 2
    ]
    write(here / "content/report.zh.txt", "\n".join(line for line in report if line in chinese))
    write(here / "content/report.en.txt", "\n".join(line for line in report if line not in chinese))
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    apart = segments_of(here, "report")
    write(here / "content/report.zh.txt", "")
    for name in ("report.zh.txt", "report.en.txt"):
        (here / "content" / name).unlink()
    write(here / "content/report.txt", "\n".join(report) + "\n")
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    together = segments_of(here, "report")
    texts = [[(each["zh-Hant"], each["en"]) for each in segments] for segments in (apart, together)]
    assert texts[0] == texts[1]


def without_confidence(place: Path) -> list[list[str]]:
    """Looking at one segment makes its neighbours surer."""
    rows = [line.split("\t") for line in place.read_text(encoding="utf-8").splitlines()]
    return [[*row[:2], *row[3:]] for row in rows]


def segments_of(here: Path, name: str = "poem") -> list[dict[str, str]]:
    data = json.loads((here / f"site/{name}/{name}.json").read_text(encoding="utf-8"))
    return [segment for section in data["sections"] for pair in section["pairs"] for segment in pair["segments"]]
