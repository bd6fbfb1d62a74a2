"""Open an HTML file."""

from site_builder.draft import SourceFile
from site_builder.hypertext.elements import parsed_html
from site_builder.hypertext.footnotes import Page
from site_builder.hypertext.in_turn import Work, gathered
from site_builder.problems import Problem


def opened(file: SourceFile) -> Work | tuple[Problem, ...]:
    """What a page holds; only problems when there is nothing to read. Its `title` element names browser tabs more often
    than texts: a heading, or the file's name, gives the title."""
    root = parsed_html(file)
    if isinstance(root, tuple):
        return root
    return gathered([Page(root, file.path)], file.path)
