"""Any two languages by their BCP 47 tags become a page."""

import re
from pathlib import Path

import pytest

from tests.built_sites import build

TEXT = "One stone. Two stones.\n"


@pytest.mark.parametrize(
    ("first", "second", "names", "turned"),
    [
        ("sr-Latn", "sr-Cyrl", ["Srpski", "Српски"], []),
        ("zh-Hant", "zh-Hans", ["中文 (zh-Hant)", "中文 (zh-Hans)"], []),
        ("az-Arab", "az", ["az-Arab", "az"], ["az-Arab"]),
        ("yi", "de-CH-1996", ["ייִדיש", "Deutsch"], ["yi"]),
        ("es-419", "grc", ["Español", "Ἀρχαία ἑλληνική"], []),
        ("mi", "en", ["mi", "English"], []),
        ("yue", "dz", ["粵語", "dz"], []),
    ],
)
def test_a_pair_of_tags(tmp_path: Path, first: str, second: str, names: list[str], turned: list[str]) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for tag in (first, second):
        (content / f"stone.{tag}.md").write_text(TEXT, encoding="utf-8")
    (content / "site.toml").write_text(f'languages = ["{first}", "{second}"]\n', encoding="utf-8")
    done = build("--content", content, "--output", tmp_path / "site", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site/stone/index.html").read_text(encoding="utf-8")
    assert f'data-languages="{first} {second}"' in page
    for tag in (first, second):
        assert re.search(f'<span class="line" lang="{tag}" data-segment="p1-1"', page)
    assert re.findall(r'<p class="text" lang="([^"]+)" dir="rtl"', page) == turned
    buttons = re.findall(r'name="view" value="(?:first|second)"><span [^>]*>([^<]+)<', page)
    assert buttons == names
