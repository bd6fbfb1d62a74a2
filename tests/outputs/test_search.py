"""What the search in the page reads is what the page shows, and every address in it works from a folder."""

import json
import re
from typing import Any
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.config import Config
from site_builder.lexicons import variants
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span
from site_builder.outputs.search import OUTPUT
from site_builder.rendering.theme import Theme
from site_builder.site import Card, Site

SITE = Site(Config(), Theme("none", None))  # type: ignore[arg-type]


def test_a_row_a_segment_with_what_readers_see() -> None:
    title = Line("政 府", (Span(1, 2, "omit"),))
    two = (Segment("p2-1", (Line("作用,經濟"), Line("A role. "))), Segment("p2-2", (Line(), Line())))
    pairs = (
        Pair("p1", "title", (Segment("p1-1", (title, Line("Government"))),)),
        Pair("p2", "paragraph", two),
        Pair("p3", "rule", ()),
        Pair("p4", "code", (Segment("p4-1", (Line("x = (甲,乙)"), Line())),), shared=True),
    )
    note = Note("5", ((), (Line("They refer."), Line("Again."))), ("p2-1",))
    assert read(document(pairs, (note,))) == {
        "pairs": [
            [["p1-1", "政府", "Government"]],
            [["p2-1", "作用，經濟", "A role. "]],
            [["p4-1", "x = (甲,乙)", ""]],
        ],
        "notes": [["5", "", "They refer.\nAgain."]],
    }


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), min_size=1, max_size=6))
@settings(max_examples=60)
def test_a_text_comes_back_whole(texts: list[tuple[str, str]]) -> None:
    encodable = [tuple(text.encode("utf-8", "ignore").decode() for text in pair) for pair in texts]
    segments = tuple(Segment(f"p1-{at}", tuple(map(Line, pair))) for at, pair in enumerate(encodable))
    rows = [row for rows in read(document((Pair("p1", "code", segments),)))["pairs"] for row in rows]
    assert rows == [[f"p1-{at}", *pair] for at, pair in enumerate(encodable) if any(pair)]


def test_the_library_lists_its_documents_in_order() -> None:
    ids = ("論語/學而 1", "a#b?c", "z")
    cards = [Card(id, id, ("zh-Hant", "en"), ("題", "Title"), digest="0123456789") for id in ids]
    entries = provided("search/library.js", Site(Config(), SITE.theme, tuple(cards)))
    assert [entry["id"] for entry in entries] == [card.id for card in cards]
    assert entries[0]["titles"] == ["題", "Title"]
    assert [unquote(entry["page"]) for entry in entries] == [f"{card.id}/index.html" for card in cards]
    for entry in entries:
        assert re.fullmatch(r"[\w./%-]+", entry["page"], re.ASCII)
        assert re.fullmatch(r"search/texts/[\w./%-]+\.js\?v=01234567", entry["text"], re.ASCII)


def test_no_document_takes_the_place_of_another_file() -> None:
    paths = [text.path for name in ("library", "fold") for text in artifacts(document((), id=name))]
    assert paths == ["search/texts/library.js", "search/texts/fold.js"]


def test_the_fold_is_one_character_for_one() -> None:
    traditional, simplified = provided("search/fold.js", SITE)
    assert dict(zip(traditional, simplified, strict=True)) == variants()
    assert not set(traditional) & set(simplified)


def document(pairs: tuple[Pair, ...], notes: tuple[Note, ...] = (), id: str = "x") -> Document:
    return Document(id, ("zh-Hant", "en"), ("題", "Title"), (Section("s0", 0, pairs),), notes)


def artifacts(document: Document) -> Any:
    assert OUTPUT.for_document
    return OUTPUT.for_document(document, SITE)


def read(document: Document) -> Any:
    (artifact,) = artifacts(document)
    return _value(artifact.data.decode(), f"search/texts/{document.id}")


def provided(path: str, site: Site) -> Any:
    assert OUTPUT.for_site
    data = {artifact.path: artifact.data.decode() for artifact in OUTPUT.for_site(site)}
    return _value(data[path], path.removesuffix(".js"))


def _value(script: str, name: str) -> Any:
    head, tail = f'Reader.provide("{name}",', ");\n"
    assert script.startswith(head)
    assert script.endswith(tail)
    return json.loads(script[len(head) : -len(tail)])
