"""A theme as values: its templates, its interface words, and its assets under the names that pages link them by.

A theme folder holds `theme.toml`, `words.toml`, `templates/`, `css/` and `js/`. theme.toml says which files make up
each asset: style sheets and scripts are joined, and comments that have lines to themselves are left out, a fifth of
what readers would load; those that begin with /*! stay. Templates and theme.toml are trusted.
"""

import base64
import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jinja2 import DictLoader, Environment, FileSystemBytecodeCache, StrictUndefined, TemplateError
from markupsafe import Markup

from site_builder.errors import ThemeError
from site_builder.problems import Place, Problem, Severity
from site_builder.rendering.forms import form
from site_builder.rendering.wording import Wording, wording

Words = Mapping[str, Mapping[str, str]]  # interface language → key → words

# Whole lines only, so that nothing in a string or a pattern looks like a comment.
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?!!)(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)


class Inlined(NamedTuple):
    """A style sheet that stands in a page, and the source by which the page's policy lets it in (CSP3 §8.2)."""

    text: Markup
    source: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme. `assets` maps an asset's short name (`reader.css`) to its path in the site, `data` that path to its
    bytes, `inlined` the name of a style sheet to what a page holds of it; `digest` names this state of the theme."""

    name: str
    environment: Environment
    words: Words = field(default_factory=dict)
    wordings: Mapping[str, Wording] = field(default_factory=dict, compare=False)
    assets: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, bytes] = field(default_factory=dict)
    inlined: Mapping[str, Inlined] = field(default_factory=dict)
    digest: str = ""
    parts: dict[Any, Markup] = field(default_factory=dict, compare=False)  # what many pages share, once made
    forms: dict[Any, str] = field(default_factory=dict, compare=False)  # what many parts of pages share, once made

    def part(self, template: str, key: tuple[Any, ...], values: Mapping[str, Any]) -> Markup:
        """A template that comes out the same wherever `key` is the same: made once."""
        if (template, key) not in self.parts:
            self.parts[template, key] = Markup(self.render(template, **values))
        return self.parts[template, key]

    def form(self, template: str, key: tuple[Any, ...], values: Callable[[], Mapping[str, Any]]) -> str:
        """A template that comes out the same wherever `key` is the same, but for its holes: made once, see `forms`."""
        made = self.forms.get((template, key))
        if made is None:
            made = self.forms[template, key] = form(self.render(template, **values()))
        return made

    def render(self, template: str, **values: Any) -> str:
        """A template filled in; ThemeError names the template when it cannot be."""
        try:
            return self.environment.get_template(template).render(values)
        except TemplateError as error:
            raise ThemeError(_fault(f"themes/{self.name}/templates/{template}", str(error))) from error


def load_theme(name: str, files: Mapping[str, bytes], hashed: bool = True, kept_in: str = "") -> Theme:
    """The theme made of `files` (path in the theme folder → bytes). With `hashed`, asset names carry their content's
    hash; without it they stay the same, so that a development server can swap them. Compiled templates are kept in the
    folder `kept_in`, when there is one: compiling them takes longer than all pages of a small site. ThemeError if a
    file is missing."""
    try:
        recipe = tomllib.loads(_text(name, files, "theme.toml"))
        words = tomllib.loads(_text(name, files, "words.toml"))
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(_fault(f"themes/{name}", str(error))) from error
    made = dict(_assets(name, files, recipe, words))
    paths = {short: f"assets/{_stamped(short, data) if hashed else short}" for short, data in made.items()}
    templates = {path[10:]: data.decode() for path, data in files.items() if path.startswith("templates/")}
    return Theme(
        name,
        _environment(templates, kept_in),
        words,
        {tongue: wording(words[tongue]) for tongue in words},
        paths,
        {paths[short]: data for short, data in made.items()},
        {short: _inlined(_style(name, files, main)) for short, main in recipe.get("inlined", {}).items()},
        hashlib.sha256(b"".join(key.encode() + files[key] for key in sorted(files))).hexdigest()[:16],
    )


def _environment(templates: Mapping[str, str], kept_in: str) -> Environment:
    return Environment(
        bytecode_cache=FileSystemBytecodeCache(kept_in) if kept_in else None,
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _assets(name: str, files: Mapping[str, bytes], recipe: dict[str, Any], words: Words) -> Iterator[tuple[str, bytes]]:
    for short, main in recipe.get("styles", {}).items():
        yield short, _style(name, files, main).encode()
    for short, parts in recipe.get("scripts", {}).items():
        script = "\n".join(_said(_text(name, files, part)) for part in parts)
        yield short, (_words_before(short, recipe, words) + script + _words_after(short, recipe, words)).encode()
    for short, path in recipe.get("files", {}).items():
        yield short, _bytes(name, files, path)


def _style(name: str, files: Mapping[str, bytes], main: str) -> str:
    folder = main.rpartition("/")[0]
    return _IMPORT.sub(lambda found: _said(_text(name, files, f"{folder}/{found[1]}")), _said(_text(name, files, main)))


def _inlined(style: str) -> Inlined:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest())
    return Inlined(Markup(style), f"sha256-{digest.decode()}")


def _said(text: str) -> str:
    """What a browser needs of a style sheet or script."""
    return _COMMENT.sub("", text)


def _words_before(short: str, recipe: dict[str, Any], words: Words) -> str:
    """The interface words that only one script needs: those that begin as `[words]` in theme.toml says."""
    beginning = recipe.get("words", {}).get(short)
    return f"Reader.learn({_chosen(words, lambda key: key.startswith(beginning))});\n" if beginning else ""


def _words_after(short: str, recipe: dict[str, Any], words: Words) -> str:
    """The interface words that scripts on any page need, for the asset that theme.toml names as `words_in`."""
    if recipe.get("words_in") != short:
        return ""
    elsewhere = (*recipe.get("words", {}).values(), *recipe.get("printed", ()))
    return f"\nReader.words = {_chosen(words, lambda key: not key.startswith(elsewhere))};\nReader.start();\n"


def _chosen(words: Words, wanted: Callable[[str], bool]) -> str:
    """Interface words as the scripts read them: those whose key is wanted."""
    import json

    chosen = {tongue: {key: text for key, text in texts.items() if wanted(key)} for tongue, texts in words.items()}
    return json.dumps(chosen, ensure_ascii=False, separators=(",", ":"))


def _stamped(short: str, data: bytes) -> str:
    stem, _, ending = short.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}"


def _bytes(name: str, files: Mapping[str, bytes], path: str) -> bytes:
    if path not in files:
        raise ThemeError(_fault(f"themes/{name}/{path}", "the theme needs this file, but it is not there"))
    return files[path]


def _text(name: str, files: Mapping[str, bytes], path: str) -> str:
    return _bytes(name, files, path).decode()


def _fault(path: str, message: str) -> Problem:
    return Problem("broken-theme", message, Place(path), Severity.ERROR, 'mend the theme, or use theme = "reader"')
