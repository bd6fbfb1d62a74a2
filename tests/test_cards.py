"""What a card says of a document."""

from dataclasses import replace

from site_builder.cards import brief, card
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span


def pair(number: int, kind: str, *segments: tuple[str, str], level: int = 0, own_id: str = "") -> Pair:
    lines = tuple(
        Segment(f"p{number}-{at}", (Line(first), Line(second))) for at, (first, second) in enumerate(segments, 1)
    )
    return Pair(f"p{number}", kind, lines, level, own_id=own_id)  # type: ignore[arg-type]


TITLE = pair(1, "title", ("報告", "Report"), ("在會上", "At the session"), ("市長", ""))
HEADING = pair(2, "heading", ("一、回顧", "I Review"), level=1)
LEAD = pair(3, "lead", ("二是創新。", "Second, innovation."))
STATIONS = ("新增5G基站3萬個，", "A total of 30,000 5G stations ")
TEXT = pair(4, "paragraph", STATIONS, ("很好。", "were added."), own_id="five-g")
DOCUMENT = Document(
    "report",
    ("zh-Hant", "en"),
    ("報告", "Report"),
    (Section("s0", 0, (TITLE,)), Section("s1", 1, (HEADING, LEAD, TEXT))),
    (Note("5", ((), (Line("They refer to …"),)), ("p4-1",)),),
    path="report.txt",
)


def test_a_card_counts_and_outlines_the_document() -> None:
    made = card(DOCUMENT)
    assert (made.sections, made.pairs, made.segments, made.notes) == (2, 4, 7, ("5",))
    assert made.subtitle == (("在會上", "市長"), ("At the session",))
    assert [(line.id, line.level, line.text) for line in made.outline] == [
        ("s1", 1, ("一、回顧", "I Review")),
        ("p3", 2, ("二是創新。", "Second, innovation.")),
    ]
    assert made.anchors == ("five-g",)


def test_lengths_are_han_characters_and_words() -> None:
    assert card(DOCUMENT).lengths == (2 + 3 + 2 + 3 + 4 + 6 + 2, 1 + 3 + 2 + 2 + 6 + 2)


def test_the_digest_changes_with_anything_that_is_in_the_document() -> None:
    plain = Segment("p4-1", (Line("x"), Line("y")))
    spanned = Segment("p4-1", (Line("x", (Span(0, 1, "em"),)), Line("y")))
    texts = [
        DOCUMENT,
        replace(DOCUMENT, id="other"),
        replace(DOCUMENT, notes=()),
        replace(DOCUMENT, meta={"author": "x"}),
        replace(DOCUMENT, sections=(Section("s0", 0, (Pair("p4", "paragraph", (spanned,)),)),)),
        replace(DOCUMENT, sections=(Section("s0", 0, (Pair("p4", "paragraph", (plain,)),)),)),
    ]
    assert len({card(text).digest for text in texts}) == len(texts)
    assert card(DOCUMENT).digest == card(DOCUMENT).digest


def test_neighbours_see_only_the_name() -> None:
    seen = brief(card(DOCUMENT))
    assert (seen.id, seen.title, seen.languages) == ("report", ("報告", "Report"), ("zh-Hant", "en"))
    assert seen == replace(seen, outline=(), pairs=0, digest="")
