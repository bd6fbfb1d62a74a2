"""Long texts are cut where both sides meet: the blocks cover all, and pass what must be passed."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pairing.anchors import cuts
from site_builder.pairing.fixed import Units, rising
from site_builder.pairing.limits import Node
from site_builder.pairing.matter import matter
from site_builder.pairing.sequences import align_sequences
from tests.pairing.sides import from_gold, whole

LONG = 700  # units
NUMBERS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 800), st.integers(0, 800), st.integers(1, 300), st.data())
def test_blocks_cover_all_and_keep_to_what_must_be_passed(
    rows: int, columns: int, alike: int, data: st.DataObject
) -> None:
    source = [f"wort{at} satz" for at in range(alike)] + ["nichts"] * rows
    target = [f"wort{at} line" for at in range(alike)] + ["nothing"] * columns
    nodes: list[Node] = rising(
        sorted(data.draw(st.lists(st.tuples(st.integers(0, len(source)), st.integers(0, len(target))), max_size=3)))
    )
    places = cuts(matter(source, target, ("de", "en")), nodes)
    assert places[0] == (0, 0)
    assert places[-1] == (len(source), len(target))
    assert all(before[0] <= after[0] and before[1] <= after[1] for before, after in pairwise(places))
    for i, j in nodes:
        assert not any((i - cut[0]) * (j - cut[1]) < 0 for cut in places)


def test_a_long_text_is_cut_at_pairs_that_are_right() -> None:
    source, target = long_text()
    places = cuts(matter(source, target, ("zh", "en")), [])
    assert len(places) > 4
    assert all(i == j for i, j in places)


def test_a_long_text_is_aligned_block_by_block() -> None:
    source, target = long_text()
    beads = align_sequences(Units(source), Units(target), ("zh", "en"))
    right = sum(bead.source == bead.target == (at, at + 1) for at, bead in enumerate(beads))
    assert right >= 0.97 * LONG


@settings(deadline=None)
@given(NUMBERS)
def test_the_longest_chain_is_kept(nodes: list[Node]) -> None:
    nodes = sorted(set(nodes))
    chain = rising(nodes)
    assert all(before[0] <= after[0] and before[1] <= after[1] for before, after in pairwise(chain))
    assert len(chain) == max((longest(nodes, at) for at in range(len(nodes))), default=0)


def longest(nodes: list[Node], at: int) -> int:
    """The length of the longest chain that ends with a node."""
    return 1 + max((longest(nodes, before) for before in range(at) if nodes[before][1] <= nodes[at][1]), default=0)


def long_text() -> tuple[list[str], list[str]]:
    """Paragraphs again and again, each time with another number."""
    pairs = whole(from_gold("declaration", "zh-Hans", "en")) + whole(from_gold("genesis", "zh-Hans", "en"))
    told = [(f"{at}年{one}", f"{two} {at}") for at in range(LONG) for one, two in [pairs[at % len(pairs)]]]
    return [one for one, _ in told], [two for _, two in told]
