"""A document as one file: all of it is inside, its policy lets in that and nothing else, and it asks for nothing."""

import json
import re
import zlib
from base64 import b64encode, b85decode
from hashlib import sha256
from html import unescape
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.onefile.contents import tight, tight_script
from site_builder.onefile.packing import packed
from site_builder.pipeline import build
from tests.books import book
from tests.projects import POEM, SONG, project

REPORT = Path(__file__).parents[2] / "content"
PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(30)
HOSTILE = """# 題</script><script>alert(1)</script>

# Title <!-- <script>

一句</script>\u2028話<!--。

A sentence </style> \u2028 <!-- ]]> &lt;.
"""
ADDRESS = 'base_url = "https://example.org/reader/"\n'


def made(folder: Path, files: dict[str, str | bytes], path: str) -> str:
    """Build; gives one of the files."""
    report = build(project(folder, files))
    assert report.published
    return (folder / "site" / path).read_text(encoding="utf-8")


def unpacked(text: str) -> dict[str, str]:
    """What a packed text holds."""
    data = zlib.decompress(b85decode(text.translate(str.maketrans(",.:", "<&>"))), -zlib.MAX_WBITS).decode()
    head, _, rest = data.partition("\n")
    found, units = {}, rest.encode("utf-16-le")
    for path, length in json.loads(head):
        found[path], units = units[: 2 * length].decode("utf-16-le"), units[2 * length :]
    assert not units
    return found


def inside(html: str) -> dict[str, str]:
    return unpacked(re.findall(r"<script type=\"text/plain\" data-inside[^>]*>([^<]*)</script>", html)[0])


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@given(st.dictionaries(st.text(), st.text()))
def test_what_is_packed_comes_out(texts: dict[str, str]) -> None:
    text = packed(texts)
    assert unpacked(text) == texts
    assert not set("<>&\n") & set(text)


def test_white_space_is_left_out_where_nothing_hangs_on_it() -> None:
    assert tight("a,\n  b {\n    color: red;\n    margin: 0\n      auto;\n  }\n") == "a,b{color: red;margin: 0 auto;}"
    assert tight_script("(() => {\n  x;\n})();\n") == "(() => {\nx;\n})();"
    assert tight_script("x = `a\n  b`;\n") == "x = `a\n  b`;\n"


def test_the_policy_names_what_stands_in_the_file_and_no_host(tmp_path: Path) -> None:
    html = made(tmp_path, {"poem.md": POEM, "song.md": SONG}, "poem/poem.html")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split(";")}
    texts = inside(html)
    style = texts.pop("onefile-scripted.css")
    scripts = [*re.findall(r"<script>(.*?)</script>", html, re.DOTALL), *texts.values()]
    assert rules["script-src"] == {digest(text) for text in scripts}
    assert rules["style-src"] == {digest(text) for text in (*re.findall(r"<style>(.*?)</style>", html), style)}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == {"'none'"}
    assert rules["img-src"] == {"data:"}


def test_only_this_document_is_searched(tmp_path: Path) -> None:
    texts = inside(made(tmp_path, {"poem.md": POEM, "song.md": SONG}, "poem/poem.html"))
    assert "search/index.js" in texts
    said = "".join(text for path, text in texts.items() if path.startswith("search/"))
    assert "春眠" in said
    assert "床前" not in said


def test_nothing_is_asked_for_and_nothing_outside_is_linked(tmp_path: Path) -> None:
    text = POEM + "\n[歌](song.md#p2) ![遠](https://example.com/a.png) ![近](a.png)\n\n[Song](song.md) [*](#p2)\n"
    html = made(tmp_path, {"poem.md": text, "song.md": SONG, "a.png": PIXEL}, "poem/poem.html")
    links = {unescape(link)[:22] for link in re.findall(r'(?:href|src|action)="([^"]*)"', html)}
    assert {link for link in links if not link.startswith(("#", "data:"))} == set()
    assert f'<img src="data:image/png;base64,{b64encode(PIXEL).decode()}" alt="近"' in html
    assert '<span class="missing">遠</span>' in html
    assert "歌" in html


def test_links_lead_to_the_site_where_its_address_is_known(tmp_path: Path) -> None:
    text = POEM + "\n見[歌](song.md#p2)。\n\nSee [the song](song.md).\n"
    html = made(tmp_path, {"site.toml": ADDRESS, "poem.md": text, "song.md": SONG}, "poem/poem.html")
    assert 'href="https://example.org/reader/song/#p2"' in html
    assert 'rel="next" href="https://example.org/reader/song/"' in html
    assert 'href="https://example.org/reader/poem/poem.tmx" download' in html
    assert '<link rel="canonical" href="https://example.org/reader/poem/">' in html
    assert 'data-site="https://example.org/reader/"' in html


def test_a_long_text_stands_on_one_page(tmp_path: Path) -> None:
    html = made(tmp_path, {"site.toml": "[view]\npage_pairs = 14\n", "river.md": book()}, "river/river.html")
    ids = re.findall(r'<[a-z][^>]* id="([^"]*)"', html)
    assert len(set(ids)) == len(ids)
    assert {f"p{number}" for number in range(1, 77)} <= set(ids)
    assert {"the-end", "chapter-1-1", "r1-2", "nall"} <= set(ids)
    assert 'href="#the-end"' in html


def test_what_a_text_says_stays_text(tmp_path: Path) -> None:
    html = made(tmp_path, {"poem.md": HOSTILE}, "poem/poem.html")
    assert "<script>alert" not in html
    assert (
        html.count("<script") == html.count("</script>") == 4
    )  # two that run, what is packed, and what is linked data
    assert html.count("<style>") == html.count("</style>") == 1
    assert "<!--" not in html
    assert any("</script>" in text for path, text in inside(html).items() if "/texts/" in path)


def test_a_page_keeps_its_name(tmp_path: Path) -> None:
    build(project(tmp_path, {"site.toml": "[learning]\n", "words.md": POEM}))
    site = tmp_path / "site"
    assert "data-inside" in (site / "words/words.whole.html").read_text(encoding="utf-8")
    assert "data-inside" not in (site / "words/words.html").read_text(encoding="utf-8")
    assert "words.whole.html" in (site / "words/index.html").read_text(encoding="utf-8")


def test_the_report_is_small_enough_to_be_sent(tmp_path: Path) -> None:
    files = {name: (REPORT / name).read_bytes() for name in ("report.txt", "site.toml")}
    html = made(tmp_path, {**files}, "report/report.html")
    assert {"report/report.words.zh-Hant.js", "report/report.glosses.zh-Hant.js"} <= inside(html).keys()
    assert len(html.encode()) <= 250_000
