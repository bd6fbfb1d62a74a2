"""The pages of a long document: every link leads somewhere, nothing is lost, and a page does not grow with the book."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from site_builder.pipeline import build
from site_builder.report import Report
from tests.books import book
from tests.projects import POEM, project, times, tree, write

SETTINGS = 'base_url = "https://example.org/"\ndownloads = ["json", "tmx", "tsv", "xliff"]\n[view]\npage_pairs = {}\n'
NAMES = [f"s{number}" for number in (1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14)]


def made(folder: Path, files: Mapping[str, str], pairs: int = 14) -> tuple[Report, dict[str, str]]:
    """Build; gives the report and the text of every page."""
    report = build(project(folder, {"site.toml": SETTINGS.format(pairs), **files}))
    site = folder / "site"
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return report, pages


def test_a_page_a_section_and_a_front_page_with_all_contents(tmp_path: Path) -> None:
    report, pages = made(tmp_path, {"river.md": book(), "poem.md": POEM})
    assert not report.problems
    assert {path for path in pages if path.startswith("river/")} == {f"river/{name}.html" for name in ("index", *NAMES)}
    front = pages["river/index.html"]
    assert [name for name in NAMES if f'href="{name}.html#' not in front] == []
    assert "一句話放在最前面。" in front
    assert "Paragraph 1.1.1" not in front
    assert "river.tmx" in front
    assert "river.tmx" not in pages["river/s3.html"]


def test_every_link_leads_to_a_place_that_is_there(tmp_path: Path) -> None:
    elsewhere = POEM + "\n見[河](river.md#the-end)。\n\nSee [the river](river.md#s5).\n"
    _, pages = made(tmp_path, {"river.md": book(), "poem.md": elsewhere})
    assert [fault for path, html in pages.items() for fault in dead(path, html, pages)] == []
    assert 'href="s14.html#the-end"' in pages["river/s1.html"]
    assert 'href="../river/index.html#the-end"' in pages["poem/index.html"]


def dead(path: str, html: str, pages: Mapping[str, str]) -> list[str]:
    """The links of a page that lead to no page of ours, or to no place in it. A front page leads on to own ids. As in a
    browser there is nothing above the host's root, which here is that of the site."""
    faults = []
    for link in re.findall(r'<a[^>]* href="([^"]*)"', html):
        parts = urlsplit(unescape(link))
        target = normpath(join("/", dirname(path), unquote(parts.path)))[1:] if parts.path else path
        if parts.scheme or not target.endswith(".html"):
            continue
        there, place = pages.get(target, ""), unquote(parts.fragment)
        if not there or (place and f'id="{place}"' not in there and f'"{place}"' not in table(there)):
            faults.append(f"{path}: {link}")
    return faults


def table(html: str) -> str:
    """What a front page knows of the other pages."""
    found = re.search(r'id="pages">(.*?)</script>', html)
    return found[1] if found else ""


def test_ids_stand_once_in_all_pages_but_for_notes(tmp_path: Path) -> None:
    _, pages = made(tmp_path, {"river.md": book()})
    texts = [html[html.index("<article") : html.index("</article")] for path, html in pages.items() if "river/" in path]
    ids = [
        found for text in texts for found in re.findall(r' id="([^"]*)"', text) if not re.match("n(otes|all)", found)
    ]
    assert len(set(ids)) == len(ids)
    assert {f"p{number}" for number in range(1, 77)} <= set(ids)
    assert {"r1", "r1-2", "r2", "r2-2", "rall", "rall-2", "chapter-1-1", "the-end"} <= set(ids)


def test_data_and_exports_are_those_of_one_page(tmp_path: Path) -> None:
    made(tmp_path / "cut", {"river.md": book()})
    made(tmp_path / "whole", {"river.md": book()}, 0)
    for name in ("json", "tmx", "tsv", "xlf"):
        one, other = ((tmp_path / site / f"site/river/river.{name}").read_bytes() for site in ("cut", "whole"))
        assert one == other


def test_the_sitemap_has_every_page_and_each_says_where_it_is(tmp_path: Path) -> None:
    _, pages = made(tmp_path, {"river.md": book()})
    sitemap = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    for path in (path for path in pages if path not in ("404.html", "offline.html")):
        address = f"https://example.org/{path.removesuffix('index.html')}"
        assert f"<loc>{address}</loc>" in sitemap
        assert f'<link rel="canonical" href="{address}">' in pages[path]
    data = json.loads(re.findall(r'ld\+json">(.*?)</script>', pages["river/s3.html"])[0])
    assert (data["@type"], data["position"]) == ("Chapter", 2)
    assert data["isPartOf"]["url"] == "https://example.org/river/"
    assert "<title>1之2章 · Chapter 1.2 – 河邊的書 · The Book by the River</title>" in pages["river/s3.html"]


