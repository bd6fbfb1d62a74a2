"""Sections, ids, titles, leads and note marks of an assembled document."""

from dataclasses import replace

from site_builder.draft import Aligned, Block, Draft
from site_builder.model import Line, Note, Span
from site_builder.pairing.assemble import assemble
from site_builder.problems import Place
from tests.pairing.paragraphs import block, paired

TITLE = Block(
    "title",
    ((Line("政 府", (Span(1, 2, "omit"),)), Line("THE GOVERNMENT")), (Line("市長"), Line("Mayor"))),
    Place("text.txt", 1),
    final=True,
)
HEADING = block("一、回顧", "I Review", kind="heading", level=2)


def test_every_block_is_a_pair_and_ids_count_from_one() -> None:
    document = paired(TITLE, HEADING, block("甲。乙。", "Yes. No."))
    assert [pair.id for pair in document.pairs()] == ["p1", "p2", "p3"]
    assert [segment.id for segment in document.segments()] == ["p1-1", "p1-2", "p2-1", "p3-1", "p3-2"]


def test_what_stands_before_the_first_heading_is_section_0() -> None:
    document = paired(TITLE, HEADING, block("甲。", "A."), HEADING)
    assert [(section.id, section.level, len(section.pairs)) for section in document.sections] == [
        ("s0", 0, 1),
        ("s1", 2, 2),
        ("s2", 2, 1),
    ]
    assert [section.id for section in paired(HEADING).sections] == ["s1"]


def test_the_title_is_what_there_is() -> None:
    assert paired(HEADING, TITLE).title == ("政府", "THE GOVERNMENT")
    assert paired(HEADING).title == ("一、回顧", "I Review")
    assert paired(block("甲。", "A.")).title == ("text", "text")
    given = Draft(("zh-Hant", "en"), (TITLE,), title=("", "Report"))
    assert assemble(given, "x", "x.txt")[0].title == ("政府", "Report")


def test_a_short_paragraph_with_an_ordinal_in_both_languages_is_a_lead() -> None:
    leads = [("二是著力創新,動力增強。", "Second, we drove innovation."), ("首先，要學習。", "First, we must learn.")]
    others = [("一批項目建成。", "A number of projects were built."), ("二是甲。乙。", "Second, A. Then B.")]
    kinds = [pair.kind for pair in paired(*(block(*texts) for texts in leads + others)).pairs()]
    assert kinds == ["lead", "lead", "paragraph", "paragraph"]


def test_notes_know_the_segments_that_mark_them() -> None:
    marked = Line("One. Two.", (Span(4, 4, "note", "5"), Span(9, 9, "note", "6")))
    blocks = (Block("paragraph", ((Line("一。二。"), marked),), Place("text.txt", 1)),)
    notes = (Note("5", ((), ())), Note("6", ((), ())), Note("7", ((), ())))
    document, _ = assemble(Draft(("zh-Hant", "en"), blocks, notes=notes), "text", "text.txt")
    assert [note.marks for note in document.notes] == [("p1-1",), ("p1-2",), ()]


def test_final_rows_are_kept_as_they_are() -> None:
    verse = replace(block("甲。乙。", "A. B.", kind="verse"), final=True)
    assert [segment.lines[0].text for segment in paired(verse).segments()] == ["甲。乙。"]


def test_two_files_are_paired_and_the_first_gap_is_reported() -> None:
    def stream(*texts: str) -> tuple[Block, ...]:
        return tuple(block(text, kind="heading" if text.isupper() else "paragraph") for text in texts)

    lonely = (
        "Nobody had waited for her. The letter on the table was three weeks old; she read it twice and put it back."
    )
    streams = (
        stream("HEAD", "Anna came home on Monday at 7.", lonely, "NEXT"),
        stream("前言", "HEAD", "安娜星期一7點回到家。", "NEXT"),
    )
    draft = Draft(("en", "zh-Hant"), streams=streams, aligned=Aligned.NOTHING)
    document, problems = assemble(draft, "text", "text.en.md")
    assert [(pair.text(0)[:6], pair.text(1)[:2]) for pair in document.pairs()] == [
        ("", "前言"),
        ("HEAD", "HE"),
        ("Anna c", "安娜"),
        ("Nobody", ""),
        ("NEXT", "NE"),
    ]
    assert [problem.code for problem in problems] == ["unpaired-block"]
