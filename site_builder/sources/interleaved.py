"""One file in which paragraphs of two languages take turns: plain text (.txt) or Markdown (.md)."""

from site_builder.draft import Reading, Source
from site_builder.drafting.compose import Given, compose
from site_builder.sources import SourceForm
from site_builder.text_files import ENDINGS, TextFile, opened


def claim(path: str) -> str | None:
    """Any text or Markdown file, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() in ENDINGS else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    file = opened(source.files[0])
    if not isinstance(file, TextFile):
        return Reading(None, file)
    front = file.front
    given = Given(source.files[0].path, front.languages or languages, front.title, front.meta)
    reading = compose(file.cut, given)
    return Reading(reading.draft, (*file.problems, *reading.problems))


SOURCE = SourceForm("one file, languages in turn (.txt, .md)", claim, read)
