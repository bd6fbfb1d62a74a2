"""The page of words makes the same cards as the build does, under the same names."""

import subprocess
from pathlib import Path

import pytest

from site_builder.pipeline import build
from tests.projects import project

HERE = Path(__file__).parent
REPORT = HERE.parent.parent / "content" / "report.txt"
NOTES = """\
他說[^1]：「營商環境」要改善，不改善不行。還錢！

He said[^1] “the business environment” must improve; it must. Pay back!

還有 <b>＝1+1</b>&amp;'著力'。

Also <b>=1+1</b> & efforts.

[^1]: 報告第一段。
[^1]: The first paragraph of the report.
"""
SETTINGS = 'base_url = "https://example.org/"\n[learning]\nreadings = ["pinyin", "zhuyin", "jyutping"]\n'


@pytest.mark.parametrize(
    ("name", "text"), [("text.txt", REPORT.read_text(encoding="utf-8")), ("text.md", NOTES)], ids=["report", "notes"]
)
@pytest.mark.parametrize("more", ["", 'levels = ["hsk-2.0"]\nlayers = ["words", "readings", "levels"]\n'])
def test_picked_words_are_the_cards_of_the_deck(tmp_path: Path, name: str, text: str, more: str) -> None:
    build(project(tmp_path, {name: text, "site.toml": SETTINGS + more}))
    built = (tmp_path / "site/text/text.cards.tsv").read_text(encoding="utf-8")
    arguments = [str(tmp_path / "site"), "text", "zh-Hant", "https://example.org/"]
    command = ["node", str(HERE / "deck-of-words.mjs"), *arguments]
    made = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    rows = [line for line in built.splitlines() if line.startswith("#") or "\tBilingual Reader: word\t" in line]
    assert made.splitlines() == rows
