"""Marks leave the text, and what else is known of it stays where it was."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Line, Span
from site_builder.note_marks import Labels, find, marked

LABELS = Labels(frozenset({"5", "6", "12"}))


def test_other_spans_move_along() -> None:
    text = 'The "area"5 and [^x] the end'
    line = marked(Line(text, (Span(4, 11, "strong"), Span(21, 28, "em"), Span(16, 20, "link", "x.md"))), LABELS)
    assert line.text == 'The "area" and the end'
    assert {(span.kind, line.text[span.start : span.end]) for span in line.spans} == {
        ("strong", '"area"'),
        ("em", "the end"),
        ("link", ""),
        ("note", ""),
    }


def test_code_and_pictures_hold_no_marks() -> None:
    line = Line('a"5 and b"5', (Span(0, 3, "code"),))
    assert marked(line, LABELS).text == 'a"5 and b"'


@given(st.text(alphabet='ab甲"”.,5612 []⁵①（', max_size=40))
def test_marks_lie_in_order_and_only_marks_are_taken_out(text: str) -> None:
    marks = find(text, LABELS)
    assert marks == sorted(marks)
    line = marked(Line(text), LABELS)
    assert "".join(filter(str.isalpha, line.text)) == "".join(filter(str.isalpha, text))
    assert all(span.kind == "note" and 0 <= span.start == span.end <= len(line.text) for span in line.spans)


@given(st.text(max_size=60))
def test_a_text_without_notes_keeps_its_figures(text: str) -> None:
    if "[^" not in text:
        assert marked(Line(text), Labels(frozenset())) == Line(text)


@given(st.text(alphabet="ab ”.,12①⁵［[^]", max_size=12), st.sampled_from(["5", "1", "12", "ab"]))
def test_a_text_is_passed_over_only_when_it_holds_no_mark(text: str, label: str) -> None:
    labels = Labels(frozenset({label}), frozenset({label}))
    if marked(Line(text), labels) == Line(text):
        assert not find(text, labels)
