"""Input forms: each file turns the files of one document into a `Draft` and declares `SOURCE`."""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.draft import Reading, Source


@dataclass(frozen=True, slots=True)
class SourceForm:
    """One input form.

    `claim(path)` looks at a path relative to the content folder and gives the document's name before
    it is made an id (`reports/2024` for `reports/2024.zh.md`), or None when the path is not of this form. A file that
    several forms claim goes to the one with the highest `rank`. With `several`, files claimed under one name make one
    document; a lone one is left to the other forms. `read(source, languages)` never raises on bad text: `languages` are
    the ones site.toml asks for, or empty to find out.
    """

    summary: str
    claim: Callable[[str], str | None]
    read: Callable[[Source, tuple[str, ...]], Reading]
    rank: int = 0
    several: bool = False
