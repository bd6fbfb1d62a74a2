"""axe-core finds nothing to mend: on any page, in any colours, at any width, whatever is open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, WIDE, Visitor

AXE = (Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
COLOURS = pytest.mark.parametrize("colours", ["light", "sepia", "dark"])


def violations(page: Page) -> list[str]:
    """What axe finds, a line a fault: rule, element, what is wrong."""
    page.wait_for_timeout(350)  # colours that are changing are no colours
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary']})" for rule in found for node in rule["nodes"]
    ]


def nothing(_: Page) -> None:
    """The page as it opens."""


def note(page: Page) -> None:
    page.locator("article a.mark:not(.borrowed)").first.click()
    expect(page.get_by_role("dialog", name="Note")).to_be_visible()


def settings(page: Page) -> None:
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("dialog", name="Settings")).to_be_visible()


def results(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("Beijing")
    expect(page.locator("#results a").first).to_be_visible()


def asking(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("term").first).to_be_visible()


def filters(page: Page) -> None:
    results(page)
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Language").select_option("en")
    expect(page.get_by_role("button", name="Filter · 1")).to_be_visible()


def meant(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("blokchain")
    expect(page.get_by_role("button", name="blockchain")).to_be_visible()


def hits(page: Page) -> None:
    results(page)
    page.locator("#results a").first.click()
    expect(page.get_by_role("region", name="Hits")).to_be_visible()


def menu(page: Page) -> None:
    page.locator("#p5 > .number").click()
    expect(page.get_by_role("dialog", name="This sentence")).to_be_visible()


def sheet(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Shortcuts")).to_be_visible()


def reveal(page: Page) -> None:
    page.keyboard.press("5")
    page.locator("[data-veil]").first.click()


def passage(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("J")


@COLOURS
@SIZES
@pytest.mark.parametrize(
    "state", [nothing, note, settings, results, asking, filters, meant, hits, menu, sheet, reveal, passage]
)
def test_the_report(visit: Visitor, size: dict[str, int], colours: str, state: Callable[[Page], None]) -> None:
    page = visit(f"report/report/index.html?theme={colours}", size=size)
    state(page)
    assert violations(page) == []


@SIZES
@pytest.mark.parametrize(
    "path",
    [
        "report/index.html",
        "report/404.html",
        "full/index.html",
        "full/features/index.html",
        "full/classics-mengzi/index.html",
        "full/classics-poems/index.html",
        "full/fables/index.html",
        "righttoleft/garden/index.html",
        "three/well/index.html",
        "minimal/hello/index.html",
        "long/river/index.html",
        "long/river/index.html?theme=dark",
        "long/river/s8.html",
        "long/river/s8.html?theme=dark",
    ],
)
def test_every_kind_of_page(visit: Visitor, path: str, size: dict[str, int]) -> None:
    assert violations(visit(path, size=size)) == []


def test_every_kind_of_page_in_the_dark(visit: Visitor) -> None:
    for path in ("report/index.html", "full/index.html", "full/features/index.html"):
        assert violations(visit(f"{path}?theme=dark")) == []


def test_what_is_open_on_a_phone(visit: Visitor) -> None:
    page = visit(size=NARROW)
    page.get_by_role("button", name="Contents").click()
    assert violations(page) == []
