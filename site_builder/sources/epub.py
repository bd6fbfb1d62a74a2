"""A book (.epub) in which paragraphs of two languages take turns, or tables have a column for each."""

from site_builder.draft import Reading, Source
from site_builder.sources import SourceForm


def claim(path: str) -> str | None:
    """Any EPUB, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() == "epub" else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one book."""
    from site_builder.hypertext.in_turn import drafted
    from site_builder.hypertext.opening import opened

    work = opened(source.files[0])
    return Reading(None, work) if isinstance(work, tuple) else drafted(work, languages)


SOURCE = SourceForm("a book with languages in turn (.epub)", claim, read)
