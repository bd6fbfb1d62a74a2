"""Templates with holes: what many pairs have in common is rendered by the theme once, then filled in for each.

    form('<p id="' + hole("id") + '">')  →  '<p id="%(id)s">'  →  '<p id="%(id)s">' % {"id": "p7"}

A template may put a hole anywhere, but not look at it. What fills one must be HTML already.
"""

import re

from markupsafe import Markup

_HOLE = re.compile("\x02(\\w+)\x03")


def hole(name: str) -> Markup:
    """What stands in a template for a value that is not known yet."""
    return Markup(f"\x02{name}\x03")


def form(html: str) -> str:
    """HTML with holes as a string for the operator %, to be filled from a mapping."""
    return _HOLE.sub(r"%(\1)s", html.replace("%", "%%"))
