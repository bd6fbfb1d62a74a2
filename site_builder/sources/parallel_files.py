"""A file a language: `name.zh.md` beside `name.en.md`, or `zh.md` and `en.md` in a folder of their own."""

import re

from site_builder.draft import Reading, Source, SourceFile
from site_builder.drafting.side_by_side import Edition, side_by_side
from site_builder.language_tags import cased, code_of, is_language
from site_builder.problems import Place, Problem, Severity
from site_builder.scripts import chinese_tag
from site_builder.sources import SourceForm
from site_builder.text_files import TextFile, opened

_NAMED = re.compile(
    r"(?:(?P<name>.*)(?P<gap>[./]))?(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:txt|md|markdown)", re.I
)


def claim(path: str) -> str | None:
    """Files whose name ends in a language: `mengzi.zh.md` and `mengzi/zh.md` belong to `mengzi`."""
    found = _NAMED.fullmatch(path)
    return (found["name"] or "") if found and is_language(found["tag"]) else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of the files. One that cannot be read, or comes second in its language, is told and left out."""
    problems: list[Problem] = []
    editions: dict[str, Edition] = {}
    for file in source.files:
        edition, faults = _edition(file)
        problems += faults
        if edition and edition.language in editions:
            problems.append(_same_language(edition, editions[edition.language]))
        elif edition:
            editions[edition.language] = edition
    if len(editions) < 2:
        return Reading(None, tuple(problems))
    reading = side_by_side(_in_order(list(editions.values()), languages))
    return Reading(reading.draft, (*problems, *reading.problems))


def _edition(file: SourceFile) -> tuple[Edition | None, tuple[Problem, ...]]:
    text = opened(file)
    if not isinstance(text, TextFile):
        return None, text
    front = text.front
    tag = _tag(file.path, front.body)
    title = front.title.get("") or front.title.get(tag) or next(iter(front.title.values()), "")
    return Edition(tag, file.path, text.cut, title, front.meta), text.problems


def _tag(path: str, text: str) -> str:
    """The language that the name says; of `zh` alone, the text shows which script it means."""
    found = _NAMED.fullmatch(path)
    tag = cased(found["tag"] if found else "und")
    return chinese_tag(text) if tag == "zh" else tag


def _in_order(editions: list[Edition], languages: tuple[str, ...]) -> list[Edition]:
    """As site.toml orders them; else English, which is mostly a translation, last."""
    asked = [code_of(tag) for tag in languages]

    def position(edition: Edition) -> tuple[int, bool, str]:
        code = code_of(edition.language)
        exact = languages.index(edition.language) if edition.language in languages else None
        named = asked.index(code) if code in asked else len(asked)
        return (named if exact is None else exact, code == "en", edition.language)

    return sorted(editions, key=position)


def _same_language(edition: Edition, first: Edition) -> Problem:
    message = f"{edition.path} and {first.path} are both in {edition.language}"
    return Problem("same-language", message, Place(edition.path), Severity.ERROR, "keep one of them, or rename one")


SOURCE = SourceForm("a file a language (name.zh.md, name.en.md)", claim, read, rank=1, several=True)
