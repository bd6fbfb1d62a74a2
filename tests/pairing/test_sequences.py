"""What holds for every alignment of two sequences, whatever they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pairing.align import Bead
from site_builder.pairing.fixed import Units
from site_builder.pairing.limits import HEADING, PROSE, Kind, Node
from site_builder.pairing.sequences import align_sequences

SAID = {
    "zh": ("今年增長3%。", "「你好嗎？」", "人民，發展", "同", "", " ", "第5章", "梁先生走了。", "A", "\n"),
    "en": ("Growth is 3% this year.", '"How are you?"', "people; to develop", "same", "", " ", "Part 5", "Mr. Liang"),
    "de": ("Das Wachstum beträgt 3 %.", "„Wie geht es Ihnen?“", "Entwicklung", "gleich", "", "Kapitel 5", "A"),
    "ja": ("今年は3%成長した。", "「元気ですか？」", "発展", "同じ", "", "第5章", "A"),
    "he": ("הצמיחה היא 3%.", "שלום?", "", "5", "א"),
}  # fmt: skip
PAIRS = (("zh-Hant", "en"), ("en", "zh-Hans"), ("de", "en"), ("ja", "zh-Hant"), ("he", "de"), ("en", "en"))
KINDS = st.sampled_from([(PROSE, 0), (PROSE, 0), (PROSE, 0), ("heading", 1), ("heading", 2), ("code", 0)])
LAWS = settings(deadline=None, max_examples=40)  # the first example reads the tables


def units(language: str, most: int = 12) -> st.SearchStrategy[list[str]]:
    """Texts in a language, among them empty ones and ones that stand many times."""
    said = st.sampled_from(SAID[language.partition("-")[0]])
    return st.lists(st.lists(said, min_size=1, max_size=3).map(" ".join), max_size=most)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[str], list[str], tuple[str, str]]:
    """Two sequences and their languages."""
    languages = draw(st.sampled_from(PAIRS))
    return draw(units(languages[0])), draw(units(languages[1])), languages


@st.composite
def fixed_beads(draw: st.DrawFn, rows: int, columns: int) -> list[Bead]:
    """Some beads that share no unit; they may cross."""
    sources, targets = (draw(st.permutations(_parts(draw, size))) for size in (rows, columns))
    count = draw(st.integers(0, min(len(sources), len(targets), 3)))
    return [Bead(source, target) for source, target in zip(sources[:count], targets[:count], strict=True)]


@LAWS
@given(cases())
def test_every_unit_is_in_one_bead_and_in_order(case: tuple[list[str], list[str], tuple[str, str]]) -> None:
    source, target, languages = case
    beads = align_sequences(Units(source), Units(target), languages)
    assert [unit for bead in beads for unit in range(*bead.source)] == list(range(len(source)))
    assert [unit for bead in beads for unit in range(*bead.target)] == list(range(len(target)))
    assert all(0.0 < bead.confidence <= 1.0 for bead in beads)


@LAWS
@given(cases(), st.data())
def test_what_a_person_linked_is_together(
    case: tuple[list[str], list[str], tuple[str, str]], data: st.DataObject
) -> None:
    source, target, languages = case
    most = min(len(source), len(target))
    sides = (sorted(data.draw(st.permutations(range(len(side))))[:most]) for side in (source, target))
    links = data.draw(st.lists(st.sampled_from(list(zip(*sides, strict=True))), unique=True)) if most else []
    for bead in align_sequences(Units(source), Units(target), languages, links=links):
        for i, j in links:
            assert (bead.source[0] <= i < bead.source[1]) == (bead.target[0] <= j < bead.target[1])


@LAWS
@given(cases())
def test_either_side_may_be_the_first(case: tuple[list[str], list[str], tuple[str, str]]) -> None:
    source, target, languages = case
    beads = align_sequences(Units(source), Units(target), languages)
    turned = align_sequences(Units(target), Units(source), languages[::-1])
    assert sorted(beads) == sorted(Bead(bead.target, bead.source, bead.confidence) for bead in turned)


@LAWS
@given(cases(), st.data())
def test_fixed_beads_are_kept_and_nothing_is_lost(
    case: tuple[list[str], list[str], tuple[str, str]], data: st.DataObject
) -> None:
    source, target, languages = case
    fixed = data.draw(fixed_beads(len(source), len(target)))
    beads = align_sequences(Units(source), Units(target), languages, fixed)
    assert set(fixed) <= set(beads)
    assert sorted(unit for bead in beads for unit in range(*bead.source)) == list(range(len(source)))
    assert sorted(unit for bead in beads for unit in range(*bead.target)) == list(range(len(target)))
    assert all(bead.source[0] < bead.source[1] or bead.target[0] < bead.target[1] for bead in beads)


@LAWS
@given(cases(), st.data())
def test_nodes_are_passed(case: tuple[list[str], list[str], tuple[str, str]], data: st.DataObject) -> None:
    source, target, languages = case
    rows = sorted(data.draw(st.lists(st.integers(0, len(source)), max_size=3)))
    columns = sorted(data.draw(st.lists(st.integers(0, len(target)), min_size=len(rows), max_size=len(rows))))
    nodes: list[Node] = list(zip(rows, columns, strict=True))
    beads = align_sequences(Units(source), Units(target), languages, nodes=nodes)
    for i, j in nodes:
        assert sum(bead.source[1] - bead.source[0] for bead in beads if _before(bead, (i, j))) == i
        assert sum(bead.target[1] - bead.target[0] for bead in beads if _before(bead, (i, j))) == j


@LAWS
@given(cases(), st.data())
def test_kinds_are_never_mixed(case: tuple[list[str], list[str], tuple[str, str]], data: st.DataObject) -> None:
    source, target, languages = case
    kinds: list[list[Kind]] = [
        data.draw(st.lists(KINDS, min_size=len(side), max_size=len(side))) for side in (source, target)
    ]
    beads = align_sequences(Units(source, kinds[0]), Units(target, kinds[1]), languages)
    for bead in beads:
        here = {kind for kind, _ in kinds[0][slice(*bead.source)]}
        there = {kind for kind, _ in kinds[1][slice(*bead.target)]}
        assert not here or not there or here == there or _one_shows_no_headings(kinds, here | there)
        assert max(len(here), len(there)) == 1
        assert here <= {PROSE} or bead.source[1] - bead.source[0] == 1
    assert sum(bead.source[1] - bead.source[0] for bead in beads) == len(source)
    assert sum(bead.target[1] - bead.target[0] for bead in beads) == len(target)


def _one_shows_no_headings(kinds: list[list[Kind]], mixed: set[str]) -> bool:
    """Plain text may show a heading in one language only."""
    return mixed == {PROSE, HEADING} and any(all(kind != HEADING for kind, _ in side) for side in kinds)


@pytest.mark.parametrize("languages", PAIRS)
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ([], ["a", "b"]),
        (["a"], ["b"] * 120),
        (["a"] * 120, ["b"]),
        (["同"] * 40, ["same"] * 70),
        (["", "", ""], [" "]),
        (["x" * 50_000, "y"], ["z", "今天" * 10_000, "z"]),
    ],
)
def test_odd_sequences_are_aligned(languages: tuple[str, str], source: list[str], target: list[str]) -> None:
    beads = align_sequences(Units(source), Units(target), languages)
    assert [unit for bead in beads for unit in range(*bead.source)] == list(range(len(source)))
    assert [unit for bead in beads for unit in range(*bead.target)] == list(range(len(target)))
    assert all(0.0 < bead.confidence <= 1.0 for bead in beads)


def test_a_fixed_bead_makes_its_neighbours_better() -> None:
    source = ["他來了。", "他走了。", "他又來了。", "他又走了。"]
    target = ["He came.", "He left.", "He came again and left again, once and for all, as we were to learn."]
    free = align_sequences(Units(source), Units(target), ("zh", "en"))
    fixed = align_sequences(Units(source), Units(target), ("zh", "en"), [Bead((1, 2), (1, 2))])
    assert Bead((1, 2), (1, 2)) in fixed
    assert min(bead.confidence for bead in fixed) > min(bead.confidence for bead in free)
    assert [bead.source for bead in fixed] == [(0, 1), (1, 2), (2, 4)]


def _parts(draw: st.DrawFn, size: int) -> list[tuple[int, int]]:
    """A sequence cut into runs of one or two units."""
    found, at = [], 0
    while at < size:
        end = min(size, at + draw(st.integers(1, 2)))
        found.append((at, end))
        at = end
    return found


def _before(bead: Bead, node: Node) -> bool:
    return bead.source[1] <= node[0] and bead.target[1] <= node[1]
