"""The pages of exercises and worksheets: who has them, what they ask, and what stands there without scripts."""

import json
import re
from html import unescape
from pathlib import Path

from site_builder.pipeline import build
from tests.books import book
from tests.projects import SONG, project

LEARNING = "[learning]\n"
TABLE = """# 表

# Table

| 一 | 二 |
|---|---|
| 三 | 四 |

| one | two |
|---|---|
| three | four |

床前明月光。

Before my bed the moon shines.
"""


def made(folder: Path, files: dict[str, str]) -> Path:
    """The site of a project."""
    build(project(folder, files))
    return folder / "site"


def attribute(page: Path, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', page.read_text(encoding="utf-8"))
    assert found
    return unescape(found[1])


def test_a_site_that_does_not_ask_has_none(tmp_path: Path) -> None:
    site = made(tmp_path, {"song.md": SONG})
    assert not list(site.rglob("practice.html"))
    assert not list(site.rglob("worksheet.html"))
    assert "practice.html" not in (site / "song/index.html").read_text(encoding="utf-8")


def test_every_page_leads_there_and_back(tmp_path: Path) -> None:
    site = made(tmp_path, {"song.md": SONG, "site.toml": LEARNING})
    for page in ("index.html", "song/index.html"):
        for there in ("practice.html", "worksheet.html"):
            address = f"song/{there}" if page == "index.html" else there
            assert f'href="{address}"' in (site / page).read_text(encoding="utf-8")
    for page in ("practice.html", "worksheet.html"):
        assert 'href="index.html"' in (site / "song" / page).read_text(encoding="utf-8")


def test_the_scripts_that_are_named_are_there(tmp_path: Path) -> None:
    site = made(tmp_path, {"song.md": SONG, "site.toml": LEARNING})
    scripts = json.loads(attribute(site / "song/practice.html", "data-scripts"))
    assert {"lines", "words-zh-Hant", "glosses-zh-Hant"} <= set(scripts)
    for address in scripts.values():
        path, _, state = address.partition("?")
        assert state
        assert (site / path).is_file()


def test_headings_tables_and_doubtful_alignments_are_not_asked(tmp_path: Path) -> None:
    site = made(tmp_path, {"table.md": TABLE, "site.toml": LEARNING})
    apart = attribute(site / "table/practice.html", "data-apart").split()
    data = json.loads((site / "table/table.json").read_text(encoding="utf-8"))
    pairs = [pair for section in data["sections"] for pair in section["pairs"]]
    for pair in pairs:
        for segment in pair["segments"]:
            assert (segment["id"] in apart) == (pair["kind"] in ("title", "heading", "table"))
    doubtful = {
        "site.toml": LEARNING,
        "song.zh.md": "明月。\n",
        "song.en.md": "Parliament raised three taxes, and adjourned.\n",
    }
    site = made(tmp_path / "doubtful", doubtful)
    data = json.loads((site / "song/song.json").read_text(encoding="utf-8"))
    (segment,) = (each for section in data["sections"] for pair in section["pairs"] for each in pair["segments"])
    apart = attribute(site / "song/practice.html", "data-apart").split()
    assert (segment["id"] in apart) == (segment["confidence"] < 0.6)


def test_a_sheet_of_a_long_text_is_its_beginning(tmp_path: Path) -> None:
    site = made(tmp_path, {"river.md": book(), "site.toml": f"{LEARNING}[view]\npage_pairs = 14\n"})
    page = (site / "river/worksheet.html").read_text(encoding="utf-8")
    assert 0 < page.count("<tr>") - 1 < 120
    assert 'class="partly"' in page


def test_what_a_text_says_is_escaped(tmp_path: Path) -> None:
    site = made(tmp_path, {"sly.md": "<script>甲</script>乙。\n\n\"><b>One</b> is 'two'.\n", "site.toml": LEARNING})
    for page in ("practice.html", "worksheet.html"):
        text = (site / "sly" / page).read_text(encoding="utf-8")
        assert "<script>甲" not in text
        assert "<b>One" not in text
