"""Read site.toml into a `Config`: every fault at once, each with its line and what would be right."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_type_hints

from site_builder.config import Config, DownloadName, Ebook, Learning, Listening, Pairing, Paper, View
from site_builder.errors import ConfigError
from site_builder.problems import Place, Problem, Severity


def parse(text: str, path: str = "content/site.toml") -> Config:
    """The settings in `text`; `path` is how messages name the file. ConfigError carries all its faults."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_broken(str(error), text, path)) from error
    faults: list[Problem] = []
    inner: dict[str, dict[str, Any]] = {}
    asked = _TABLES.keys() & table.keys()
    for name, known in _TABLES.items():
        found = table.pop(name, {})
        if not isinstance(found, Mapping):
            faults.append(_wrong(_Found(name, "", text, path), f"a table: [{name}]"))
            found = {}
        inner[name] = _settings(found, name, known, text, path, faults)
    settings = _settings(table, "", _SITE, text, path, faults)
    if faults:
        raise ConfigError(*sorted(faults, key=lambda problem: problem.place.line))
    if "learning" in asked:
        settings["learning"] = Learning(**inner["learning"])
    settings["listening"] = Listening(**inner["listening"])
    settings["ebook"] = Ebook(**inner["ebook"])
    settings["pdf"] = Paper(**inner["pdf"])
    return Config(**settings, view=View(**inner["view"]), pairing=Pairing(**inner["pairing"]))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a key may hold, in words, and how it becomes the record's value (None when it is something else; `hint` may
    say more of that)."""

    expected: str
    convert: Callable[[object], object | None]
    hint: Callable[[object], str] = lambda value: ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A key as it stands in the file: its name, its table ("" for the top), the file's text and path."""

    key: str
    table: str
    text: str
    path: str

    def place(self) -> Place:
        """Where the key is; the whole file when it cannot be found (an unusual way of writing it)."""
        for number, line, start in self._lines():
            return Place(self.path, number, start + 1, line, len(self.key))
        return Place(self.path)

    def _lines(self) -> Iterator[tuple[int, str, int]]:
        key = re.compile(rf"""\s*["']?({re.escape(self.key)})["']?\s*[=.]""")
        dotted = re.compile(rf"\s*{re.escape(self.table)}\s*(?:\.\s*|=\s*\{{.*?\b)({re.escape(self.key)})\s*=")
        header = re.compile(rf"\s*\[+\s*({re.escape(self.key)})\s*[.\]]")
        inside = ""
        for number, line in enumerate(self.text.split("\n"), 1):
            if opened := re.match(r"\s*\[+\s*([^\]\s]+)\s*\]", line):
                inside = opened[1]
            found = key.match(line) if inside == self.table else None
            found = found or (dotted.match(line) if self.table else header.match(line))
            if found:
                yield number, line.rstrip("\r"), found.start(1)


def _settings(
    table: Mapping[str, Any], name: str, known: Mapping[str, _Setting], text: str, path: str, faults: list[Problem]
) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for key, value in table.items():
        found = _Found(key, name, text, path)
        if key not in known:
            faults.append(_unknown(found, known))
        elif (converted := known[key].convert(value)) is None:
            faults.append(_wrong(found, known[key].expected, known[key].hint(value)))
        else:
            settings[key] = converted
    return settings


def _unknown(found: _Found, known: Mapping[str, _Setting]) -> Problem:
    where = f"[{found.table}] " if found.table else ""
    allowed = [*known, *([] if found.table else _TABLES)]
    near = get_close_matches(found.key, allowed, 1)
    hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(allowed)}"
    home = next((name for name, settings in _TABLES.items() if found.key in settings), "")
    if home and not found.table:
        hint = f"it belongs below a line [{home}]"
    message = f"there is no setting {where}{found.key}"
    return Problem("unknown-setting", message, found.place(), Severity.ERROR, hint)


def _wrong(found: _Found, expected: str, hint: str = "") -> Problem:
    return Problem("wrong-setting", f"{found.key} must be {expected}", found.place(), Severity.ERROR, hint)


def _broken(message: str, text: str, path: str) -> Problem:
    """tomllib says where in words: "Invalid value (at line 3, column 7)"."""
    at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (text.count("\n") + 1, 0)
    shown = text.split("\n")[line - 1].rstrip("\r")
    said = message[: at.start()] if at else message
    hint = 'texts stand in quotes: title = "…"'
    return Problem("broken-toml", f"not TOML: {said}", Place(path, line, column, shown), Severity.ERROR, hint)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> Mapping[str, str] | None:
    if isinstance(value, str):
        return {"": value}
    whole = isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return dict(value) if whole and isinstance(value, dict) else None


