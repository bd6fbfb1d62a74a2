"""Libraries to search in, drawn at random: whatever makes candidates differ from what is found is in them."""

from typing import TypedDict

from hypothesis import strategies as st

HAN = "龍龙門门後后发發髮髪一丁𠮷𥻗中京〇かが한"
MARKS = ["，", "。", ".", "“", "”", "'", "’", "-", "—", "（", "(", "％", "%", "&", " ", "\u3000", "\u00ad", "\n"]
_ENGLISH = """
    reform reforms reformed reforming innovating re organ organs organize organization Beijing beijing’s 5G 30 42.9%
    don’t ﬁne café dying die universal university being be do doing R&D the of state art Ёлка संस्कृत 𐐀𐐁
"""
_GLUED = "الكتاب كتاب والكتاب מספר הספר והספר ו ה א و ٪"
WORDS = _ENGLISH.split()
GLUED = _GLUED.split()

Rows = list[list[str]]


class Work(TypedDict):
    """A document as the search knows it: its pairs and notes as rows [id, text a language…]."""

    id: str
    pairs: list[Rows]
    notes: list[Rows]


_pieces = st.one_of(
    st.text(st.sampled_from(HAN), min_size=1, max_size=6),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: word + " "),
    st.sampled_from(GLUED).map(lambda word: word + " "),
    st.sampled_from(MARKS),
)
texts = st.lists(_pieces, max_size=8).map("".join)
_rows = st.lists(st.tuples(texts, texts), min_size=1, max_size=3)


def _work(number: int, pairs: list[list[tuple[str, str]]], notes: list[tuple[str, str]]) -> Work:
    rows = [[[f"p{at}-{row}", *sides] for row, sides in enumerate(pair, 1)] for at, pair in enumerate(pairs, 1)]
    return {"id": f"d{number}", "pairs": rows, "notes": [[[f"n{at}", *sides]] for at, sides in enumerate(notes, 1)]}


_contents = st.tuples(st.lists(_rows, max_size=12), st.lists(st.tuples(texts, texts), max_size=2))
libraries = st.lists(_contents, min_size=1, max_size=3).map(
    lambda works: [_work(number, *contents) for number, contents in enumerate(works)]
)


def units(works: list[Work]) -> list[Rows]:
    """The units of a library, in their order."""
    return [rows for work in works for rows in (*work["pairs"], *work["notes"])]


def parts(works: list[Work], longest: int = 9) -> st.SearchStrategy[str]:
    """Any part of any text, across segments too."""
    sides = ["".join(row[side] for row in rows) for rows in units(works) for side in (1, 2)]
    return st.sampled_from(list(filter(None, sides)) or ["中"]).flatmap(
        lambda text: st.tuples(st.integers(0, len(text) - 1), st.integers(1, longest)).map(
            lambda at: text[at[0] : at[0] + at[1]]
        )
    )


def queries(works: list[Work]) -> st.SearchStrategy[str]:
    """What a reader may type: parts of the text, words, beginnings, phrases, and what is to be left out."""
    terms = st.one_of(
        parts(works),
        st.sampled_from(WORDS + GLUED),
        st.tuples(st.sampled_from(WORDS), st.integers(1, 8)).map(lambda at: at[0][: at[1]]),
        st.text(st.sampled_from(HAN), min_size=1, max_size=2),
        st.sampled_from(MARKS),
    )
    shapes = st.sampled_from(["{}", "{}", "{}", "“{}”", '"{}"', '"{}', "-{}", '－"{}"'])
    shaped = st.tuples(shapes, terms).map(lambda pair: pair[0].replace("{}", pair[1]))
    return st.tuples(st.lists(shaped, min_size=1, max_size=3), st.sampled_from(["", " "])).map(
        lambda pair: " ".join(pair[0]) + pair[1]
    )
