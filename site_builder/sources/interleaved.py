"""One file in which paragraphs of two languages take turns: plain text (.txt) or Markdown (.md)."""

from site_builder import markup, plain
from site_builder.decoding import decode, empty
from site_builder.draft import Reading, Source
from site_builder.drafting.compose import Given, compose
from site_builder.front_matter import split
from site_builder.sources import SourceForm


def claim(path: str) -> str | None:
    """Any text or Markdown file, under its own name."""
    name, dot, ending = path.rpartition(".")
    return name if dot and ending.lower() in ("txt", "md", "markdown") else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    path = source.files[0].path
    decoded = decode(source.files[0])
    if decoded.text is None:
        return Reading(None, decoded.problems)
    front = split(decoded.text, path)
    if not front.body.strip():
        return Reading(None, (*decoded.problems, *front.problems, empty(path)))
    cut = plain.cut if path.lower().endswith(".txt") else markup.cut
    given = Given(path, front.languages or languages, front.title, front.meta)
    reading = compose(cut(front.body, path, front.first_line), given)
    return Reading(reading.draft, (*decoded.problems, *front.problems, *reading.problems))


SOURCE = SourceForm("one file, languages in turn (.txt, .md)", claim, read)
