"""Python, while pages are made, and the page's script find the same page for every place."""

import json
import subprocess
from pathlib import Path

from site_builder.composing import compose
from site_builder.draft import Source, SourceFile
from site_builder.model import Document
from site_builder.paging.leaves import Leaf, leaves
from site_builder.paging.places import holder, page_rows, places
from tests.books import book

SCRIPT = Path(__file__).parents[2] / "themes/reader/js/page-map.js"
RUN = """
require("node:vm").runInThisContext(require("node:fs").readFileSync(process.argv[1], "utf8"));
const { rows, asked } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map((id) => PageMap.find(rows, id))));
"""
NOWHERE = ["", "p", "p0", "p999", "p999-1", "s99", "n", "n9", "x", "%", "constructor", "p3.5", "r", "p1e1", "3"]


def read(text: str) -> Document:
    composed = compose(Source("river", "interleaved", (SourceFile("river.md", text.encode()),)), ())
    assert composed.document
    return composed.document


def cut() -> tuple[Leaf, ...]:
    made = leaves(read(book()), 14)
    assert len(made) > 10
    return made


def in_the_page(made: tuple[Leaf, ...], asked: list[str]) -> list[str]:
    given = json.dumps({"rows": page_rows(made), "asked": asked})
    command = ["node", "-e", RUN, str(SCRIPT)]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    answer: list[str] = json.loads(done.stdout)
    return answer


def test_every_pair_segment_section_and_own_id_is_found() -> None:
    made = cut()
    found = places(made)
    for leaf in made:
        held = [section.id for section in leaf.document.sections]
        for pair in leaf.document.pairs():
            ids = [segment.id for segment in pair.segments]
            held += [pair.id, *ids, f"{ids[0]}:p76-1", *([pair.own_id] if pair.own_id else [])]
        assert [holder(found, place) for place in held] == [leaf.name] * len(held)
        name = "" if leaf.name == "index" else leaf.name  # what stands on the front page needs no other page
        assert in_the_page(made, held) == [name] * len(held)


def test_notes_lead_to_their_first_page_and_each_mark_to_its_own() -> None:
    made = cut()
    asked = {"nall": "s1", "n1": "s1", "n2": "s8", "r1": "s1", "r1-2": "s1", "rall": "s1", "rall-2": "s8", "r2-2": "s8"}
    assert {place: holder(places(made), place) for place in asked} == asked
    assert dict(zip(asked, in_the_page(made, list(asked)), strict=True)) == asked


def test_what_is_nowhere_leads_nowhere() -> None:
    made = cut()
    assert [holder(places(made), place) for place in NOWHERE] == [""] * len(NOWHERE)
    assert in_the_page(made, NOWHERE) == [""] * len(NOWHERE)


def test_a_note_stands_on_every_page_that_uses_it_and_one_without_a_mark_on_the_last() -> None:
    text = (
        book()
        + "\n[^3]: 無人提到。\n\n    Nobody mentions it.\n\n[^deep]: 見注。[^deeper]\n\n    See the note.[^deeper]\n"
    )
    text += "\n[^deeper]: 更深。\n\n    Deeper.\n"
    made = leaves(read(text.replace("[^1][^all]", "[^1][^all][^deep]")), 14)
    labels = {leaf.name: [note.label for note in leaf.document.notes] for leaf in made if leaf.document.notes}
    assert labels == {"s1": ["all", "1", "deep", "deeper"], "s8": ["all", "2"], "s14": ["3"]}
