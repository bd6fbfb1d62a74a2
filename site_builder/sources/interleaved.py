"""One file in which paragraphs of two languages take turns: plain text (.txt) or Markdown (.md)."""

from site_builder import plain
from site_builder.decoding import decode
from site_builder.draft import Reading, Source
from site_builder.drafting.compose import Given, compose
from site_builder.sources import SourceForm


def claim(path: str) -> str | None:
    """Any text or Markdown file, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() in ("txt", "md", "markdown") else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    file = source.files[0]
    decoded = decode(file)
    if decoded.text is None:
        return Reading(None, decoded.problems)
    reading = compose(plain.cut(decoded.text), Given(file.path, plain.ink, languages))
    return Reading(reading.draft, decoded.problems + reading.problems)


SOURCE = SourceForm("one file, languages in turn (.txt, .md)", claim, read)
