"""Files become documents."""

from site_builder.grouping import group


def told(*paths: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(named.id, named.form, named.paths) for named in group(paths).sources]


def test_a_file_is_a_document_under_its_own_name() -> None:
    assert told("b.md", "a/b c.txt") == [
        ("a-b-c", "interleaved", ("a/b c.txt",)),
        ("b", "interleaved", ("b.md",)),
    ]


def test_files_a_language_are_one_document() -> None:
    paths = ("mengzi.en.md", "mengzi.zh.md", "lunyu/en.md", "lunyu/zh.md", "zh.txt", "en.txt")
    assert told(*paths) == [
        ("text", "parallel_files", ("en.txt", "zh.txt")),
        ("lunyu", "parallel_files", ("lunyu/en.md", "lunyu/zh.md")),
        ("mengzi", "parallel_files", ("mengzi.en.md", "mengzi.zh.md")),
    ]


def test_a_lone_part_is_a_document_of_the_other_form() -> None:
    assert told("mengzi.en.md") == [("mengzi-en", "interleaved", ("mengzi.en.md",))]


def test_numbers_sort_as_numbers() -> None:
    assert [named[0] for named in told("chapter 10.md", "chapter 2.md")] == ["chapter-2", "chapter-10"]


def test_two_sources_for_one_page_are_told() -> None:
    grouping = group(["report.txt", "Report.md", "a b.md", "a#b.md"])
    assert [named.id for named in grouping.sources] == ["Report", "a-b"]
    assert [problem.message for problem in grouping.problems] == [
        "a#b.md and a b.md would both become the page a-b/",
        "report.txt and Report.md would both become the page Report/",
    ]


def test_pictures_are_others_and_hidden_files_are_nothing() -> None:
    grouping = group(["a.png", "x/b.pdf", ".git/config", "x/.DS_Store", "site.toml", "draft.md~", "t.txt"])
    assert grouping.others == {"a.png", "x/b.pdf"}
    assert [named.id for named in grouping.sources] == ["t"]
