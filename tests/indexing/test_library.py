"""The dictionary of a library holds what its units hold, however it was put together."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.indexing import memory
from site_builder.indexing.library import index
from site_builder.indexing.merging import Dictionary, dictionary
from site_builder.indexing.parts import Part, packed, unit, unpacked
from site_builder.indexing.terms import found, stem
from tests.indexing.test_codes import read

texts = st.text(st.sampled_from("龍龙发髮𠮷一丁中 aA9é%，。’'\nحבי"), max_size=14)
words = st.lists(
    st.sampled_from(["reform", "reforming", "happy", "people’s", "l’eau", "don’t", "generously", "42.9%"]), max_size=5
).map(" ".join)
rows = st.lists(st.tuples(texts, st.one_of(texts, words)), min_size=1, max_size=3)
documents = st.lists(st.lists(rows, max_size=5), min_size=1, max_size=4)


@given(documents)
@settings(max_examples=150, deadline=None)
def test_documents_together_are_one_text(library: list[list[list[tuple[str, str]]]]) -> None:
    apart = dictionary([one for each in library for one in found([units(each)])], [len(each) for each in library])
    whole = [one for each in library for one in each]
    together = dictionary(found([units(whole)]), [len(whole)])
    assert apart == together
    batch = found([units(each) for each in library])
    assert dictionary(batch, [len(each) for each in library]) == together


@given(rows)
@settings(max_examples=150, deadline=None)
def test_every_pair_of_characters_has_its_unit(segments: list[tuple[str, str]]) -> None:
    lists = units_of(dictionary(found([units([segments, [("", "")]])]), [2]))
    for character in "龙发𠮷一丁中":
        told = any(0 in held for term, held in lists.items() if term.startswith(character))
        folded = [text.replace("龍", "龙").replace("髮", "发") for segment in segments for text in segment]
        assert told == any(character in text for text in folded)
    assert all(set(held) <= {0} for held in lists.values())


def test_a_form_is_found_by_its_beginning_or_refers_to_its_stem() -> None:
    said = "happy happily businesses business generously being"
    lines = dict(line.split("\t", 1) for line in dictionary(found([units([[("", said)]])]), [1]).lines)
    for form in said.split():
        name = stem(form)
        near = form.startswith(name) and len(form) - len(name) <= 3
        assert form == name or (near and form in lines[name].split("\t")[1].split()) or lines[form] in (f"={name}", "A")


def test_a_character_that_begins_very_much_has_a_list_of_its_own() -> None:
    many = [[(f"一{chr(0x4E00 + number % 20_000)}", "")] for number in range(40_000)]
    made = dictionary(found([units(many)]), [len(many)])
    (line,) = [line for line in made.lines if line.startswith("一\t")]
    assert line.startswith("一\t*!40000,")
    assert sum(len(read(block)) for block in made.blocks) >= 40_000
    assert read(line.partition(";")[2]) == list(range(96))


def test_what_is_remembered_is_what_was_found(tmp_path: Path) -> None:
    parts = [Part({"id": "x"}, [], 1, [], [unit([("p1-1", ["經濟", "reform’s"])])]), Part({"id": "y"}, [], 0, [], [])]
    data = [packed(part) for part in parts]
    assert [unpacked(one) for one in data] == [part._replace(pages=[], sections=[]) for part in parts]
    fresh = index(data, parts, "", 1)
    assert index(data, parts, str(tmp_path), 1, "1") == fresh == index(data, parts, str(tmp_path), 1, "1")
    assert len(memory.recalled(str(tmp_path), "1")) == 2
    assert memory.recalled(str(tmp_path), "2") == {}
    for broken in (b"", b"1\n[]\n123", b"1\n[[1]]\n", b"\xff\n\n"):
        (tmp_path / "terms").write_bytes(broken)
        assert memory.recalled(str(tmp_path), "1") == {}
        assert index(data, parts, str(tmp_path), 1, "1") == fresh


def units(library: list[list[tuple[str, str]]]) -> list[list[list[str]]]:
    return [[[f"p1-{at}", *segment] for at, segment in enumerate(segments)] for segments in library]


def units_of(made: Dictionary) -> dict[str, list[int]]:
    return {
        term: read(line.split("\t")[1].lstrip("*"))
        for term, line in zip(made.terms, made.lines, strict=True)
        if "=" not in line
    }


def test_control_characters_of_a_text_are_walls() -> None:
    """What stands between segments and texts while they are read must not be mistaken for it."""

    def terms(mark: str) -> str:
        (one,) = found([[[["p1-1", f"中{mark}國", f"a{mark}b"]], [["p2-1", "國", "c"]]]])
        return repr((one.pairs.tolist(), one.forms, one.uses.tolist()))

    assert terms("\x1e") == terms("\x1f") == terms("\0") != terms("")
