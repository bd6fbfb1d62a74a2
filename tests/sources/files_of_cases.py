"""Cases that hold several files: `>>> path` begins each."""

import re

from site_builder.draft import SourceFile


def files_of(text: str) -> tuple[SourceFile, ...]:
    """The files of a case."""
    _, *parts = re.split(r"^>>> (.+)\n", text, flags=re.MULTILINE)
    return tuple(SourceFile(path, body.encode()) for path, body in zip(parts[::2], parts[1::2], strict=True))
