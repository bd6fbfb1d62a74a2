"""Open any file that becomes hypertext, by its ending."""

from site_builder.draft import SourceFile
from site_builder.hypertext.in_turn import Work
from site_builder.problems import Problem

ENDINGS = ("docx", "epub", "html", "htm", "xhtml")


def opened(file: SourceFile) -> Work | tuple[Problem, ...]:
    """What a file holds; only problems when there is nothing to read."""
    ending = file.path.rpartition(".")[2].lower()
    if ending == "docx":
        from site_builder.hypertext.word_file import opened as of_kind
    elif ending == "epub":
        from site_builder.hypertext.book import opened as of_kind
    else:
        from site_builder.hypertext.web_page import opened as of_kind
    return of_kind(file)
