"""A theme as values: its templates, compiled once, and its assets under the names that pages link them by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Theme:
    """`templates` renders by name; `assets` maps an asset's short name (`reader.css`) to its path in the site."""

    name: str
    templates: Any
    assets: Mapping[str, str]