def test_pages_follow_each_other_from_document_to_document(tmp_path: Path) -> None:
    _, pages = made(tmp_path, {"a.md": POEM, "river.md": book(), "z.md": POEM})
    path, row = "a/index.html", []
    while found := re.search(r'<link rel="next" href="([^"]*)">', pages[path]):
        row.append(path)
        path = normpath(join(dirname(path), found[1]))
    assert [*row, path] == [
        "a/index.html",
        "river/index.html",
        *(f"river/{name}.html" for name in NAMES),
        "z/index.html",
    ]
    path, back = row[-1], row[:-1]
    while found := re.search(r'<link rel="prev" href="([^"]*)">', pages[path]):
        path = normpath(join(dirname(path), found[1]))
        assert path == back.pop()
    assert not back
    assert '<link rel="prev" href="../river/index.html">' in pages["z/index.html"]


def test_a_page_does_not_grow_with_the_book(tmp_path: Path) -> None:
    _, small = made(tmp_path / "small", {"river.md": book(chapters=8)})
    _, large = made(tmp_path / "large", {"river.md": book(chapters=40)})
    assert len(large) > 3.8 * len(small)  # beside the pages of the site itself
    longest = max(len(html) for path, html in small.items() if "/s" in path)
    assert max(len(html) for path, html in large.items() if "/s" in path) < longest + 400


def test_by_default_a_text_is_long_from_some_hundred_and_fifty_pairs(tmp_path: Path) -> None:
    short, long = book(chapters=6, paragraphs=5), book(chapters=9, paragraphs=10)
    build(project(tmp_path, {"site.toml": 'downloads = ["json"]\n', "short.md": short, "long.md": long}))
    assert len(list((tmp_path / "site/short").glob("*.html"))) == 1
    assert len(list((tmp_path / "site/long").glob("*.html"))) == 3  # the front page, and the two parts


def test_pages_that_are_no_longer_made_go_and_others_stay_untouched(tmp_path: Path) -> None:
    _, pages = made(tmp_path, {"river.md": book()})
    before = times(tmp_path / "site")
    write(tmp_path / "content/river.md", book().replace("第2.5.3段", "第二點五點三段"))
    build(project(tmp_path, {}))
    changed = {Path(path).name for path, time in times(tmp_path / "site/river").items() if before.get(path) != time}
    assert {name for name in changed if name.endswith(".html")} == {"index.html", "s13.html"}  # its figures changed
    for pairs, count in ((0, 1), (14, len(pages) - 5)):
        write(tmp_path / "content/site.toml", SETTINGS.format(pairs))
        build(project(tmp_path, {}))
        assert len(list((tmp_path / "site/river").glob("*.html"))) == count


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    options = project(tmp_path, {"site.toml": SETTINGS.format(14), "a.md": book(), "b.md": POEM, "c.md": book(3)})
    build(options)
    build(replace(options, output=str(tmp_path / "two"), jobs=2))
    assert tree(options.output) == tree(tmp_path / "two")


def test_every_page_knows_who_speaks_for_citations(tmp_path: Path) -> None:
    report = Path(__file__).parents[2] / "content/report.txt"
    _, pages = made(tmp_path, {"report.txt": report.read_text(encoding="utf-8")}, 5)
    assert {path for path in pages if "/s" in path} == {"report/s1.html", "report/s1-2.html", "report/s1-3.html"}
    speaker = '<span class="speaker" lang="en" hidden>Yin Yong, Mayor of Beijing</span>'
    assert [path for path in pages if "/s" in path and speaker not in pages[path]] == []


@pytest.mark.parametrize("pairs", [1, 2, 5])
def test_any_limit_keeps_the_whole_text(tmp_path: Path, pairs: int) -> None:
    _, pages = made(tmp_path, {"river.md": book(2, 3)}, pairs)
    texts = [html[html.index("<article") : html.index("</article")] for path, html in pages.items() if "river/" in path]
    for name in (f"{part}.{chapter}.{number}" for part in (1, 2) for chapter in (1, 2) for number in (1, 2, 3)):
        assert sum(f"Paragraph {name} tells" in text for text in texts) == 1
