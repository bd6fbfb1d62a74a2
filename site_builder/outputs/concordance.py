"""The concordance: one page on which any word of the library stands in lines beside its translations.

The page itself is empty; `js/concordance*.js` fill it from the texts that the search reads.
"""

from collections.abc import Iterator

from site_builder.outputs import Artifact, Output
from site_builder.rendering.endonyms import endonyms
from site_builder.rendering.page import Page, interface, render_page, site_name
from site_builder.site import Site

PATH = "concordance.html"


def _make(site: Site) -> Iterator[Artifact]:
    if not site.cards:
        return
    first = site.cards[0].languages
    tongues = tuple(dict.fromkeys(tag for card in site.cards for tag in card.languages))
    words = site.theme.words[interface(site, first)]
    page = Page(PATH, f"{words['concordance']} · {site_name(site)}", words["concordance-about"], first)
    data = render_page(
        site,
        "concordance.html",
        page,
        tongues=list(zip(tongues, endonyms(tongues), strict=True)),
        several=len(site.cards) > 1,
        titled=bool(site.config.title) or len(site.cards) == 1,
    )
    yield Artifact(PATH, data)


OUTPUT = Output("the concordance: any word in its contexts, and how it is translated", for_site=_make)
