"""Small projects on disk, for tests of whole builds."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from site_builder.inputs import Options

POEM = """# 春曉

# A Spring Morning

春眠不覺曉。

In spring I sleep past daybreak.

夜來風雨聲。

All night wind and rain.
"""
SONG = """# 靜夜思

# Quiet Night

床前明月光。

Before my bed the moon shines.
"""


def project(folder: Path, files: Mapping[str, str | bytes]) -> Options:
    """Options for a project in `folder` whose content folder holds `files`, none of them written just now."""
    for path, text in files.items():
        write(folder / "content" / path, text)
    return Options(str(folder / "content"), str(folder / "site"))


def write(place: Path, text: str | bytes) -> None:
    """Write a file as if a while ago, so that its stamp can be trusted; each time a different while."""
    place.parent.mkdir(parents=True, exist_ok=True)
    before = place.stat().st_mtime_ns if place.exists() else 1_700_000_000_000_000_000
    place.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(place, ns=(before + 1_000_000_000,) * 2)


def tree(folder: str | Path) -> dict[str, str]:
    """Every file below `folder` with the digest of its bytes."""
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sorted(files)}


def times(folder: str | Path) -> dict[str, int]:
    """Every file below `folder` with its time of change."""
    return {path.as_posix(): path.stat().st_mtime_ns for path in sorted(Path(folder).rglob("*")) if path.is_file()}
