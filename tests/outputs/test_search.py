"""What the search in the page reads is what the page shows, and a large library has an index of it."""

import json
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.config import Config
from site_builder.indexing.files import SCANNED
from site_builder.lexicons import variants
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span
from site_builder.outputs import Workshop
from site_builder.outputs.search import OUTPUT
from site_builder.rendering.theme import Theme
from site_builder.site import Site
from tests.indexing.test_codes import read, read_plain

NOWHERE = Workshop()
SITE = Site(Config(), Theme("none", None))  # type: ignore[arg-type]


def test_a_unit_a_pair_and_a_note_with_what_readers_see() -> None:
    title = Line("政 府", (Span(1, 2, "omit"),))
    two = (Segment("p2-1", (Line("作用,經濟"), Line("A role. "))), Segment("p2-2", (Line(), Line())))
    pairs = (
        Pair("p1", "title", (Segment("p1-1", (title, Line("Government"))),)),
        Pair("p2", "paragraph", two),
        Pair("p3", "rule", ()),
        Pair("p4", "code", (Segment("p4-1", (Line("x = (甲,乙)"), Line())),), shared=True),
    )
    note = Note("5", ((), (Line("They refer."), Line("Again."))), ("p2-1",))
    shard = files(document(pairs, (note,)))["texts/0"]
    assert shard["units"] == [
        [["p1-1", "政府", "Government"]],
        [["p2-1", "作用，經濟", "A role. "]],
        [["p4-1", "x = (甲,乙)", ""]],
        [["n5", "", "They refer.\nAgain."]],
    ]
    assert shard["works"] == [{"id": "x", "languages": ["zh-Hant", "en"], "titles": ["題", "Title"]}]
    assert shard["from"] == [[0, 0, "x/index.html", 0], [3, 0, "x/index.html", 1]]


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_text_comes_back_whole(texts: list[tuple[str, str]]) -> None:
    encodable = [tuple(text.encode("utf-8", "ignore").decode() for text in pair) for pair in texts]
    segments = tuple(Segment(f"p1-{at}", tuple(map(Line, pair))) for at, pair in enumerate(encodable))
    shard = files(document((Pair("p1", "code", segments),))).get("texts/0", {"units": []})
    rows = [row for unit in shard["units"] for row in unit]
    assert rows == [[f"p1-{at}", *pair] for at, pair in enumerate(encodable) if any(pair)]


def test_documents_are_listed_in_order_with_their_sections() -> None:
    heading = Pair("p1", "heading", (Segment("p1-1", (Line("一"), Line("One"))),), level=2)
    made = [
        document((heading, paragraph("p2", "甲", "A")), (Note("1", ((Line("注"),), ())),), "論語/學而 1"),
        document((), id="empty"),
        document((paragraph("p1", "乙", "B"),), id="a#b?c"),
    ]
    entries = files(*made)["documents"]
    assert [(entry["id"], entry["first"], entry["notes"], entry["end"]) for entry in entries] == [
        ("論語/學而 1", 0, 2, 3),
        ("empty", 3, 3, 3),
        ("a#b?c", 3, 4, 4),
    ]
    assert entries[0]["sections"] == [[0, 1, "一", "One"]]
    assert [unquote(entry["page"]) for entry in entries] == ["論語/學而 1/index.html", "", "a#b?c/index.html"]
    spans = {entry["id"]: [entry["first"], entry["end"]] for entry in entries}
    assert files(*made)["root"]["spans"] == spans


def test_where_many_documents_are_stands_in_files_of_their_own() -> None:
    found = files(*(document((paragraph("p1", "甲", "A"),), id=f"d-論{number}") for number in range(150)))
    homes = [found[f"homes/{number}"] for number in range(found["root"]["homes"])]
    assert len(homes) == 3
    assert min(map(len, homes)) > 30
    assert {name: span for home in homes for name, span in home.items()} == {
        f"d-論{number}": [number, number + 1] for number in range(150)
    }


