"""The author's files of words, scripts, readings and levels."""

from site_builder.overrides import OwnReading, is_override, level_list, overrides, unmatched


def test_each_file_is_read() -> None:
    files = {
        "words.txt": "# ours\n三城一區\n\n京通\n",
        "variants.tsv": "標桿\t標竿\n",
        "readings.tsv": "殷勇\tYīn Yǒng\n創新[為]特色\twéi\n",
        "levels/ours.tsv": "改革\tB1\n",
    }
    own, problems = overrides(files)
    assert own.words == ("三城一區", "京通")
    assert own.variants == {"標桿": "標竿"}
    assert own.readings == (OwnReading("殷勇", 0, 2, "Yīn Yǒng"), OwnReading("創新為特色", 2, 3, "wéi"))
    assert own.levels == {"ours": {"改革": "B1"}}
    assert [row.text for row in own.rows] == ["三城一區", "京通", "標桿", "殷勇", "創新為特色"]
    assert not problems


def test_what_is_wrong_is_named_with_its_line() -> None:
    files = {
        "words.txt": "詞\n這不是一個詞，而是別人放在這裡的一篇文章的第一段。\n",
        "readings.tsv": "殷勇 Yīn Yǒng\n[創]新[為]\tx\n",
    }
    _, problems = overrides(files)
    assert {(problem.code, problem.place.path, problem.place.line) for problem in problems} == {
        ("broken-override", "words.txt", 2),
        ("broken-override", "readings.tsv", 1),
        ("broken-override", "readings.tsv", 2),
    }


def test_a_line_that_is_in_no_text_is_reported() -> None:
    own, _ = overrides({"words.txt": "京通\n京辦\n"})
    assert [(problem.code, problem.place.line) for problem in unmatched(own, [0])] == [("override-unmatched", 2)]


def test_only_files_at_their_place_are_overrides() -> None:
    assert is_override("words.txt")
    assert is_override("levels/ours.tsv")
    assert not is_override("essays/words.txt")
    assert not is_override("levels/deep/ours.tsv")
    assert level_list("levels/ours.tsv") == "ours"
