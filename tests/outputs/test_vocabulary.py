"""The pages of words and of cards as they are without scripts, and the lines that they load."""

import json
import re
from pathlib import Path
from typing import Any

from site_builder.chinese.dictionary import levels
from site_builder.pipeline import build
from tests.projects import POEM, project

TEXT = """\
以創新為特色,發展著力40個項目[^1]。

Innovation leads 40 projects[^1].

還錢，還在還。發展！

Pay back; it is still being paid back. Grow!

[^1]: 北京的項目。
[^1]: Projects in Beijing.
"""


def test_every_word_is_there_once_with_what_is_known_of_it(tmp_path: Path) -> None:
    page = _page(tmp_path, TEXT, "words.html")
    entries = _entries(page)
    assert [entry["text"] for entry in entries][:4] == ["以", "創新", "為", "特色"]
    assert len({entry["text"] for entry in entries}) == len(entries)
    (develop,) = (entry for entry in entries if entry["text"] == "發展")
    assert develop == {
        "text": "發展",
        "other": "发展",
        "reading": "fāzhǎn",
        "meaning": "development; growth; to develop; to grow",
        "level": "HSK 3.0 (2025) 3",
        "count": "2×",
        "places": ["index.html#p1-1", "index.html#p2-2"],
    }


def test_a_word_of_several_readings_names_them(tmp_path: Path) -> None:
    (still,) = (entry for entry in _entries(_page(tmp_path, TEXT, "words.html")) if entry["text"] == "還")
    assert "huán" in still["reading"]
    assert "<i>huán</i> " in still["meaning"]


def test_words_of_notes_lead_to_the_note(tmp_path: Path) -> None:
    (beijing,) = (entry for entry in _entries(_page(tmp_path, TEXT, "words.html")) if entry["text"] == "北京")
    assert beijing["places"] == ["index.html#n1"]


def test_text_is_no_markup(tmp_path: Path) -> None:
    page = _page(tmp_path, "我們大家都說要<b>發展</b>，還有</script>和%(id)s。\n\nWe <b>grow</b>.\n", "words.html")
    assert "<b>發展" not in page
    assert "%(" not in page
    assert _provided(tmp_path, "lines")["lines"]["p1-1"][0] == "我們大家都說要<b>發展</b>，還有</script>和%(id)s。"


def test_many_words_go_on_at_other_pages(tmp_path: Path) -> None:
    graded = levels("hsk-2025")
    assert graded
    words = [word for word in graded.words if len(word) == 2][:700]
    text = "\n\n".join(f"{'。'.join(words[at : at + 20])}。\n\nWords." for at in range(0, len(words), 20))
    first = _page(tmp_path, text, "words.html")
    second = (tmp_path / "site/text/words-2.html").read_text(encoding="utf-8")
    assert len(_entries(first)) == 500
    total = len(_entries(first)) + len(_entries(second))
    assert f"1–500 / {total}" in first
    assert f"501–{total} / {total}" in second
    assert 'start="501"' in second
    assert '<a href="words-2.html">2</a>' in first
    assert not {entry["text"] for entry in _entries(first)} & {entry["text"] for entry in _entries(second)}


def test_words_of_a_long_document_lead_to_its_pages(tmp_path: Path) -> None:
    body = "\n\n".join(f"# 第{at}章\n\n# Chapter {at}\n\n我們發展。\n\nWe grow." for at in range(1, 9))
    page = _page(tmp_path, body, "words.html", "[learning]\n[view]\npage_pairs = 4\n")
    (we,) = (entry for entry in _entries(page) if entry["text"] == "發展")
    for address in we["places"]:
        name, _, fragment = address.partition("#")
        held = (tmp_path / "site/text" / name).read_text(encoding="utf-8")
        assert f'id="{fragment}"' in held
    assert len({address.partition("#")[0] for address in we["places"]}) > 1


def test_the_reading_page_and_the_cover_lead_to_words_and_cards(tmp_path: Path) -> None:
    assert re.findall(r'<p class="study"><a href="(\w+\.html)">', _page(tmp_path, TEXT, "index.html")) == ["words.html"]
    cover = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'href="text/words.html"' in cover
    assert 'href="text/cards.html"' in cover


def test_the_page_of_cards_leads_to_decks_without_scripts(tmp_path: Path) -> None:
    page = _page(tmp_path, TEXT, "cards.html")
    assert '<a href="text.apkg" download>' in page
    assert 'class="scriptless"' in page


def test_a_language_without_words_has_cards_of_sentences_only(tmp_path: Path) -> None:
    page = _page(tmp_path, POEM, "cards.html", '[learning]\nlayers = ["scripts"]\n')
    assert not re.search("<reader-[^>]* data-words", page)
    assert "words.html" not in page
    assert not (tmp_path / "site/text/words.html").exists()


def test_without_learners_there_is_nothing(tmp_path: Path) -> None:
    build(project(tmp_path, {"text.md": TEXT, "site.toml": ""}))
    names = {path.name for path in (tmp_path / "site/text").iterdir()}
    assert not names & {"words.html", "cards.html", "text.lines.js"}


def test_lines_are_those_that_words_are_cut_from(tmp_path: Path) -> None:
    build(project(tmp_path, {"text.md": TEXT, "site.toml": "[learning]\n"}))
    lines, words = _provided(tmp_path, "lines"), _provided(tmp_path, "words.zh-Hant")
    assert lines["languages"] == ["zh-Hant", "en"]
    assert lines["lines"]["p1-1"] == ["以創新為特色，發展著力40個項目。", "Innovation leads 40 projects."]
    assert lines["lines"]["n1/1"] == ["北京的項目。", "Projects in Beijing."]
    for line, numbers in words["lines"].items():
        text, at = lines["lines"][line][0], 0
        for number in numbers:
            size = -number if number < 0 else len(words["words"][number][0])
            assert number < 0 or text[at : at + size] == words["words"][number][0]
            at += size


def _page(folder: Path, text: str, name: str, settings: str = "[learning]\n") -> str:
    build(project(folder, {"text.md": text, "site.toml": settings}))
    return (folder / "site/text" / name).read_text(encoding="utf-8")


def _entries(page: str) -> list[dict[str, Any]]:
    return [_entry(html) for html in re.findall(r'<li id="w-.*?</li>', page, re.DOTALL)]


def _entry(html: str) -> dict[str, Any]:
    def inside(pattern: str) -> str:
        found = re.search(pattern, html)
        return found[1] if found else ""

    return {
        "text": inside(r"<b [^>]*>(.*?)</b>"),
        "other": inside(r'class="other"[^>]*>(.*?)</span>'),
        "reading": inside(r'class="reading"[^>]*>(.*?)</span>'),
        "meaning": inside(r'class="meaning"[^>]*>(.*?)</span>'),
        "level": re.sub("<[^>]+>", "", inside(r'class="level">(.*?)</span> <span class="places"')),
        "count": inside(r'class="count">(.*?)</span>'),
        "places": re.findall(r'<a href="([^"]+)"', html),
    }


def _provided(folder: Path, kind: str) -> Any:
    script = (folder / f"site/text/text.{kind}.js").read_text(encoding="utf-8")
    return json.loads(script[script.index(",", script.index("Reader.provide(")) + 1 : script.rindex(");")])
