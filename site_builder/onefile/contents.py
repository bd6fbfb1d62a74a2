"""The scripts that a page which stands alone may ask for, by the paths it asks for them by."""

import re
from collections.abc import Iterator
from functools import lru_cache

from site_builder.gathering import gathered
from site_builder.indexing.files import scripts
from site_builder.model import Document
from site_builder.rendering.theme import Theme
from site_builder.rendering.word_scripts import word_scripts
from site_builder.site import Site

_BRACE = re.compile(r" *([{}]) *")

STYLE = "onefile-scripted.css"  # what only scripts show


def contents(document: Document, site: Site, learnt: bool) -> dict[str, str]:
    """The scripts and the style sheet in a file, by path; with `learnt` also those for learners."""
    theme = site.theme
    names = [*theme.inside.get("always", ()), *(theme.inside.get("learners", ()) if learnt else ())]
    found = {theme.assets[name]: tight_script(asset(theme, name)) for name in names}
    return {**found, **dict(_data(document, site)), STYLE: tight(str(theme.inlined[STYLE].text))}


def asset(theme: Theme, name: str) -> str:
    """What an asset of the theme holds."""
    return theme.data[theme.assets[name]].decode()


@lru_cache(32)
def tight(style: str) -> str:
    """A style sheet without the white space that starts and ends lines, and that around braces."""
    lines = (line.strip() for line in style.splitlines())
    joined = "".join(line if line.endswith(("{", "}", ";", ",")) else f"{line} " for line in lines if line)
    return _BRACE.sub(r"\1", joined)


@lru_cache(32)
def tight_script(script: str) -> str:
    """A script without the white space that starts lines, unless a text between backticks may run over several."""
    lines = script.splitlines()
    if any(line.count("`") % 2 for line in lines):
        return script
    return "\n".join(line.lstrip() for line in lines)


def _data(document: Document, site: Site) -> Iterator[tuple[str, str]]:
    """What the scripts load: the text of this document for its search, its words and their meanings."""
    for path, data in (*scripts([gathered(document, site)], None), *word_scripts(document, site)):
        yield path, data.decode()
