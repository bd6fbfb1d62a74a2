"""All that making documents needs, in whichever process it happens."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TypeAlias

from site_builder.cache import Record
from site_builder.config import Config
from site_builder.enrichments import Wanted
from site_builder.files import Listing, compiled_folder, read
from site_builder.grouping import Named
from site_builder.model import Document
from site_builder.output_folder import Written
from site_builder.overrides import NONE, Overrides
from site_builder.pairing.manner import Manner
from site_builder.problems import Problem
from site_builder.rendering.theme import Theme, load_theme
from site_builder.site import Site


@dataclass(frozen=True, slots=True)
class Task:
    """`sources` in the order of the library; `catalogue` and `files` as in `Site`; `stamps` of the content folder.

    `content`, `output` and `staging` are folders; without `staging` documents are only checked, not published. `theme`
    holds the theme's files; with `hashed`, names of assets carry their hash. `own` is what the author knows better than
    the annotators. `records` and `seen` are what the last build left, `version` is the state of this package, `look`
    that of everything that all pages share.
    """

    content: str
    output: str
    staging: str
    config: Config
    theme: Mapping[str, bytes]
    hashed: bool
    version: str
    look: str
    sources: tuple[Named, ...]
    stamps: Listing
    catalogue: Mapping[str, str]
    files: frozenset[str]
    own: Overrides = NONE
    records: Mapping[str, Record] = field(default_factory=dict)
    seen: Written = field(default_factory=dict)

    @property
    def manner(self) -> Manner:
        """How long texts are aligned: with vectors where they are asked for and there."""
        return Manner(self.config.pairing.vectors)

    @property
    def wanted(self) -> Wanted:
        """What learners are told of the texts."""
        return Wanted(self.config.learning, self.own)

    def site(self) -> Site:
        """The site with its theme loaded, before any document is known."""
        theme = _theme(self.config.theme, tuple(self.theme.items()), self.hashed)
        return Site(self.config, theme, (), self.catalogue, self.files, partial(read, self.content))


@lru_cache(maxsize=2)
def _theme(name: str, files: tuple[tuple[str, bytes], ...], hashed: bool) -> Theme:
    """A theme is loaded once: its templates take longer to prepare than a page takes to make."""
    return load_theme(name, dict(files), hashed, compiled_folder())


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished document and everything that was found wrong with its text; no document when nothing could be read."""

    document: Document | None
    problems: tuple[Problem, ...] = ()


Kept: TypeAlias = MutableMapping[str, tuple[str, Composed]]  # id → key and document: what a server keeps
