"""Open a text file: decode it, take its front matter off, cut the rest into pieces."""

from typing import NamedTuple

from site_builder.decoding import decode, empty
from site_builder.draft import SourceFile
from site_builder.drafting.pieces import Cut
from site_builder.front_matter import FrontMatter, split
from site_builder.problems import Problem

ENDINGS = ("txt", "md", "markdown")


class TextFile(NamedTuple):
    """What a file holds, and what was wrong with its encoding or front matter."""

    front: FrontMatter
    cut: Cut
    problems: tuple[Problem, ...]


def opened(file: SourceFile) -> TextFile | tuple[Problem, ...]:
    """The content of a file, plain text (.txt) or Markdown; only problems when there is nothing to read."""
    decoded = decode(file)
    if decoded.text is None:
        return decoded.problems
    front = split(decoded.text, file.path)
    problems = (*decoded.problems, *front.problems)
    if not front.body.strip():
        return (*problems, empty(file.path))
    return TextFile(front, _cut(front, file.path), problems)


def _cut(front: FrontMatter, path: str) -> Cut:
    if path.lower().endswith(".txt"):
        from site_builder.plain import cut
    else:
        from site_builder.markup import cut
    return cut(front.body, path, front.first_line)
