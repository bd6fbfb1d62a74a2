"""What a project's own theme may do with a pair, and what it is told when it asks for more."""

from pathlib import Path

import pytest

from site_builder.errors import ThemeError
from site_builder.model import Document, Line, Pair, PairKind, Section, Segment
from site_builder.rendering.theme import Theme, load_theme
from site_builder.rendering.views import DocumentView

READER = Path(__file__).parents[2] / "themes/reader"
FILES = {path.relative_to(READER).as_posix(): path.read_bytes() for path in READER.rglob("*") if path.is_file()}


def test_a_template_of_ones_own_makes_every_pair() -> None:
    template = '<p id="{{ view.pair.id }}">{{ view.number }} 100% {{ view.pair.kind }} {{ view.pair.marker }}</p>'
    assert html(theme(template), "paragraph", "item") == (
        '<p id="p1">1 100% paragraph &lt;a&gt;</p><p id="p2">2 100% item &lt;a&gt;</p>'
    )


def test_lines_are_there_for_a_table() -> None:
    assert html(theme("{% for text in view.texts %}{{ text.lines | length }}{% endfor %}"), "table") == "11"


def test_asking_a_paragraph_for_its_lines_is_an_error_and_no_loss() -> None:
    with pytest.raises(ThemeError) as caught:
        html(theme("{% for text in view.texts %}{{ text.lines | length }}{% endfor %}"), "paragraph")
    assert "only a title and a table have lines" in str(caught.value.problems)


def test_comments_stay_at_home_but_licences_do_not() -> None:
    script = """/* Says what
   it does. */
const here = "https://x/*y*/"; // beside code
  // a line of its own
/*! Licence. */
  /** For whoever calls. */
const pattern = /[/*]/;
// last"""
    made = load_theme("own", {**FILES, "js/reader.js": script.encode()})
    asset = made.data[made.assets["reader.js"]].decode()
    assert asset.startswith("""const here = "https://x/*y*/"; // beside code
/*! Licence. */
const pattern = /[/*]/;
""")


def theme(template: str) -> Theme:
    return load_theme("own", {**FILES, "templates/partials/pair.html": template.encode()})


def html(theme: Theme, *kinds: PairKind) -> str:
    pairs = tuple(
        Pair(f"p{at}", kind, (Segment(f"p{at}-1", (Line("甲"), Line("A"))),), marker="<a>", info="l")
        for at, kind in enumerate(kinds, 1)
    )
    document = Document("x", ("zh-Hant", "en"), ("題", "Title"), (Section("s0", 0, pairs),))
    return "".join(section.html for section in DocumentView(document, theme, lambda address: None, "Note").sections())


def test_templates_are_compiled_once_and_again_when_they_change(tmp_path: Path) -> None:
    def rendered(template: str) -> str:
        files = {**FILES, "templates/one.html": template.encode()}
        return load_theme("own", files, kept_in=str(tmp_path)).render("one.html", a="<")

    assert rendered("{{ a }}!") == "&lt;!"
    (kept,) = tmp_path.iterdir()
    stamp = kept.stat().st_mtime_ns
    assert rendered("{{ a }}!") == "&lt;!"
    assert kept.stat().st_mtime_ns == stamp
    assert rendered("{{ a }}?") == "&lt;?"
