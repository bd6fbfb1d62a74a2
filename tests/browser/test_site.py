"""The pages around the texts: cover, library, 404; and what machines read."""

import json
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import NARROW, Visitor

OVER = pytest.mark.parametrize("over", ["http", "file"])


@OVER
def test_a_single_document_has_a_cover(visit: Visitor, over: str) -> None:
    page = visit("report/index.html", over=over)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("政府工作報告")
    expect(heading).to_contain_text("REPORT ON THE WORK OF THE GOVERNMENT")
    expect(page.get_by_role("main")).to_contain_text("北京市市長")
    expect(page.get_by_role("link", name="report.json")).to_be_visible()
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Second, we harnessed").click()
    assert page.url.endswith("report/report/index.html#p3")


@OVER
def test_several_documents_have_a_library(visit: Visitor, over: str) -> None:
    page = visit("full/index.html", over=over)
    expect(page.get_by_role("heading", level=1)).to_contain_text("A Small Bilingual Shelf")
    titles = page.get_by_role("main").get_by_role("heading", level=2)
    expect(titles).to_have_count(6)
    for title in ("Mencius", "Small Poems", "The Cicada and the Ant", "All Kinds of Things"):
        expect(page.get_by_role("link", name=title)).to_be_visible()
    page.get_by_role("link", name="Mencius").click()
    expect(page).to_have_title("孟子 · Mencius")
    page.get_by_role("banner").get_by_role("link").first.click()
    assert page.url.endswith("full/index.html")


@OVER
def test_the_page_for_missing_addresses_leads_home(visit: Visitor, over: str) -> None:
    page = visit("report/404.html", over=over)
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    page.get_by_role("link", name="To the library").click()
    assert page.url.endswith("report/index.html")


def test_addresses_are_relative_and_end_in_a_file_name(visit: Visitor) -> None:
    page = visit("full/classics-mengzi/index.html")
    for path in ("full/classics-mengzi/index.html", "full/index.html", "report/index.html"):
        page.goto(visit.address(path))
        hrefs = page.evaluate(
            "[...document.querySelectorAll('a[href], link[href]:not([rel=canonical]), [src]')]"
            ".map((element) => element.getAttribute('href') ?? element.getAttribute('src'))"
        )
        for href in hrefs:
            plain = href.split("#")[0].split("?")[0]
            outside = href.startswith("https://example.org/")
            assert (
                outside
                or not plain
                or ("://" not in plain and not plain.startswith("/") and "." in plain.rsplit("/")[-1])
            )


@pytest.mark.parametrize("site", ["report", "full"])
def test_every_link_of_every_page_leads_to_something(visit: Visitor, built: Path, site: str) -> None:
    page = visit(f"{site}/index.html")
    for path in sorted((built / site).rglob("*.html")):
        page.goto(visit.address(path.relative_to(built).as_posix()))
        found = page.evaluate(
            "[...document.querySelectorAll('a[href], link[rel~=alternate], img')].map((e) => e.href || e.src)"
        )
        for address in set(found):
            # Of others, not to be asked for; from 404.html to where the base URL says, which test_missing.py follows.
            if address.startswith("https://") or (site == "full" and address.endswith("/shelf/index.html")):
                continue
            plain, _, fragment = address.partition("#")
            with urlopen(urljoin(page.url, plain)) as answer:
                body = answer.read().decode("utf-8", "replace")
            assert not fragment or fragment.endswith("=") or f'id="{fragment}"' in body, f"{path.name}: {address}"


