"""The tables in data/: what they hold, and that they can be made again."""

from site_builder import lexicons
from site_builder.data import compile_lexicon, compile_variants

ENTRIES = """\
發展 发展 [fa1 zhan3] /development/growth/to develop/to grow/to expand/
髮 发 [fa4] /hair/
國際 国际 [guo2 ji4] /international/
發布 发布 [fa1 bu4] /to release/to issue/
"""


def test_traditional_and_common_variants_fold_to_simplified() -> None:
    variants = lexicons.variants()
    assert {variants[character] for character in "臺裡裏羣範說説為爲"} == set("台里里群范说说为为")
    assert "國際範式".translate(lexicons.folding()) == "国际范式"
    assert not variants.keys() & set(variants.values())


def test_the_table_of_variants_is_what_its_maker_makes() -> None:
    made = {one: other for one, other in compile_variants.pairs().items() if one != other}
    assert dict(lexicons.variants()) == made


def test_a_few_entries_compile_to_lines() -> None:
    assert list(compile_lexicon.compiled(ENTRIES.splitlines())) == [
        "发国",
        "52 12",
        "展 expand9,grow9,growth9,develop7 布 issu9,releas9",
        "际 interna9",
    ]


def test_words_are_found_by_their_first_two_characters() -> None:
    lexicon = lexicons.chinese_english()
    begun = lexicon["国际"]
    assert begun is not None
    assert "interna" in begun.glosses
    assert [rest for rest, _ in lexicon["发展"].longer["中"]] == ["中", "中国家"]  # type: ignore[union-attr]
    assert lexicon["ab"] is lexicon["国d"] is None
