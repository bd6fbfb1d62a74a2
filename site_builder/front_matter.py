"""What stands between two lines of three hyphens at the top of a text: title, languages, author, date, …"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from site_builder.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from yaml import YAMLError

_MOST = 64 * 1024  # bytes
# Patterns are compiled when they are met: most texts have no front matter.
_OPENED = r"---[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*(?:[^\s:#][^:\n]*:(?:\s|$)|---[ \t]*(?:\n|$)))"
_CLOSED = r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
# A line that YAML would read as it stands: `name: words`, or `name: "text"` without a backslash.
_PLAIN = (
    r"([A-Za-z_]{1,40}): "
    r"""(?:"([^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*)"|([^\W_][\w ,.()/-]*))"""
)
_TAG = r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
_HINT = "front matter is lines like `author: 殷勇`; text with a colon in it needs quotes"


class FrontMatter(NamedTuple):
    """`body` is the text below, which begins at line `first_line`. `title` is keyed by language, or by "" when it is
    one text; `meta` is everything besides title and languages, as text."""

    body: str
    first_line: int = 1
    title: Mapping[str, str] = MappingProxyType({})
    languages: tuple[str, ...] = ()
    meta: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def split(text: str, path: str) -> FrontMatter:
    """The front matter of a text and its body. What cannot be read is told, and left out."""
    if not text.startswith("---") or not (opened := re.match(_OPENED, text)):
        return FrontMatter(text)
    closed = re.compile(_CLOSED, re.MULTILINE).search(text, opened.end())
    if closed is None:
        hint = "end the front matter with a line of three hyphens"
        return FrontMatter(text, problems=(_problem(Place(path, 1, text="---"), "it has no end", hint),))
    head, body = text[opened.end() : closed.start()], text[closed.end() :]
    first_line = text.count("\n", 0, closed.end()) + 1
    if len(head.encode()) > _MOST:
        hint = "shorten it, or close it where the text begins"
        return FrontMatter(body, first_line, problems=(_problem(Place(path, 1), "it is longer than 64 kB", hint),))
    values, problem = _plain(head) or _load(head, path)
    if problem:
        return FrontMatter(body, first_line, problems=(problem,))
    return _sorted(values, body, first_line, path)


def _plain(head: str) -> tuple[Mapping[object, object], None] | None:
    """The values where every line is plain, which the parser of YAML takes ten times as long to see."""
    lines = [re.fullmatch(_PLAIN, line) for line in head.removesuffix("\n").split("\n")]
    found = {line[1]: line[2] or (line[3] or "").rstrip() for line in lines if line}
    return (found, None) if all(lines) else None


def _load(head: str, path: str) -> tuple[Mapping[object, object], Problem | None]:
    """The values as text, lists and mappings. Names for values (&a, *a) are refused: they can grow without bound."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text: no dates, no yes and no
    try:
        if "*" in head:
            for event in yaml.parse(head, loader):
                if isinstance(event, yaml.AliasEvent):
                    line = event.start_mark.line + 2 if event.start_mark else 0
                    what = f"*{event.anchor} is an alias"
                    return {}, _problem(Place(path, line), what, "put text that begins with * in quotes")
        values = yaml.load(head, loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return {}, _broken(error, head, path)
    if isinstance(values, dict):
        return values, None
    return {}, None if values in (None, "") else _problem(Place(path, 2), "it is not lines of `name: value`", _HINT)


def _broken(error: "YAMLError | Exception", head: str, path: str) -> Problem:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    if mark is None:
        return _problem(Place(path, 2), "it cannot be read", _HINT)
    lines = [*head.split("\n"), ""]
    shown = lines[min(mark.line, len(lines) - 1)]
    what = (
        " ".join(filter(None, (getattr(error, name, None) for name in ("context", "problem")))) or "it cannot be read"
    )
    return _problem(Place(path, mark.line + 2, mark.column + 1, shown), what, _HINT)


def _sorted(values: Mapping[object, object], body: str, first_line: int, path: str) -> FrontMatter:
    named = {str(key): value for key, value in values.items()}
    title = named.pop("title", "")
    by_language = (
        {str(tag): _text(text) for tag, text in title.items()} if isinstance(title, dict) else {"": _text(title)}
    )
    tags = named.pop("languages", [])
    listed = tuple(map(_text, tags)) if isinstance(tags, list) else tuple(re.split(r"[\s,]+", _text(tags).strip()))
    listed = tuple(filter(None, listed)) or tuple(tag for tag in by_language if tag)
    problems = tuple(_no_tag(tag, path) for tag in listed if not re.fullmatch(_TAG, tag))
    languages = tuple(dict.fromkeys(tag for tag in listed if re.fullmatch(_TAG, tag)))
    meta = {key: _text(value) for key, value in named.items()}
    return FrontMatter(body, first_line, by_language if any(by_language.values()) else {}, languages, meta, problems)


def _text(value: object) -> str:
    return "\n".join(_texts(value)) if isinstance(value, dict) else ", ".join(_texts(value))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{key}: {_text(each)}" for key, each in value.items())
    elif isinstance(value, list):
        yield from map(_text, value)
    else:
        yield str(value).strip()


def _no_tag(tag: str, path: str) -> Problem:
    hint = "languages are written like zh-Hant, zh-Hans, en, fr"
    return _problem(Place(path, 1), f"{tag} is no language", hint)


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem("front-matter", f"the front matter cannot be used: {message}", place, Severity.ERROR, hint)
