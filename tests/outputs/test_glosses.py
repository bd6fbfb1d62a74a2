"""The scripts for learners: they hold all that the page needs, and their shape is the one that is written down."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

from site_builder.pipeline import build
from tests.projects import project

REPORT = Path(__file__).parent.parent.parent / "content" / "report.txt"
TEXT = """\
以創新為特色,發展著力40個項目。

Innovation leads 40 projects.

𠮷野家在營商環境中發展。

Yoshinoya grows.
"""


def test_lines_cut_their_text_into_the_words_that_they_name(tmp_path: Path) -> None:
    words, _ = _scripts(tmp_path, TEXT)
    assert words["language"] == "zh-Hant"
    assert words["script"] == "zh-Hans"
    assert _cut(words, "p1-1", "以創新為特色,發展著力40個項目。") == [
        *("以", "創新", "為", "特色", ",", "發展", "著力", "40", "個", "項目"),
    ]


def test_lengths_between_words_are_those_of_browsers(tmp_path: Path) -> None:
    words, _ = _scripts(tmp_path, "(😀)著力。\n\nEffort.\n")
    assert words["lines"]["p1-1"] == [-4, 0]


def test_a_word_has_its_other_form_readings_levels_and_band(tmp_path: Path) -> None:
    words, _ = _scripts(tmp_path, TEXT)
    assert words["schemes"] == ["pinyin"]
    assert [name for name, _, _ in words["lists"]] == ["hsk-2025", "hsk-2021", "hsk-2.0"]
    (row,) = (row for row in words["words"] if row[0] == "發展")
    text, other, readings, levels, band = row
    assert (text, other, readings, band) == ("發展", "发展", ["fā zhǎn"], 6)
    assert len(levels) == 3
    assert all(levels)
    assert [words["zhuyin"][syllable] for syllable in readings[0].split()] == ["ㄈㄚ", "ㄓㄢˇ"]


def test_glosses_stand_in_the_order_of_words(tmp_path: Path) -> None:
    words, glosses = _scripts(tmp_path, TEXT)
    assert len(words["words"]) == len(glosses["words"])
    told = {row[0]: meanings for row, meanings in zip(words["words"], glosses["words"], strict=True)}
    assert told["發展"] == [["", "development/growth/to develop/to grow"]]
    assert told["營商"] == []
    assert {text: other for text, other, _ in glosses["parts"]}["營"] == "营"


def test_variants_beside_words_are_told_by_line(tmp_path: Path) -> None:
    words, glosses = _scripts(tmp_path, TEXT, 'layers = ["scripts"]')
    assert words["words"] == []
    assert glosses == {}
    assert words["variants"]["p1-1"][:6] == [1, 2, "创", 3, 4, "为"]


def test_without_layers_there_are_no_scripts(tmp_path: Path) -> None:
    assert _scripts(tmp_path, TEXT, "layers = []") == ({}, {})


def test_a_text_cannot_end_the_script(tmp_path: Path) -> None:
    words, _ = _scripts(tmp_path, "他對我們大家說，應該這樣寫：</script>*/'\"\\\n\nHe told us to write so.\n")
    assert "說" in [row[0] for row in words["words"]]


def test_the_report_is_small(tmp_path: Path) -> None:
    build(project(tmp_path, {"report.txt": REPORT.read_text(encoding="utf-8"), "site.toml": "[learning]\n"}))
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in (tmp_path / "site/report").glob("*.js")}
    assert sizes["report.glosses.zh-Hant.js"] <= 12_000
    assert sizes["report.words.zh-Hant.js"] <= 10_000


def _scripts(folder: Path, text: str, learning: str = "") -> tuple[Any, Any]:
    """What the scripts of a document provide, {} for one that is not there."""
    report = build(project(folder, {"text.txt": text, "site.toml": f"[learning]\n{learning}\n"}))
    assert report.published
    return _provided(folder, "words"), _provided(folder, "glosses")


def _provided(folder: Path, kind: str) -> Any:
    path = folder / f"site/text/text.{kind}.zh-Hant.js"
    if not path.exists():
        return {}
    match = re.fullmatch(
        rf'/\*.*?\*/\nReader\.provide\("{kind}/text/zh-Hant",(.*)\);\n', path.read_text("utf-8"), re.DOTALL
    )
    assert match
    return json.loads(match[1])


def _cut(words: Any, line: str, text: str) -> list[str]:
    found, at = [], 0
    for place in words["lines"][line]:
        length = len(words["words"][place][0]) if place >= 0 else -place
        found.append(text[at : at + length])
        at += length
    return found
