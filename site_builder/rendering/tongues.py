"""What an element says of the language it is in: `lang`, and `dir` where that is written from right to left."""

from collections.abc import Sequence
from functools import cache

from markupsafe import Markup, escape

from site_builder.languages import language


@cache
def speaks(tag: str) -> Markup:
    """The attributes of an element in the language of a BCP 47 tag."""
    return Markup(f'lang="{escape(tag)}" dir="rtl"' if language(tag).rtl else f'lang="{escape(tag)}"')


def right_to_left(tags: Sequence[str]) -> tuple[str, ...]:
    """Those of the languages that are written from right to left."""
    return tuple(tag for tag in tags if language(tag).rtl)
