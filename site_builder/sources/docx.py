"""A Word document (.docx) with a table that has a language in each column, or with languages in turn."""

from site_builder.draft import Reading, Source
from site_builder.sources import SourceForm


def claim(path: str) -> str | None:
    """Any Word document, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() == "docx" else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one document."""
    from site_builder.hypertext.in_turn import drafted
    from site_builder.hypertext.opening import opened

    work = opened(source.files[0])
    return Reading(None, work) if isinstance(work, tuple) else drafted(work, languages)


SOURCE = SourceForm("a Word document: a table with a column a language, or languages in turn (.docx)", claim, read)