def test_only_characters_that_occur_fold() -> None:
    ones, others = files(document((paragraph("p1", "發展", "x"),)))["root"]["fold"]
    ways = (-(way + 1) // 2 if way % 2 else way // 2 for way in read_plain(others))
    traditional, simplified = map(chr, read(ones)), map(chr, accumulate(ways))
    assert (fold := dict(zip(traditional, simplified, strict=True))).items() <= variants().items()
    assert {"發", "髮"} <= set(fold)  # 髮 is found by 发 as well
    assert "龍" not in fold


def test_pairs_of_characters_are_found_by_their_sound() -> None:
    sounds = files(document((paragraph("p1", "銀行經濟，銀行", "x"), paragraph("p2", "銀行", ""))))["pinyin"]
    assert re.findall("hang\t(.*)", sounds["yin"]) == ["银行C"]
    assert "经济B" in sounds["jing"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_large_library_has_an_index(jobs: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = str(tmp_path_factory.mktemp("cache"))
    made = library(260)
    found = files(*made, workshop=Workshop(folder, "1", jobs))
    root = found["root"]
    assert not root["scan"]
    terms = "\n".join(found[f"terms/{number}"] for number in range(len(root["terms"].split("\n"))))
    lines = [line.split("\t") for line in terms.split("\n")]
    assert [term for term, *_ in lines] == sorted(term for term, *_ in lines)
    for number, border in enumerate(root["terms"].split("\n")):
        first = found[f"terms/{number}"].split("\t", 1)[0]
        last = found[f"terms/{number - 1}"].split("\n")[-1].split("\t")[0] if number else ""
        assert last < border <= first
    assert {term: rest for term, *rest in lines}["happi"][1] == "happy"
    assert ["happy", "=happi"] in lines
    assert files(*made, workshop=Workshop(folder, "1", jobs)) == found == files(*made)


def test_another_text_is_another_build() -> None:
    one, same, other = (paths(document((paragraph("p1", text, "x"),))) for text in ("甲", "甲", "乙"))
    assert one == same != other
    assert {path for path in one if path in other} == {"search/index.js"}


def library(count: int) -> list[Document]:
    """So many small documents, together so many that several processes read them."""
    size = 2 * SCANNED // count + 1
    return [
        document(
            [paragraph(f"p{at}", f"經濟發展{number}號", f"Happy reforms {at}") for at in range(size)], id=f"d{number}"
        )
        for number in range(count)
    ]


def paragraph(name: str, chinese: str, english: str) -> Pair:
    return Pair(name, "paragraph", (Segment(f"{name}-1", (Line(chinese), Line(english))),))


def document(pairs: Sequence[Pair], notes: tuple[Note, ...] = (), id: str = "x") -> Document:
    return Document(id, ("zh-Hant", "en"), ("題", "Title"), (Section("s1", 1, tuple(pairs)),), notes)


def scripts(documents: Sequence[Document], workshop: Workshop) -> dict[str, str]:
    assert OUTPUT.part
    assert OUTPUT.from_parts
    parts = [OUTPUT.part(document, SITE) for document in documents]
    return {artifact.path: artifact.data.decode() for artifact in OUTPUT.from_parts(parts, workshop)}


def paths(*documents: Document) -> list[str]:
    return list(scripts(documents, Workshop()))


def files(*documents: Document, workshop: Workshop = NOWHERE) -> dict[str, Any]:
    """What the files hold, by their names in the folder of the build."""
    made = scripts(documents, workshop)
    root = _value(made.pop("search/index.js"), "search")
    build = root["build"]
    return {"root": root} | {
        path.removeprefix(f"search/{build}/").removesuffix(".js"): _value(script, path.removesuffix(".js"))
        for path, script in made.items()
    }


def _value(script: str, name: str) -> Any:
    head, tail = f'Reader.provide("{name}",', ");\n"
    assert script.startswith(head)
    assert script.endswith(tail)
    return json.loads(script[len(head) : -len(tail)])