def test_canonical_links_sitemap_and_robots_with_a_base_url(visit: Visitor, built: Path) -> None:
    page = visit("full/classics-mengzi/index.html")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == "https://example.org/shelf/classics-mengzi/"
    sitemap = (built / "full/sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{canonical}</loc>" in sitemap
    assert "Sitemap: https://example.org/shelf/sitemap.xml" in (built / "full/robots.txt").read_text(encoding="utf-8")
    assert not (built / "report/sitemap.xml").exists()
    assert visit("report/report/index.html").locator("link[rel=canonical]").count() == 0


def test_open_graph_and_json_ld(visit: Visitor) -> None:
    page = visit("full/classics-mengzi/index.html")
    assert page.locator('meta[property="og:title"]').get_attribute("content") == "孟子 · Mencius"
    data = json.loads(str(page.locator('script[type="application/ld+json"]').text_content()))
    assert data["inLanguage"] == ["zh-Hant", "en"]
    assert data["author"] == "孟軻"


def test_what_only_looks_like_markup_is_shown_as_typed(visit: Visitor) -> None:
    page = visit("full/features/index.html")
    text = page.locator("article").inner_text()
    for typed in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "<b>not bold</b>"):
        assert typed in text
    assert page.locator("article script, article b, article a[href^='javascript']").count() == 0


def test_every_kind_of_block_is_what_it_is(visit: Visitor) -> None:
    page = visit("full/features/index.html")
    for role, name in (("table", None), ("img", "一盞燈"), ("separator", None)):
        assert page.get_by_role(role, **({"name": name} if name else {})).count()  # type: ignore[arg-type]
    for level in range(2, 7):
        assert page.get_by_role("heading", level=level).count()
    for element in ("strong", "em", "code", "s", "pre code span"):
        assert page.locator(f"article {element}").count(), element
    picture = page.get_by_role("img", name="一盞燈")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") == 48


def test_verse_keeps_its_lines(visit: Visitor) -> None:
    page = visit("full/classics-poems/index.html?view=first")
    spring = page.locator(".pair.verse").first.locator(".line[lang=zh-Hant]").all()
    assert [line.inner_text() for line in spring] == [
        "春眠不覺曉，",
        "處處聞啼鳥。",
        "夜來風雨聲，",
        "花落知多少。",
    ]
    tops = [box["y"] for line in spring if (box := line.bounding_box())]
    assert len(set(tops)) == 4


def test_a_text_in_two_languages_of_one_script(visit: Visitor) -> None:
    page = visit("full/fables/index.html")
    expect(page.get_by_role("radio", name="Français")).to_be_visible()
    page.mouse.move(0, 0)
    lines = page.locator('.line[data-segment="p2-1"]')
    assert [line.get_attribute("lang") for line in lines.all()] == ["fr", "en"]


def test_two_files_side_by_side_are_one_document(visit: Visitor) -> None:
    page = visit("full/letter/index.html")
    expect(page.locator('.line[lang="zh-Hant"]', has_text="親愛的父母")).to_be_visible()
    pair = page.locator(".pair", has_text="親愛的父母")
    expect(pair).to_contain_text("Dear parents")


def test_the_cover_is_in_both_languages_as_they_are_printed(visit: Visitor) -> None:
    page = visit("report/index.html")
    expect(page.get_by_role("main")).to_contain_text("People’s Congress")
    for entry in page.get_by_role("navigation", name="Contents").locator("a:has([lang])").all():
        expect(entry.locator("[lang=zh-Hant]")).to_be_visible()
        expect(entry.locator("[lang=en]")).to_be_visible()


@pytest.mark.parametrize("path", ["report/index.html", "full/index.html", "report/404.html"])
def test_only_what_works_is_offered_outside_the_texts(visit: Visitor, path: str) -> None:
    page = visit(path, size=NARROW)
    expect(page.get_by_role("banner").get_by_role("button", name="Contents")).to_have_count(0)
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Shortcuts").locator("kbd").all_inner_texts() == ["/", "t", "?", "Esc"]


@pytest.mark.parametrize(
    ("tongue", "labels"),
    [
        ("en", ["Paragraphs", "Aligned sentences", "Notes"]),
        ("zh-Hant", ["段落", "對齊的句子", "注釋"]),
        ("zh-Hans", ["段落", "对齐的句子", "注释"]),
    ],
)
def test_the_figures_of_the_cover_have_names_not_units(visit: Visitor, tongue: str, labels: list[str]) -> None:
    assert visit(f"report/index.html?ui={tongue}").locator("main dt").all_inner_texts()[:3] == labels
