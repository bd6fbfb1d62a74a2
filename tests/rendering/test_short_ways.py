"""The short ways through the hot loops come out where the long ways do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.languages import language
from site_builder.model import Line, Span
from site_builder.pairing.cutting import cut
from site_builder.rendering.contents import _CLOSING, opening
from site_builder.rendering.forms import form, hole
from site_builder.rendering.inline import Inline, _pieces, inline_html, text_html, texts_html

TEXTS = st.text(st.sampled_from("政府，。；！？…“”「」（）《》,;.!?\"'()<>&% \nabAB1\u3000"), max_size=12)
LONGER = st.text(st.sampled_from("政府說“”「」（）《》，。；！？…,;.!?\"'() abAB1"), max_size=60)


def mark(span: Span) -> str:
    return f"[{span.kind} {span.value}]"


HOW = Inline(lambda address: None, mark, str)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["note", "borrowed"])), max_size=4))
def test_marks_alone_are_put_where_the_walk_puts_them(text: str, places: list[tuple[int, str]]) -> None:
    spans = tuple(Span(min(at, len(text)), min(at, len(text)), kind, str(at)) for at, kind in places)
    assert inline_html(Line(text, spans), HOW) == "".join(_pieces(text, spans, HOW))


@given(st.lists(TEXTS, max_size=4))
def test_texts_together_are_what_each_is_by_itself(texts: list[str]) -> None:
    assert texts_html(texts) == [text_html(text) for text in texts]


@given(TEXTS)
def test_nothing_of_html_is_left_in_a_text(text: str) -> None:
    assert not set("<>\"'\n") & set(text_html(text).replace("<br>", ""))


@given(st.sampled_from(["zh-Hant", "en"]), TEXTS)
def test_the_contents_cut_a_text_at_its_first_clause(tag: str, text: str) -> None:
    clause_ends = language(tag).clause_ends
    assert clause_ends
    first = text[: clause_ends(text)[0]] if text else ""
    assert opening(tag, text) == first.rstrip(_CLOSING)


@given(TEXTS, TEXTS)
def test_a_form_filled_is_the_template_with_the_values_in_it(around: str, value: str) -> None:
    made = form(f"{around}{hole('id')}{around}{hole('html')}{hole('id')}")
    assert made % {"id": "p7", "html": value} == f"{around}p7{around}{value}p7"


@settings(deadline=None)  # the first example reads the tables
@given(LONGER, LONGER)
def test_the_contents_know_the_first_clause_from_pairing(chinese: str, english: str) -> None:
    tags = ("zh-Hant", "en")
    found = cut((Line(chinese), Line(english)), tags)
    for tag, line, end in zip(tags, found.rows[0][0], found.opening, strict=False):
        assert line.text[:end].rstrip(_CLOSING) == opening(tag, line.text)
