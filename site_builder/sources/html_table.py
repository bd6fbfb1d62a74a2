"""A web page (.html) with a table that has a language in each column, or with paragraphs of two languages in turn."""

from site_builder.draft import Reading, Source
from site_builder.sources import SourceForm

_ENDINGS = ("html", "htm", "xhtml")


def claim(path: str) -> str | None:
    """Any HTML file, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() in _ENDINGS else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one page."""
    from site_builder.hypertext.in_turn import drafted
    from site_builder.hypertext.opening import opened

    work = opened(source.files[0])
    return Reading(None, work) if isinstance(work, tuple) else drafted(work, languages)


SOURCE = SourceForm("a web page: a table with a column a language, or languages in turn (.html)", claim, read)
