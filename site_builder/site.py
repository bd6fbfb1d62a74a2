"""Everything an output may know: the configuration, the theme, and a card for each document of the library."""

from collections.abc import Callable, Mapping
from dataclasses import field

from site_builder.config import Config
from site_builder.rendering.theme import Theme
from site_builder.values import value


@value(frozen=True, slots=True)
class Heading:
    """A line of a document's outline: the id it is linked by, its level, and its text in each language."""

    id: str
    level: int
    text: tuple[str, ...]


@value(frozen=True, slots=True)
class Card:
    """What the library knows of a document without holding it.

    `subtitle` is what the title block says below the title, a tuple of lines a language. `lengths` counts characters
    or words, a number a language. `anchors` are the fragments its page answers to, beside those that can be counted.
    `digest` names this state of the document, so that names of generated files can carry it. `leaves` are the names of
    the pages beside the first one, where the document is long.
    """

    id: str
    path: str
    languages: tuple[str, ...]
    title: tuple[str, ...]
    subtitle: tuple[tuple[str, ...], ...] = ()
    outline: tuple[Heading, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    sections: int = 0
    pairs: int = 0
    segments: int = 0
    notes: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()
    digest: str = ""
    leaves: tuple[str, ...] = ()


def _nothing(path: str) -> bytes:
    raise LookupError(f"nobody said how to read {path}")


@value(frozen=True, slots=True)
class Site:
    """The library as outputs see it. `catalogue` maps the path of every source to its document's id; `files` are the
    other files of the content folder (pictures), and `read` gives the bytes of one of them, for products that hold it:
    a document is published anew when a file that it links to has changed. `sizes` are the bytes of what was made of the
    document before, by path, for outputs that come last."""

    config: Config
    theme: Theme
    cards: tuple[Card, ...] = ()
    catalogue: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    read: Callable[[str], bytes] = field(default=_nothing, compare=False)
    sizes: Mapping[str, int] = field(default_factory=dict)
