"""The page's scripts make of the report's own data what the programs behind these say of its text."""

import json
import subprocess
from pathlib import Path

from lxml import html
from opencc import OpenCC

HERE = Path(__file__).parent


def _lines(page: Path) -> dict[str, str]:
    """What each Chinese line of a page shows, without the marks of notes."""
    tree = html.parse(page)
    for mark in tree.xpath("//a[contains(@class, 'mark')]"):
        mark.drop_tree()
    lines = tree.xpath("//article//span[starts-with(@class, 'line')][@lang='zh-Hant']")
    return {line.get("data-segment"): line.text_content() for line in lines if line.text_content()}


def test_the_report_is_cut_and_turned_as_it_should(built: Path) -> None:
    document = built / "report/report"
    lines = _lines(document / "index.html")
    assert len(lines) > 40
    command = ["node", HERE / "turning.mjs", document / "report.words.zh-Hant.js"]
    given = json.dumps(lines)
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    told = json.loads(done.stdout)
    convert = OpenCC("tw2s").convert
    assert [line["turned"] for line in told] == [convert(text) for text in lines.values()]
    assert [pair for line in told for pair in line["cut"] if pair[0] != pair[1]] == []
    assert [line["silent"] for line in told if line["silent"]] == []
