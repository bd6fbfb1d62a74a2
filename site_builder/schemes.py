"""Which addresses may become links, by their scheme."""

import re

from site_builder.problems import Place, Problem

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]+")  # browsers skip some of them in a scheme
_OUTSIDE = frozenset({"http", "https", "mailto", "tel", "ftp", "geo", "doi", "urn"})


def leads_outside(address: str) -> bool | None:
    """Whether an address leads to the world outside (True), must not be a link, as `javascript:` (False), or is a path
    (None)."""
    bare = _HIDDEN.sub("", address)
    if scheme := _SCHEME.match(bare):
        return scheme[1].lower() in _OUTSIDE
    return True if bare.startswith(("//", "\\\\")) else None


def refused_link(address: str, place: Place) -> Problem:
    """A link that could run a program in the reader's browser, or look into the reader's files."""
    shown = address if len(address) <= 40 else f"{address[:40]}…"
    hint = "only links to texts, pictures, http, https and mailto are made; the text is shown as typed"
    return Problem("refused-link", f"a link to {shown} is not made", place, hint=hint)
