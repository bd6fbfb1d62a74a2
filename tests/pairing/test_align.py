"""The aligner by itself, on numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pairing.align import align
from site_builder.pairing.shapes import Side

UNITS = st.lists(st.tuples(st.floats(1.0, 200.0), st.booleans()), max_size=24)


@settings(deadline=None)  # the first example reads the tables
@given(UNITS, UNITS, st.randoms(use_true_random=False))
def test_every_unit_is_in_one_bead_and_in_order(source, target, random) -> None:  # type: ignore[no-untyped-def]
    links = [[random.choice([0.0, 0.0, 0.4, 2.0]) for _ in target] for _ in source]
    beads = align(side(source), side(target), links)
    assert [unit for bead in beads for unit in range(*bead.source)] == list(range(len(source)))
    assert [unit for bead in beads for unit in range(*bead.target)] == list(range(len(target)))
    assert all(0.0 <= bead.confidence <= 1.0 for bead in beads)


def test_equal_sides_pair_one_to_one() -> None:
    lengths = [30.0, 12.0, 45.0, 20.0]
    beads = align(Side(lengths, (True,) * 4), Side(lengths, (True,) * 4), [[0.0] * 4] * 4)
    assert [(bead.source, bead.target) for bead in beads] == [((k, k + 1), (k, k + 1)) for k in range(4)]


def test_links_outweigh_lengths() -> None:
    sides = Side([10.0, 10.0, 10.0], (False, False, True)), Side([20.0, 10.0], (True, True))
    assert align(*sides, [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])[0].source == (0, 2)
    assert align(*sides, [[1.0, 0.0], [0.0, 2.0], [0.0, 2.0]])[0].source == (0, 1)


def test_an_end_inside_a_sentence_has_to_be_worth_it() -> None:
    whole = Side([10.0, 10.0, 10.0, 10.0], (False, True, False, True))
    beads = align(whole, Side([20.0, 20.0], (True, True)), [[0.0, 0.0]] * 4)
    assert [bead.source for bead in beads] == [(0, 2), (2, 4)]


def test_a_sentence_that_was_left_out_stands_alone() -> None:
    sides = Side([10.0, 30.0, 10.0], (True,) * 3), Side([10.0, 10.0], (True,) * 2)
    beads = align(*sides, [[3.0, 0.0], [0.0, 0.0], [0.0, 3.0]])
    assert [(bead.source, bead.target) for bead in beads] == [((0, 1), (0, 1)), ((1, 2), (1, 1)), ((2, 3), (1, 2))]


def side(units: list[tuple[float, bool]]) -> Side:
    closing = [closing for _, closing in units]
    return Side([length for length, _ in units], (*closing[:-1], True) if units else ())


def test_sides_that_run_far_apart_are_still_aligned() -> None:
    lopsided = Side([1.0, 1.0, 1.0, 1.0, 5000.0], (True,) * 5), Side([5000.0, 1.0, 1.0, 1.0], (True,) * 4)
    beads = align(*lopsided, [[0.0] * 4] * 5)
    assert (beads[-1].source[1], beads[-1].target[1]) == (5, 4)
