"""The page and the data of sources and licences."""

import json
from pathlib import Path

from site_builder.pipeline import build
from tests.projects import POEM, project


def test_a_site_says_what_it_is_made_from(tmp_path: Path) -> None:
    build(project(tmp_path, {"poem.md": POEM, "site.toml": "[learning]\n"}))
    credits = json.loads((tmp_path / "site/licences.json").read_text(encoding="utf-8"))
    terms = {credit["work"].split(",")[0]: credit["licence"] for credit in credits}
    assert terms["CC-CEDICT"] == "CC BY-SA 4.0"
    assert terms["wordfreq"] == "CC BY-SA 4.0"
    assert terms["OpenCC"] == "Apache-2.0"
    page = (tmp_path / "site/licences.html").read_text(encoding="utf-8")
    assert all(f'href="{credit["address"]}"' in page and f'href="{credit["terms"]}"' in page for credit in credits)
    assert "selected and abridged" in page


def test_what_is_not_used_is_not_named(tmp_path: Path) -> None:
    build(project(tmp_path, {"poem.md": POEM, "site.toml": ""}))
    assert "CEDICT" not in (tmp_path / "site/licences.json").read_text(encoding="utf-8")
    build(project(tmp_path, {"poem.md": POEM, "site.toml": '[learning]\nlayers = ["scripts"]\n'}))
    assert "CEDICT" not in (tmp_path / "site/licences.json").read_text(encoding="utf-8")
