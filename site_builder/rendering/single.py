"""What the file is called that holds a whole document."""

import re

from site_builder.model import Document
from site_builder.site import Site

_PAGES = re.compile(r"(index|words|cards|practice|worksheet|sync)([-.].*)?")


def single_ending(document: Document, site: Site) -> str:
    """How its name ends: `report.html`, and `words.whole.html` where a page beside it has that name."""
    leaves = next((card.leaves for card in site.cards if card.id == document.id), ())
    return "whole.html" if _PAGES.fullmatch(document.id) or document.id in leaves else "html"
