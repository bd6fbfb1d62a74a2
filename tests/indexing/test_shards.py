"""Every unit is in one shard of the text, in its place, and a few numbers say in which."""

import json
from itertools import accumulate, chain, repeat
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexing.parts import Part, unit
from site_builder.indexing.shards import runs, text_shards

lengths = st.lists(st.lists(st.integers(1, 400), max_size=12), max_size=6)


@given(lengths, st.integers(100, 2000))
def test_every_unit_has_its_place(library: list[list[int]], size: int) -> None:
    parts = [_part(str(at), each) for at, each in enumerate(library)]
    cut = runs(parts, size)
    shards = [json.loads(data) for data in text_shards(parts, cut)]
    starts = list(accumulate(chain.from_iterable(repeat(each, count) for each, count in cut), initial=0))
    assert list(chain.from_iterable(shard["units"] for shard in shards)) == [
        json.loads(said) for part in parts for said in part.units
    ]
    assert len(starts) == len(shards) + 1
    for shard, start, end in zip(shards, starts, starts[1:], strict=False):
        assert shard["from"][0][0] == start
        assert len(shard["units"]) == min(end, sum(map(len, library))) - start
    pages = [
        (number, shard["works"][work]["id"], page, note)
        for shard in shards
        for number, work, page, note in shard["from"]
    ]
    places = [(part, place) for part in parts for place in range(len(part.units))]
    for at, (part, place) in enumerate(places):
        _, name, page, note = [one for one in pages if one[0] <= at][-1]
        assert (name, page, note) == (part.work["id"], f"{name}.html", int(place >= part.notes))


def test_alike_paragraphs_need_few_numbers() -> None:
    dice = Random(1)
    prose = [_part(str(at), [dice.randint(50, 600) for _ in range(100)]) for at in range(40)]
    verse = [_part(str(at), [dice.randint(10, 40) for _ in range(500)]) for at in range(8)]
    parts = [*prose[:20], *verse, *prose[20:]]
    cut = runs(parts, 6000)
    sizes = [len(data.encode()) for data in text_shards(parts, cut)]
    assert len(cut) < len(sizes) / 8
    assert max(sizes) < 9800
    assert sorted(sizes)[len(sizes) // 10] > 4200


def _part(name: str, lengths: list[int]) -> Part:
    notes = len(lengths) // 2
    pages = [(start, f"{name}.html", note) for start, note in ((0, 0), (notes, 1)) if (notes if not note else lengths)]
    return Part({"id": name}, pages, notes, [], [unit([("p1-1", ["龍" * length])]) for length in lengths])
