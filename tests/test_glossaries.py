"""The dictionary for learners: how it is compiled, and how it is looked up."""

from site_builder.data.compile_glossary import compiled, polyphones
from site_builder.glossaries import Glossary, chinese_glossary
from site_builder.glossaries import polyphones as known_polyphones

ENTRIES = """\
發展 发展 [fa1 zhan3] /development/growth/to develop/to grow/to expand/
髮 发 [fa4] /hair/Taiwan pr. [fa3]/
曾 曾 [Zeng1] /surname Zeng/
曾 曾 [ceng2] /once/already/
裏 里 [li3] /variant of 裡|里[li3]/
裡 里 [li3] /lining/interior/CL:個|个[ge4]/
長大 长大 [zhang3 da4] /to grow up/
長城 长城 [Chang2 cheng2] /the Great Wall/
""".splitlines()


def _glossary() -> Glossary:
    return Glossary(("\n".join(compiled(ENTRIES, {"发展": 6, "里": 7})) + "\n").encode())


def test_a_word_has_its_band_forms_readings_and_at_most_four_senses() -> None:
    word = _glossary().look_up("发展")
    assert word is not None
    assert word.band == 6
    assert word.meanings == [("發展", "fa1 zhan3", ("development", "growth", "to develop", "to grow"))]


def test_what_is_no_sense_is_left_out_and_surnames_come_last() -> None:
    hair, once = _glossary().look_up("发"), _glossary().look_up("曾")
    assert hair is not None
    assert once is not None
    assert hair.meanings == [("髮", "fa4", ("hair",))]
    assert [meaning.reading for meaning in once.meanings] == ["ceng2", "Zeng1"]


def test_a_variant_has_the_senses_of_the_word_that_it_points_to() -> None:
    inside = _glossary().look_up("里")
    assert inside is not None
    assert inside.meanings == [("裏", "li3", ("= 裡", "lining", "interior")), ("裡", "li3", ("lining", "interior"))]


def test_a_word_that_is_not_there_is_none() -> None:
    glossary = _glossary()
    assert glossary.look_up("发泥") is None
    assert "" not in glossary
    assert "长" not in glossary  # only words that begin with it
    assert glossary.band("长") == 0


def test_characters_with_several_common_readings_are_told() -> None:
    assert list(polyphones(ENTRIES, {"长大": 5, "长城": 4})) == ["长 zhang3 chang2"]
    assert known_polyphones()["长"] == ("chang2", "zhang3")
    assert "乙" not in known_polyphones()


def test_the_table_that_ships_has_the_words_of_the_dictionary() -> None:
    assert all(word in chinese_glossary() for word in ("政府", "发展", "为", "人工智能"))
    assert chinese_glossary().band("政府") == 6