def _tags(value: object) -> tuple[str, ...] | None:
    tag = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
    if not isinstance(value, list) or len(value) < 2 or len(set(map(str, value))) < len(value):
        return None
    return tuple(value) if all(isinstance(one, str) and tag.fullmatch(one) for one in value) else None


def _address(value: object) -> str | None:
    """A web address, with the slash at its end that addresses are joined to."""
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s?#]+", value):
        return None
    return value if value.endswith("/") else value + "/"


def _switch(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"[\w-]+", value) else None


def _some(record: type, key: str) -> _Setting:
    """A setting that is a list of some of the words that the record's field allows, kept in our order."""
    allowed = get_args(get_args(get_type_hints(record)[key])[0])

    def convert(value: object) -> tuple[str, ...] | None:
        known = isinstance(value, list) and all(name in allowed for name in value)
        return tuple(name for name in allowed if name in value) if known and isinstance(value, list) else None

    return _Setting(f"a list of some of {_quoted(allowed)}", convert, lambda value: _nearest(value, allowed))


def _levels(value: object) -> tuple[str, ...] | None:
    """One name or several; a name is also that of a file."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or len(names) > _MOST_LISTS:
        return None
    return tuple(names) if all(isinstance(one, str) and re.fullmatch(r"[\w.-]+", one) for one in names) else None


def _downloads(value: object) -> tuple[str, ...] | None:
    """The names in our order, "json" always among them."""
    if not isinstance(value, list) or not all(name in _DOWNLOADS for name in value):
        return None
    return tuple(name for name in _DOWNLOADS if name == "json" or name in value)


def _nearest(value: object, allowed: Sequence[str]) -> str:
    unknown = [str(name) for name in value if name not in allowed] if isinstance(value, list) else []
    near = [(name, close) for name in unknown for close in get_close_matches(name.lower(), allowed, 1, 0.4)]
    return ", ".join(f'for "{name}" did you mean "{close}"?' for name, close in near)


def _choice(record: type, key: str) -> _Setting:
    """A setting that is one of the words that the record's field allows."""
    allowed = get_args(get_type_hints(record)[key])
    return _Setting(f"one of {_quoted(allowed)}", lambda value: value if value in allowed else None)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words if word)


_DOWNLOADS = get_args(DownloadName)
_MOST_LISTS = 6  # of graded words
_TEXTS = _Setting('a text, or one a language: {zh-Hant = "…", en = "…"}', _texts)
_SITE: Mapping[str, _Setting] = {
    "title": _TEXTS,
    "description": _TEXTS,
    "languages": _Setting('two or more language tags: ["zh-Hant", "en"]', _tags),
    "base_url": _Setting('a web address: "https://example.org/reader/"', _address),
    "theme": _Setting('the name of a theme: "reader"', _name),
    "interface": _choice(Config, "interface"),
    "offline": _Setting("true or false", _switch),
    "downloads": _Setting(
        f"a list of some of {_quoted(_DOWNLOADS)}", _downloads, lambda value: _nearest(value, _DOWNLOADS)
    ),
    "precompress": _some(Config, "precompress"),
}
_VIEW: Mapping[str, _Setting] = {
    "mode": _choice(View, "mode"),
    "grain": _choice(View, "grain"),
    "appearance": _choice(View, "appearance"),
    "first": _Setting('a language tag: "en"', _text),
    "page_pairs": _Setting("a whole number: 150, or 0 for never", _count),
}
_PAIRING: Mapping[str, _Setting] = {"vectors": _Setting("true or false", _switch)}
_LEARNING: Mapping[str, _Setting] = {
    "layers": _some(Learning, "layers"),
    "readings": _some(Learning, "readings"),
    "levels": _Setting('a list of graded words, or several: "hsk-2025", ["hsk-2025", "ours"]', _levels),
    "decks": _Setting("true or false", _switch),
}
_LISTENING: Mapping[str, _Setting] = {
    "sync": _choice(Listening, "sync"),
    "link": _Setting("true or false", _switch),
}
_EBOOK: Mapping[str, _Setting] = {"editions": _some(Ebook, "editions")}
_PDF: Mapping[str, _Setting] = {"size": _choice(Paper, "size"), "layout": _choice(Paper, "layout")}
_TABLES = {
    "view": _VIEW,
    "pairing": _PAIRING,
    "ebook": _EBOOK,
    "pdf": _PDF,
    "listening": _LISTENING,
    "learning": _LEARNING,
}


def address(value: str) -> str | None:
    """A base address given on the command line, brought to the same shape; None when it is none."""
    return _address(value)
