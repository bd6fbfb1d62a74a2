"""Documents made up by hypothesis: any kinds, spans and notes, one to three segments a pair, two or three languages."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from site_builder.model import Document, Line, Note, Pair, PairKind, Section, Segment, Span

_LETTERS = st.one_of(
    st.sampled_from(
        [*"甲乙。，ab .\t\n\r\\'\"=+-@<>&\u2028\u00a0\U00020000", "]]>", "\\n", "&amp;", "<b>", "'=", "%20"]
    ),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
)
_TEXTS = st.lists(_LETTERS, max_size=8).map("".join)
_WORDS = st.lists(_LETTERS, min_size=1, max_size=4).map("".join)
_LABELS = st.text("159aé註%@:=-'", min_size=1, max_size=3)
_KINDS: list[PairKind] = ["title", "heading", "lead", "item", "verse", "table", "code", "picture", "rule", "paragraph"]


@st.composite
def lines(draw: DrawFn, labels: tuple[str, ...] = (), spans: bool = True) -> Line:
    """A line whose spans may cross; those of kind `note` mark one of `labels`."""
    text = draw(_TEXTS)
    made = []
    for kind in draw(
        st.lists(st.sampled_from(["em", "strong", "strike", "code", "link", "image", "omit"]), max_size=3)
    ):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        if spans and start < end:
            made.append(Span(start, end, kind, draw(_WORDS) if kind in ("link", "image") else ""))
    for label in draw(st.lists(st.sampled_from(labels), max_size=2)) if labels and text else []:
        at = draw(st.integers(0, len(text)))
        made.append(Span(at, at, "note", label))
    return Line(text, tuple(sorted(made, key=lambda span: span.start)))


@st.composite
def documents(draw: DrawFn, spans: bool = True) -> Document:
    """A whole document, numbered and marked as `assemble` would."""
    languages = draw(st.sampled_from([("zh-Hant", "en"), ("en", "zh"), ("fr", "en", "zh-hans")]))
    labels = tuple(draw(st.lists(_LABELS, max_size=3, unique=True)))
    count = draw(st.integers(1, 5))
    numbers = draw(st.lists(st.integers(1, 99), min_size=count, max_size=count, unique=True))
    pairs = [draw(_pairs(number, len(languages), labels, spans)) for number in numbers]
    notes = [Note(label, draw(_bodies(len(languages), spans)), _marks(label, pairs)) for label in labels]
    title = tuple(draw(_WORDS) for _ in languages)
    meta = draw(st.dictionaries(_WORDS, _WORDS, max_size=3))
    return Document("text", languages, title, _sections(pairs), tuple(notes), meta, "text.md")


@st.composite
def _pairs(draw: DrawFn, number: int, sides: int, labels: tuple[str, ...], spans: bool) -> Pair:
    kind = draw(st.sampled_from(_KINDS))
    ids = draw(st.lists(st.integers(1, 9), min_size=1, max_size=3, unique=True))
    segments = []
    for at in ids if kind != "rule" else []:
        texts = tuple(draw(lines(labels, spans)) for _ in range(sides))
        if kind == "picture":
            texts = tuple(Line(each.text, (Span(0, len(each.text), "image", "a b.png"),)) for each in texts)
        confidence = draw(st.integers(0, 1000)) / 1000
        status = draw(st.sampled_from(["auto", "checked", "locked"]))
        segments.append(Segment(f"p{number}-{at}", texts, confidence, status))
    least = 1 if kind in ("heading", "item") else 0
    once = not segments or any(segment.lines[0].text for segment in segments)
    return Pair(
        f"p{number}",
        kind,
        tuple(segments),
        level=draw(st.integers(least, 6)),
        quoted=draw(st.integers(0, 3)),
        marker=draw(_TEXTS),
        info=draw(st.text("lcr", min_size=1, max_size=4)) if kind == "table" else draw(_TEXTS),
        shared=draw(st.booleans()) if once else False,
        own_id=draw(st.sampled_from(["", "own-id", "註=@"])),
    )


@st.composite
def _bodies(draw: DrawFn, sides: int, spans: bool) -> tuple[tuple[Line, ...], ...]:
    written = lines(spans=spans).filter(lambda line: bool(line.text))
    return tuple(tuple(draw(st.lists(written, max_size=2))) for _ in range(sides))


def _marks(label: str, pairs: list[Pair]) -> tuple[str, ...]:
    return tuple(segment.id for pair in pairs for segment in pair.segments if label in segment.notes())


def _sections(pairs: list[Pair]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for pair in pairs:
        if pair.kind == "heading" or not sections:
            number = len([each for each in sections if each.level]) + 1 if pair.kind == "heading" else 0
            sections.append(Section(f"s{number}", pair.level if number else 0, (pair,)))
        else:
            sections[-1] = replace(sections[-1], pairs=(*sections[-1].pairs, pair))
    return tuple(sections)
