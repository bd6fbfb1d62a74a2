"""Find the title of a draft where no title block gives it: in front matter, or in a heading above all others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_builder.draft import Block
from site_builder.drafting.sides import script_of
from site_builder.drafting.splitting import at_bar, at_change
from site_builder.scripts import script


def by_language(title: Mapping[str, str], languages: Sequence[str]) -> tuple[str, ...]:
    """The title that front matter gives, a text a language, "" where it gives none."""
    if not title:
        return ()
    plain = title.get("", "")
    parts = at_bar(plain) or at_change(plain) or (plain,) if plain else ()
    return tuple(_named(title, tag) or _written(parts, tag) for tag in languages)


def heading_as_title(blocks: Sequence[Block], title: Sequence[str]) -> list[Block]:
    """The blocks, a heading at their top that stands above all others made the title block."""
    first = blocks[0] if blocks else None
    highest = [block for block in blocks if block.kind == "heading" and first and block.level <= first.level]
    if first is None or first.kind != "heading" or first.level == 0 or len(highest) > 1:
        return list(blocks)
    shown = [line.shown() for line in first.rows[0]]
    if any(title) and not set(filter(None, title)) & set(shown):
        return list(blocks)
    return [replace(first, kind="title", level=0, final=True), *blocks[1:]]


def _named(title: Mapping[str, str], tag: str) -> str:
    """The text under a tag, or under one of the same language: `zh` does for zh-Hant."""
    if tag in title:
        return title[tag]
    code = tag.partition("-")[0]
    return next((text for name, text in title.items() if name and name.partition("-")[0] == code), "")


def _written(parts: Sequence[str], tag: str) -> str:
    return next((part for part in parts if script(part) == script_of(tag)), "")
