"""What is exported can be read back: the same document, TMX with its spans, TSV but for emphasis and links."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from site_builder import discovery
from site_builder.composing import compose
from site_builder.config import Config
from site_builder.draft import Source, SourceFile
from site_builder.grouping import group
from site_builder.model import Document, Line, Pair, Section, Segment
from site_builder.outputs import Output
from site_builder.rendering.theme import Theme
from site_builder.site import Site
from tests.generated import documents

ROOT = Path(__file__).parents[2]
SITE = Site(Config(), Theme("none", None))  # type: ignore[arg-type]


@given(documents())
@settings(max_examples=300, deadline=None)
def test_tmx_read_back_is_the_document(document: Document) -> None:
    assert read_back(document, "tmx") == [bare(document)]


@given(documents())
@settings(max_examples=300, deadline=None)
def test_tsv_read_back_is_the_document_but_for_emphasis_and_links(document: Document) -> None:
    (found,) = read_back(document, "tsv")
    assert without_spans(found) == without_spans(bare(document))


@given(documents())
@settings(max_examples=200, deadline=None)
def test_xliff_read_back_has_the_texts_of_its_two_languages(document: Document) -> None:
    for side, found in enumerate(read_back(document, "xliff"), 1):
        for own, read in zip(document.segments(), found.segments(), strict=True):
            assert own.id == read.id
            assert own.status == read.status
            assert [line.text for line in read.lines] == [own.lines[0].text, own.lines[side].text]


def test_xliff_says_where_targets_stand_that_cross() -> None:
    texts = ("一。", "Two. "), ("二。", "One. "), ("三。", ""), ("四。", "Four.")
    segments = tuple(Segment(f"p1-{at}", (Line(one), Line(two))) for at, (one, two) in enumerate(texts, 1))
    pair = Pair("p1", "paragraph", segments, order=((0, 1, 2, 3), (1, 0, 2, 3)))
    document = Document("text", ("zh-Hant", "en"), ("", ""), (Section("s0", 0, (pair,)),))
    output = discovery.load("site_builder.outputs", "xliff", "OUTPUT", Output)
    assert output.for_document
    (artifact,) = output.for_document(document, SITE)
    found = re.findall(r"<target(?: order=\"(\d)\")?>([^<]*)<", artifact.data.decode())
    assert found == [("2", "Two. "), ("1", "One. "), ("", "Four.")]
    (read,) = read_back(document, "xliff")
    assert [segment.lines[1].text for segment in read.segments()] == [two for _, two in texts]


@pytest.mark.parametrize("form", ["tmx", "tsv"])
def test_our_own_texts_read_back_are_the_same(form: str) -> None:
    found = list(own_documents())
    assert len(found) > 5
    for document in found:
        (read,) = read_back(document, form)
        keep = bare if form == "tmx" else lambda document: without_spans(bare(document))
        assert keep(read) == keep(document)


def test_markdown_of_our_own_texts_says_the_same_when_it_is_read() -> None:
    """Pairs, their texts, and what is marked in these; segments and ids are found anew."""
    output = discovery.load("site_builder.outputs", "markdown", "OUTPUT", Output)
    assert output.for_document
    for document in own_documents():
        both = next(iter(output.for_document(document, SITE)))
        read = compose(Source(document.id, "interleaved", (SourceFile("text.md", both.data),)), ()).document
        assert read
        assert list(map(blocks, read.pairs())) == list(map(blocks, document.pairs()))
        assert (read.title, read.languages, read.meta) == (document.title, document.languages, document.meta)
        assert [(note.label, note.bodies) for note in read.notes] == [
            (note.label, note.bodies) for note in document.notes
        ]


def blocks(pair: Pair) -> object:
    """What a pair says, without the spaces that were between letters set apart."""
    lines = [[line for segment in pair.segments for line in segment.lines]]
    spans = [sorted((span.start, span.end, span.kind, span.value) for span in line.spans) for line in lines[0]]
    texts = [line.text.strip() for line in lines[0]]
    return pair.kind, pair.level, pair.quoted, pair.marker, pair.info, pair.own_id, texts, spans


def read_back(document: Document, form: str) -> list[Document]:
    """The document that each file of an export says."""
    output = discovery.load("site_builder.outputs", form, "OUTPUT", Output)
    assert output.for_document
    found = []
    for artifact in output.for_document(document, SITE):
        file = SourceFile(f"{document.id}.{artifact.path.rpartition('.')[2]}", artifact.data)
        composed = compose(Source(document.id, form, (file,)), ())
        assert composed.document, composed.problems
        found.append(bare(composed.document))
    return found


def bare(document: Document) -> Document:
    """The document without where it was read, confidences as they are written."""
    sections = tuple(
        replace(
            section, pairs=tuple(replace(pair, place=None, segments=_rounded(pair.segments)) for pair in section.pairs)
        )
        for section in document.sections
    )
    notes = tuple(replace(note, place=None) for note in document.notes)
    return replace(document, sections=sections, notes=notes, meta=dict(document.meta), path="")


def without_spans(document: Document) -> Document:
    """Only the marks of notes are left, without their places."""
    sections = tuple(
        replace(
            section,
            pairs=tuple(
                replace(pair, segments=tuple(_marked(segment) for segment in pair.segments)) for pair in section.pairs
            ),
        )
        for section in document.sections
    )
    bodies = [tuple(tuple(Line(line.text) for line in body) for body in note.bodies) for note in document.notes]
    notes = tuple(replace(note, bodies=each) for note, each in zip(document.notes, bodies, strict=True))
    return replace(document, sections=sections, notes=notes)


def own_documents() -> Iterator[Document]:
    """The report, and those of the example site that has everything."""
    for folder in (ROOT / "content", ROOT / "tests/sites/full/content"):
        paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
        for source in group(paths).sources:
            files = tuple(SourceFile(path, (folder / path).read_bytes()) for path in source.paths)
            document = compose(Source(source.id, source.form, files), ()).document
            assert document
            yield document


def _rounded(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    return tuple(replace(segment, confidence=round(segment.confidence, 3)) for segment in segments)


def _marked(segment: Segment) -> Segment:
    marks = [sorted(line.of_kind("note"), key=lambda span: span.value) for line in segment.lines]
    lines = tuple(
        Line(line.text, tuple(replace(span, start=0, end=0) for span in own))
        for line, own in zip(segment.lines, marks, strict=True)
    )
    return replace(segment, lines=lines)
