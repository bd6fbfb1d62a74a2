"""Search in a library that is too large to be scanned: results come in windows, hits as far as one walks."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.books import book
from tests.browser.test_search import OVER, ask, panel
from tests.browser.test_search_hits import bar
from tests.browser.visiting import Visitor
from tests.built_sites import build


@pytest.fixture(scope="module")
def large(built: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder, among the sites, of a library of two books with more than 2,000 paragraphs."""
    content = tmp_path_factory.mktemp("large")
    text = book(chapters=6, paragraphs=90, parts=2)
    (content / "river.md").write_text(text, encoding="utf-8")
    stream = text.replace("河", "溪").replace("river", "stream")
    (content / "stream.md").write_text(f"{stream}\n慢。\n\nA slow stream tells of it.\n", encoding="utf-8")
    (content / "site.toml").write_text("[view]\npage_pairs = 100\n", encoding="utf-8")
    done = build("--content", content, "--output", built / "large", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    return "large"


@OVER
def test_results_come_window_by_window(visit: Visitor, large: str, over: str) -> None:
    page = visit(f"{large}/stream/s3.html", over=over)
    results = ask(page, "溪水")
    expect(panel(page)).to_contain_text("in 1080 paragraphs")
    expect(page.get_by_role("status")).to_have_text("in 1080 paragraphs")
    expect(results).to_have_count(20)
    panel(page).get_by_role("button", name="Search further").click()
    expect(results).to_have_count(40)
    expect(results.nth(20)).to_be_focused()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    expect(results).to_have_count(60)
    expect(panel(page).get_by_role("heading")).to_have_count(1)


def test_a_phrase_of_words_that_are_everywhere_is_looked_for_till_it_is_found(visit: Visitor, large: str) -> None:
    page = visit(f"{large}/index.html")
    results = ask(page, '"the river tells of slow"')
    expect(panel(page)).to_contain_text("Nothing found")
    expect(results).to_have_count(0)
    results = ask(page, '"a slow stream tells"')
    expect(results).to_have_count(1)
    expect(panel(page).locator("mark")).to_have_text("A slow stream tells")


def test_all_windows_hold_no_result_twice(visit: Visitor, large: str) -> None:
    page = visit(f"{large}/index.html?q=of+the&in=river/2&side=en")
    more = panel(page).get_by_role("button", name=re.compile("Search further|more"))
    results = panel(page).get_by_role("listitem").get_by_role("link")
    for count in range(10, 90, 10):
        expect(results).to_have_count(count)
        more.click()
    expect(panel(page)).to_contain_text("90 places")
    expect(more).to_have_count(0)
    places = results.evaluate_all("links => links.map((link) => link.dataset.place)")
    assert len(set(places)) == 90


@OVER
def test_a_hit_far_into_a_book_knows_which_one_it_is(visit: Visitor, large: str, over: str) -> None:
    page = visit(f"{large}/stream/index.html?q=溪水#p600-1", over=over)
    page.wait_for_url(re.compile(r"/s\d+\.html\?q=.*#p600-1"))
    expect(bar(page)).to_contain_text(re.compile(r"Hit \d+, in 1080 paragraphs"))
    at = int(re.findall(r"Hit (\d+)", bar(page).inner_text())[0])
    page.keyboard.press("n")
    expect(bar(page)).to_contain_text(f"Hit {at + 1}")
    assert page.url.endswith("#p600-2")


def test_suggestions_are_offered(visit: Visitor, large: str) -> None:
    page = visit(f"{large}/index.html")
    ask(page, "paragrpah")
    panel(page).get_by_role("button", name="paragraph").click()
    expect(panel(page).locator("mark").first).to_have_text("Paragraph")
    ask(page, "heshui")
    panel(page).get_by_role("button", name="河水").click()
    expect(panel(page).locator("mark").first).to_have_text("河水")
