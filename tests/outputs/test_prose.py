"""A document as text that people read and edit."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import discovery
from site_builder.composing import compose
from site_builder.config import Config
from site_builder.draft import Source, SourceFile
from site_builder.interchange.markdown import line_markdown
from site_builder.model import Document, Line
from site_builder.outputs import Output
from site_builder.rendering.downloads import said
from site_builder.rendering.theme import Theme
from site_builder.site import Site

SITE = Site(Config(), Theme("none", None))  # type: ignore[arg-type]
TEXT = """---
author: 伊索
---

# 狐狸與葡萄

# The Fox and the Grapes

葡萄很高。[^1]狐狸跳了又跳，*夠不著*。

The grapes were high. The fox jumped and jumped[^1] but *could not reach* them.

- 它走了。

- It went away.

| 果 | 價 |
| --- | ---: |
| 葡萄 | 3 |

| Fruit | Price |
| --- | ---: |
| grapes | 3 |

[^1]: 伊索的寓言。

[^1]: A fable of Aesop.
"""


def made(form: str, text: str = TEXT) -> dict[str, str]:
    """The files of a form of a text."""
    output = discovery.load("site_builder.outputs", form, "OUTPUT", Output)
    assert output.for_document
    return {artifact.path: artifact.data.decode() for artifact in output.for_document(read(text), SITE)}


def read(text: str) -> Document:
    """The document that a text says."""
    document = compose(Source("fox", "interleaved", (SourceFile("fox.md", text.encode()),)), ()).document
    assert document
    return document


def test_plain_text_in_one_language_and_in_both() -> None:
    files = made("text")
    assert files["fox/fox.en.txt"] == (
        "The Fox and the Grapes\n\nThe grapes were high. The fox jumped and jumped[1] but could not reach them.\n\n"
        "• It went away.\n\nFruit\tPrice\ngrapes\t3\n\n[1] A fable of Aesop.\n"
    )
    assert files["fox/fox.txt"].startswith("狐狸與葡萄\n\nThe Fox and the Grapes\n\n葡萄很高。[1]狐狸")


def test_markdown_in_one_language_and_in_both() -> None:
    files = made("markdown")
    assert files["fox/fox.zh-Hant.md"] == (
        '---\ntitle:\n  zh-Hant: "狐狸與葡萄"\nauthor: "伊索"\n---\n\n狐狸與葡萄\n\n'
        "葡萄很高。[^1]狐狸跳了又跳，*夠不著*。\n\n- 它走了。\n\n| 果 | 價 |\n| :--- | ---: |\n| 葡萄 | 3 |\n\n"
        "[^1]: 伊索的寓言。\n"
    )
    assert "狐狸與葡萄\n\nThe Fox and the Grapes\n" in files["fox/fox.md"]


@given(st.text(st.sampled_from("ab狐 *_`[]()<>#+-=>|~\\&;:!1.)\n"), min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_what_only_looks_like_markup_is_read_as_text(text: str) -> None:
    text = " ".join(f"a{text}a".split())  # a paragraph of one line
    document = read(f"狐。\n\n{line_markdown(Line(text))}\n")
    assert "".join(line.text for segment in document.segments() for line in segment.lines) == f"狐。{text}"
    assert not any(line.spans for segment in document.segments() for line in segment.lines)


def test_sizes_are_said_as_people_say_them() -> None:
    assert [said(size) for size in (7, 1500, 15_000, 3 << 20)] == ["7 B", "1.5 kB", "15 kB", "3.0 MB"]
    assert re.fullmatch(r"\d+ kB", said(900_000))
