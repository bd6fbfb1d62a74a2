"""Addresses lead somewhere, or are told to lead nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from site_builder.linking import Resolved, check_links, resolve, targets
from site_builder.model import Document, Line, Note, Pair, Section, Segment, Span
from site_builder.problems import Place
from site_builder.site import Card, Heading

CATALOGUE = {"a/text.md": "a-text", "other.txt": "other", "孟子.md": "孟子"}
FILES = frozenset({"a/pic 1.png", "odd?.png", "cafe\u0301.png"})


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("text.md#p3", Resolved("document", "a-text", "p3")),
        ("text", Resolved("document", "a-text")),
        ("../other.txt", Resolved("document", "other")),
        ("/other.txt?x#y", Resolved("document", "other", "y")),
        ("../%E5%AD%9F%E5%AD%90.md", Resolved("document", "孟子")),
        ("#s2", Resolved("fragment", fragment="s2")),
        ("pic%201.png", Resolved("file", path="a/pic 1.png")),
        ("../odd?.png", Resolved("file", path="odd?.png")),
        ("../caf\u00e9.png", Resolved("file", path="cafe\u0301.png")),
        ("https://example.org/", Resolved("outside")),
        ("mailto:a@example.org", Resolved("outside")),
        ("java\tscript:alert(1)", Resolved("refused")),
        ("\u200bDATA:text/html,x", Resolved("refused")),
        ("vbscript:x", Resolved("refused")),
        ("file:///etc/passwd", Resolved("refused")),
        ("../../../etc/passwd", Resolved("missing", path="../../etc/passwd")),
        ("gone.md", Resolved("missing", path="a/gone.md")),
        ("", Resolved("missing")),
    ],
)
def test_resolve(address: str, found: Resolved) -> None:
    assert resolve(address, "a/text.md", CATALOGUE, FILES) == found


def test_targets_are_those_of_text_and_notes_with_their_places() -> None:
    line = Line("here", (Span(0, 4, "link", "x.md"), Span(0, 2, "em")))
    image = Line("pic", (Span(0, 3, "image", "y.png"),))
    pair = Pair("p1", "paragraph", (Segment("p1-1", (line, line)),), place=Place("a.md", 3))
    note = Note("1", ((image,), ()), place=Place("a.md", 9))
    document = Document("a", ("zh", "en"), ("", ""), (Section("s0", 0, (pair,)),), (note,), path="a.md")
    assert targets(document) == (("x.md", Place("a.md", 3)), ("y.png", Place("a.md", 9)))


@dataclass
class Record:
    card: Card | None
    links: Sequence[tuple[str, Place]]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("#s1", None),
        ("#intro", None),
        ("#p2-9:p3-1", None),
        ("#n5", None),
        ("#r5-2", None),
        ("text.md", None),
        ("#p4", "dead-anchor: a/text.md has no place #p4 (give the place {#a-name-of-its-own} and link to that)"),
        ("#intor", "dead-anchor: a/text.md has no place #intor (did you mean intro?)"),
        ("txet.md", "dead-link: the link txet.md leads nowhere (did you mean a/text.md?)"),
        ("pic 2.png", "missing-picture: there is no picture a/pic 2.png (did you mean a/pic 1.png?)"),
        ("javascript:alert(1)", "refused-link: a link to javascript:alert(1) is not made"),
    ],
)
def test_check_links(address: str, told: str | None) -> None:
    card = Card(
        "a-text",
        "a/text.md",
        ("zh",),
        ("",),
        outline=(Heading("s1", 1, ("",)),),
        pairs=3,
        notes=("5",),
        anchors=("intro",),
    )
    problems = check_links([Record(card, [(address, Place("a/text.md", 7))]), Record(None, [])], CATALOGUE, FILES)
    messages = [f"{problem.code}: {problem.message} ({problem.hint})" for problem in problems]
    assert len(messages) == (told is not None)
    assert not told or (messages[0].startswith(told) and problems[0].place.line == 7)
