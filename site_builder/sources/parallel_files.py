"""A file a language: `name.zh.md` beside `name.en.md`, or `zh.md` and `en.md` in a folder of their own."""

import re

from site_builder.draft import Reading, Source, SourceFile
from site_builder.drafting.side_by_side import Edition, side_by_side
from site_builder.problems import Place, Problem, Severity
from site_builder.scripts import chinese_tag
from site_builder.sources import SourceForm
from site_builder.text_files import TextFile, opened

# ISO 639-1, and the codes of older and regional languages that editions are made in.
_CODES = frozenset(
    re.findall(
        "[a-z]+",
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        ang cmn enm frm gmh grc hak lzh nan och pli wuu yue
        """,
    )
)
_NAMED = re.compile(
    r"(?:(?P<name>.*)(?P<gap>[./]))?(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:txt|md|markdown)", re.I
)


def claim(path: str) -> str | None:
    """Files whose name ends in a language: `mengzi.zh.md` and `mengzi/zh.md` belong to `mengzi`."""
    found = _NAMED.fullmatch(path)
    return (found["name"] or "") if found and _code(found["tag"]) in _CODES else None


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
    code, *subtags = (found["tag"] if found else "und").split("-")
    if code.lower() == "zh" and not subtags:
        return chinese_tag(text)
    return "-".join([code.lower(), *map(_cased, subtags)])


def _cased(subtag: str) -> str:
    """As BCP 47 writes them: Hant, TW."""
    return {2: subtag.upper(), 4: subtag.title()}.get(len(subtag), subtag.lower())


def _in_order(editions: list[Edition], languages: tuple[str, ...]) -> list[Edition]:
    """As site.toml orders them; else English, which is mostly a translation, last."""
    asked = [_code(tag) for tag in languages]

    def position(edition: Edition) -> tuple[int, bool, str]:
        code = _code(edition.language)
        exact = languages.index(edition.language) if edition.language in languages else None
        named = asked.index(code) if code in asked else len(asked)
        return (named if exact is None else exact, code == "en", edition.language)

    return sorted(editions, key=position)


def _code(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _same_language(edition: Edition, first: Edition) -> Problem:
    message = f"{edition.path} and {first.path} are both in {edition.language}"
    return Problem("same-language", message, Place(edition.path), Severity.ERROR, "keep one of them, or rename one")


SOURCE = SourceForm("a file a language (name.zh.md, name.en.md)", claim, read, rank=1, several=True)
