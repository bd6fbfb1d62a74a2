"""A Word document, book or web page a language: `name.zh.docx` beside `name.en.docx`, also of different kinds."""

from typing import TYPE_CHECKING

from site_builder.draft import Reading, Source, SourceFile
from site_builder.edition_names import edition_name, known_tag
from site_builder.problems import Problem
from site_builder.sources import SourceForm

if TYPE_CHECKING:
    from site_builder.drafting.editions import Edition

_ENDINGS = ("docx", "epub", "html", "htm", "xhtml")


def claim(path: str) -> str | None:
    """Files whose name ends in a language: `mengzi.zh.docx`, `mengzi_zh.epub`, `mengzi/zh.html` belong to `mengzi`."""
    found = edition_name(path, _ENDINGS)
    return found.name if found else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of the files. One that cannot be read, or comes second in its language, is told and left out."""
    from site_builder.drafting.streams import of_files

    return of_files(source, languages, _edition)


def _edition(file: SourceFile, asked: tuple[str, ...]) -> tuple["Edition | None", tuple[Problem, ...]]:
    from site_builder.drafting.editions import Edition
    from site_builder.hypertext.inking import cut
    from site_builder.hypertext.opening import opened
    from site_builder.hypertext.parts import texts

    work = opened(file)
    if isinstance(work, tuple):
        return None, work
    if not work.passages:
        return None, work.problems
    named = edition_name(file.path, _ENDINGS)
    tag = known_tag(named.said if named else "und", "\n".join(texts(work.passages)), asked)
    return Edition(tag, file.path, cut(work.passages), work.title, work.meta), work.problems


SOURCE = SourceForm("a document, book or page a language (.docx, .epub, .html)", claim, read, rank=1, several=True)
