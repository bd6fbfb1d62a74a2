"""A text file a language: `name.zh.md` beside `name.en.md`, or `zh.md` and `en.md` in a folder of their own."""

from site_builder.draft import Reading, Source, SourceFile
from site_builder.drafting.editions import Edition
from site_builder.drafting.streams import of_files
from site_builder.edition_names import edition_name, known_tag
from site_builder.problems import Problem
from site_builder.sources import SourceForm
from site_builder.text_files import ENDINGS, TextFile, opened


def claim(path: str) -> str | None:
    """Files whose name ends in a language: `mengzi.zh.md` and `mengzi/zh.md` belong to `mengzi`."""
    found = edition_name(path, ENDINGS)
    return found.name if found else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of the files. One that cannot be read, or comes second in its language, is told and left out."""
    return of_files(source, languages, _edition)


def _edition(file: SourceFile, asked: tuple[str, ...]) -> tuple[Edition | None, tuple[Problem, ...]]:
    text = opened(file)
    if not isinstance(text, TextFile):
        return None, text
    front, named = text.front, edition_name(file.path, ENDINGS)
    tag = known_tag(named.said if named else "und", front.body, asked)
    title = front.title.get("") or front.title.get(tag) or next(iter(front.title.values()), "")
    return Edition(tag, file.path, text.cut, title, front.meta), text.problems


SOURCE = SourceForm("a file a language (name.zh.md, name.en.md)", claim, read, rank=1, several=True)
