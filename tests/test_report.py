"""How problems and totals read."""

from hypothesis import given
from hypothesis import strategies as some

from site_builder.output_folder import Changes
from site_builder.problems import Place, Problem, Severity
from site_builder.report import Report, Totals, counts, fails, fault, in_order, problem_lines, summary_line


def shown(problem: Problem) -> str:
    return "\n".join(problem_lines(problem))


def test_a_problem_shows_its_line_and_a_mark_under_the_fault() -> None:
    problem = Problem("dead-note", "no such note", Place("a.md", 3, 5, "see [^7] there", 4), hint="write [^7]: …")
    assert shown(problem) == ("a.md:3:5: dead-note: no such note (write [^7]: …)\n  see [^7] there\n      ^^^^")


def test_han_characters_are_two_columns_wide() -> None:
    assert shown(Problem("x", "y", Place("a.md", 1, 3, "春天来了", 2))).splitlines()[1:] == ["  春天来了", "      ^^^^"]


def test_a_long_line_is_shown_around_the_fault() -> None:
    line = "字" * 500 + "錯" + "字" * 500
    _, text, mark = shown(Problem("x", "y", Place("a.md", 1, 501, line))).splitlines()
    assert len(text) <= 102
    assert text[2 + (len(mark) - 2 - 2) // 2] == "錯"


def test_without_a_line_only_the_file_is_named() -> None:
    assert shown(Problem("empty", "the file is empty", Place("a.md"))) == "a.md: empty: the file is empty"


def test_a_text_cannot_move_the_cursor_or_colour_the_terminal() -> None:
    problem = Problem("x", "a\033[31mb\nc", Place("d\r.md", 1, 1, "\033]0;title\007"))
    assert "\033" not in shown(problem)
    assert "\r" not in shown(problem)
    assert len(shown(problem).splitlines()) == 3


@given(some.builds(Place, some.text(), some.integers(0, 9), some.integers(0, 300), some.text(), some.integers(0, 300)))
def test_any_place_can_be_shown(place: Place) -> None:
    assert list(problem_lines(Problem("x", "y", place)))


def test_problems_are_counted_by_severity() -> None:
    severities = (Severity.WARNING, Severity.ERROR, Severity.WARNING, Severity.INFO)
    assert counts(Problem("x", "y", Place("a"), severity) for severity in severities) == "1 error, 2 warnings, 1 remark"
    assert counts([]) == ""


def test_warnings_fail_only_when_strict() -> None:
    warning = [Problem("x", "y", Place("a"))]
    assert not fails(warning, strict=False)
    assert fails(warning, strict=True)
    assert not fails([Problem("x", "y", Place("a"), Severity.INFO)], strict=True)


def test_problems_stand_in_order_of_place_each_once() -> None:
    first, second = Problem("x", "y", Place("a.md", 2)), Problem("x", "y", Place("a.md", 10))
    assert in_order([second, first, second]) == (first, second)


def test_a_build_ends_with_one_line() -> None:
    report = Report((), Totals(1, 10, 55, 2), Changes(("a", "b"), ("c",), 3), 0.456)
    assert summary_line(report) == (
        "1 document, 10 pairs, 55 segments, 2 notes; 2 files written, 3 unchanged, 1 removed; 0.46 s"
    )


def test_a_fault_of_ours_says_where_it_is() -> None:
    try:
        raise KeyError("oops")
    except KeyError as error:
        problem = fault(error, "a.md")
    assert problem.message.startswith("KeyError: 'oops' (test_report.py:")
