"""The open JSON beside each document: the shape outside tools rely on, and nothing lost."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.composing import compose
from site_builder.config import Config
from site_builder.draft import Source, SourceFile
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span
from site_builder.outputs.bitext import OUTPUT
from site_builder.rendering.theme import Theme
from site_builder.site import Site

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "content" / "report.txt"

WHOLE = Document(
    "論語/學而",
    ("zh-Hant", "en"),
    ("學而", ""),
    (
        Section("s0", 0, (Pair("p1", "title", (Segment("p1-1", (Line("學 而"), Line())),)),)),
        Section(
            "s1",
            1,
            (
                Pair("p2", "heading", (Segment("p2-1", (Line("一"), Line())),), level=1),
                Pair(
                    "p3",
                    "paragraph",
                    (
                        Segment("p3-1", (Line("子曰。"), Line('He "said".\n', (Span(4, 4, "note", "5"),))), 0.98765),
                        Segment("p3-2", (Line(), Line("Only here.")), 0.5, "checked"),
                    ),
                ),
                Pair("p4", "rule", (), shared=True),
            ),
        ),
    ),
    (Note("5", ((), (Line("One."), Line("Two."))), ("p3-1",)),),
    {"author": "孔子"},
)


def test_the_whole_shape(matches_file: Callable[[Path, str], None]) -> None:
    matches_file(HERE / "bitext" / "whole.json", written(WHOLE))


def test_keys_stand_in_their_order() -> None:
    data = json.loads(written(WHOLE), object_pairs_hook=lambda pairs: pairs)
    keys = dict(data)
    assert list(keys) == ["id", "languages", "title", "meta", "sections", "notes"]
    section = dict(keys["sections"][1])
    assert list(section) == ["id", "level", "heading", "pairs"]
    pair = dict(section["pairs"][1])
    assert list(pair) == ["id", "kind", "segments"]
    assert list(dict(pair["segments"][0])) == ["id", "zh-Hant", "en", "confidence", "status", "notes"]
    assert list(dict(keys["notes"][0])) == ["label", "zh-Hant", "en", "marks"]


def test_the_first_pairs_of_the_report(matches_file: Callable[[Path, str], None]) -> None:
    head, _, _ = written(report()).partition('{"id":"p4"')
    matches_file(HERE / "bitext" / "report.json", head)


def test_segments_joined_are_the_paragraphs_of_the_author() -> None:
    lines = REPORT.read_text(encoding="utf-8").splitlines()
    chinese = {line for line in lines if re.search("[\u4e00-\u9fff]{4}", line)}
    english = {re.sub(r'(?<=")[56](?=\W)', "", line) for line in lines} - chinese
    bodies = [pair for pair in pairs(json.loads(written(report()))) if pair["kind"] in ("lead", "paragraph", "heading")]
    assert len(bodies) == 9
    for pair in bodies:
        assert "".join(segment["zh-Hant"] or "" for segment in pair["segments"]) in chinese
        assert "".join(segment["en"] or "" for segment in pair["segments"]) in english


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), min_size=1, max_size=6))
@settings(max_examples=60)
def test_no_text_is_lost_or_changed(texts: list[tuple[str, str]]) -> None:
    encodable = [tuple(text.encode("utf-8", "ignore").decode() for text in pair) for pair in texts]
    segments = tuple(Segment(f"p1-{at}", tuple(map(Line, pair))) for at, pair in enumerate(encodable))
    pair = Pair("p1", "paragraph", segments)
    document = Document("x", ("zh-Hant", "en"), ("x", "x"), (Section("s0", 0, (pair,)),))
    (read,) = pairs(json.loads(written(document)))
    for side, tag in enumerate(document.languages):
        assert "".join(segment[tag] or "" for segment in read["segments"]) == pair.text(side)


def test_indonesian_does_not_take_the_place_of_the_id() -> None:
    pair = Pair("p1", "paragraph", (Segment("p1-1", (Line("Halo."), Line("Hello."))),))
    document = Document("x", ("id", "en"), ("Judul", "Title"), (Section("s0", 0, (pair,)),))
    (read,) = pairs(json.loads(written(document)))
    assert read["segments"][0]["id"] == "p1-1"
    assert read["segments"][0]["id-Latn"] == "Halo."


def written(document: Document) -> str:
    assert OUTPUT.for_document
    (artifact,) = OUTPUT.for_document(document, Site(Config(), Theme("none", None)))  # type: ignore[arg-type]
    assert artifact.path == f"{document.id}/{document.id}.json"
    return artifact.data.decode()


def pairs(data: Any) -> list[Any]:
    return [pair for section in data["sections"] for pair in section["pairs"]]


def report() -> Document:
    document = compose(Source("report", "interleaved", (SourceFile("report.txt", REPORT.read_bytes()),)), ()).document
    assert document
    return document
