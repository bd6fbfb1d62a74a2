"""What the library page says of its documents."""

import re
from pathlib import Path

from site_builder.pipeline import build
from tests.projects import POEM, SONG, project

ESSAY = '# 說《詩》\n\n# Ai\'s "Odes"\n\n詩者志也。[^1]\n\nPoetry is what one intends.\n\n[^1]: 見毛詩序。\n'


def page(folder: Path, files: dict[str, str]) -> str:
    """The text of the page, a line an element."""
    build(project(folder, files))
    html = (folder / "site/index.html").read_text(encoding="utf-8")
    return re.sub(r"<[^>]*>", "", html[html.index("<main") : html.index("</main")])


def test_one_is_counted_as_one(tmp_path: Path) -> None:
    settings = 'interface = "en"\n'
    text = page(tmp_path, {"essay.md": ESSAY, "poem.md": POEM, "site.toml": settings})
    assert "2 documents" in text
    assert "2 paragraphs · 1 note\n" in text
    assert "3 paragraphs\n" in text


def test_titles_are_set_as_they_are_in_the_text(tmp_path: Path) -> None:
    assert "Ai’s “Odes”" in page(tmp_path, {"essay.md": ESSAY, "song.md": SONG})
