"""The profile of a text counts every running word on each list, and says what a list lacks."""

import re
from pathlib import Path

import pytest

from site_builder.composing import compose
from site_builder.config import Learning
from site_builder.draft import Source, SourceFile
from site_builder.enrichments import Wanted
from site_builder.model import Document
from site_builder.pipeline import build
from site_builder.rendering.profile import Chart, profiles
from tests.projects import project

TEXT = """\
我們愛學習，我們愛營商。

We love learning, we love business.
"""
EVERYTHING = Learning()
LISTS = "我們\t1\n愛\t1\n學習\t2\n"


def test_every_running_word_is_on_a_level_or_not_listed() -> None:
    (profile,) = profiles(_document(TEXT))
    assert (profile.tag, profile.running, profile.different) == ("zh-Hant", 6, 4)
    for chart in profile.charts:
        assert sum(row.running for row in chart.rows) == profile.running
        assert sum(row.different for row in chart.rows) == profile.different


def test_lists_are_named_and_levels_counted() -> None:
    (profile,) = profiles(_document(TEXT))
    assert [chart.title for chart in profile.charts] == ["HSK 3.0 (2025)", "HSK 3.0 (2021)", "HSK 2.0", ""]
    newest = profile.charts[0]
    assert _counts(newest)["1"] == (5, 3)
    assert _counts(newest)[""] == (1, 1)


def test_shares_follow_each_other() -> None:
    (profile,) = profiles(_document(TEXT))
    for chart in profile.charts:
        for before, after in zip(chart.rows, chart.rows[1:], strict=False):
            assert after.since == pytest.approx(before.since + before.share, abs=0.2)
        assert chart.rows[-1].since + chart.rows[-1].share == pytest.approx(100, abs=0.2)


def test_a_document_without_words_has_none() -> None:
    assert list(profiles(_document(TEXT, Learning(layers=("scripts",))))) == []
    assert list(profiles(_document(TEXT, Learning(layers=("words",))))) == []


def test_the_cover_has_the_profile_as_a_table(tmp_path: Path) -> None:
    settings = '[learning]\nlevels = ["ours"]\n'
    build(project(tmp_path, {"text.txt": TEXT, "site.toml": settings, "levels/ours.tsv": LISTS}))
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<th scope="row">(.*?)</th>', page)[:2] == ["1", "2"]
    table = re.sub(r"<[^>]+>", " ", page[page.index('class="profile"') :].partition("</table>")[0])
    assert "ours" in table
    assert " ".join(table.split()).endswith("1 67 % 2 2 17 % 1 未收 17 % 1")
    assert "style=" not in page


def test_in_a_library_the_page_itself_has_it(tmp_path: Path) -> None:
    build(project(tmp_path, {"one.txt": TEXT, "two.txt": TEXT, "site.toml": "[learning]\n"}))
    assert 'class="profile"' in (tmp_path / "site/one/index.html").read_text(encoding="utf-8")
    assert 'class="profile"' not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def _document(text: str, learning: Learning = EVERYTHING) -> Document:
    source = Source("text", "interleaved", (SourceFile("text.txt", text.encode()),))
    composed = compose(source, (), wanted=Wanted(learning))
    assert composed.document
    return composed.document


def _counts(chart: Chart) -> dict[str, tuple[int, int]]:
    return {row.label: (row.running, row.different) for row in chart.rows}
