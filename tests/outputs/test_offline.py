"""What is kept for reading without network is named by its bytes, and an installed site has its icons."""

import hashlib
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from site_builder.pipeline import build
from site_builder.rendering.picturing import drawing, picture
from tests.projects import POEM, project

ICON = Path(__file__).parents[2] / "themes/reader/icon.svg"


def known(site: Path) -> dict[str, Any]:
    """What the worker says of its build."""
    found = re.match(r"const BUILD = (.*);\n", (site / "worker.js").read_text(encoding="utf-8"))
    assert found
    return dict(json.loads(found[1]))


def test_every_file_is_named_by_its_digest_and_size(tmp_path: Path) -> None:
    build(project(tmp_path, {"a.md": POEM, "b.md": POEM, "site.toml": 'precompress = ["gz"]\n'}))
    site, worker = tmp_path / "site", known(tmp_path / "site")
    lists = [entry for name in "ab" for entry in json.loads((site / name / f"{name}.offline.json").read_text("utf-8"))]
    entries = [worker["lists"], *worker["shell"], *worker["whole"], *lists]
    for path, digest, size in entries:
        data = (site / path).read_bytes()
        assert (hashlib.sha256(data).hexdigest()[:32], len(data)) == (digest, size), path
    paths = {path for path, *_ in entries}
    assert {"index.html", "offline.html", "a/index.html", "b/index.html", "search/index.js"} <= paths
    assert not {path for path in paths if path.endswith((".epub", ".tmx", "/a.json", ".gz", "worker.js", "_headers"))}


def test_any_change_makes_another_worker(tmp_path: Path) -> None:
    build(project(tmp_path, {"a.md": POEM}))
    first = known(tmp_path / "site")["version"]
    build(project(tmp_path, {"a.md": POEM}))
    assert known(tmp_path / "site")["version"] == first
    build(project(tmp_path, {"a.md": POEM + "\n\n完。\n\nThe end.\n"}))
    assert known(tmp_path / "site")["version"] != first


def test_a_large_library_is_not_kept_unasked(tmp_path: Path) -> None:
    build(project(tmp_path, {"a.md": POEM + "\n\n![x](p.png)\n\n![x](p.png)\n", "p.png": b"1" * (4 << 20)}))
    worker = known(tmp_path / "site")
    assert worker["whole"] == []
    assert not [path for path, *_ in worker["shell"] if path.startswith("a/")]


def test_a_site_without_it_has_the_worker_that_ends_it(tmp_path: Path) -> None:
    build(project(tmp_path, {"a.md": POEM, "site.toml": "offline = false\n"}))
    assert "unregister" in (tmp_path / "site/worker.js").read_text(encoding="utf-8")
    assert not (tmp_path / "site/offline.json").exists()
    assert "data-offline" not in (tmp_path / "site/a/index.html").read_text(encoding="utf-8")


def pixels(png: bytes) -> tuple[int, bytes]:
    """The side of a picture, and its rows."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    side, height, *form = struct.unpack(">IIBBBBB", png[16:29])
    assert (side, form) == (height, [8, 6, 0, 0, 0])
    length = struct.unpack(">I", png[33:37])[0]
    return side, zlib.decompress(png[41 : 41 + length])


def at(png: bytes, x: float, y: float) -> tuple[int, ...]:
    """The pixel at these parts of the width and height."""
    side, rows = pixels(png)
    place = int(y * side) * (side * 4 + 1) + 1 + int(x * side) * 4
    return tuple(rows[place : place + 4])


@pytest.mark.parametrize("size", [48, 192, 512])
def test_the_icon_becomes_a_picture(size: int) -> None:
    drawn = drawing(ICON.read_text(encoding="utf-8"))
    assert drawn
    plain, full = picture(drawn, size), picture(drawn, size, full=True)
    red, white = (163, 54, 43, 255), (251, 249, 244, 255)
    assert at(plain, 0, 0) == (0, 0, 0, 0)
    assert at(full, 0, 0) == red
    for png in (plain, full):
        assert at(png, 0.5, 0.5) == red
        assert at(png, 0.3, 0.7) == white
        assert at(png, 0.35, 12.05 / 32 if png is plain else 0.05 + 0.9 * 12.05 / 32) == red


@pytest.mark.parametrize(
    "svg",
    [
        "",
        '<svg viewBox="0 0 32 32"><circle r="3" fill="#ffffff"/></svg>',
        '<svg viewBox="0 0 32 16"><rect width="3" height="3" fill="#ffffff"/></svg>',
        '<svg viewBox="0 0 32 32"><path d="M1 1C2 2 3 3 4 4" fill="#ffffff"/></svg>',
        '<svg viewBox="0 0 32 32"><path d="M1 1L2" fill="#ffffff"/></svg>',
        '<svg viewBox="0 0 32 32"><rect width="3" height="3" fill="red"/></svg>',
    ],
)
def test_what_is_not_understood_is_no_drawing(svg: str) -> None:
    assert drawing(svg) is None
