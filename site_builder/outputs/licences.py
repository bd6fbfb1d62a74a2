"""Which works of others a site holds parts of, and on what terms: `licences.html` for people, `.json` for tools."""

import json
from collections.abc import Iterator

from site_builder.annotating import Credit
from site_builder.crediting import credits
from site_builder.outputs import Artifact, Output
from site_builder.rendering.page import Page, interface, render_page, site_name
from site_builder.site import Site

# What the search of every site is made from.
_SEARCH = (
    Credit(
        "OpenCC, by BYVoid and others",
        "https://github.com/BYVoid/OpenCC",
        "Apache-2.0",
        "https://www.apache.org/licenses/LICENSE-2.0",
        "its tables of characters, as pairs, so that a search finds either script",
    ),
    Credit(
        "Snowball, by Martin Porter, Richard Boulton and others",
        "https://snowballstem.org/",
        "BSD-3-Clause",
        "https://snowballstem.org/license.html",
        "its stemmer of English",
    ),
)

# What reviews of cards are made from, where there are any.
_REVIEWS = (
    Credit(
        "ts-fsrs 5.4.2, by Open Spaced Repetition",
        "https://github.com/open-spaced-repetition/ts-fsrs",
        "MIT",
        "https://github.com/open-spaced-repetition/ts-fsrs/blob/main/LICENSE",
        "its UMD build, which says when a card comes again",
    ),
)


def _make(site: Site) -> Iterator[Artifact]:
    tags = dict.fromkeys(tag for card in site.cards for tag in card.languages)
    reviews = _REVIEWS if site.config.learning.layers else ()
    found = tuple(dict.fromkeys((*_SEARCH, *credits(tags, site.config.learning), *reviews)))
    rows = [credit._asdict() for credit in found]
    yield Artifact("licences.json", (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
    name = site_name(site)
    languages = site.cards[0].languages if site.cards else ()
    title = site.theme.words[interface(site, languages)]["licences.title"]
    page = Page("licences.html", f"{title} · {name}", title, languages)
    yield Artifact("licences.html", render_page(site, "licences.html", page, credits=rows))


OUTPUT = Output("sources and licences: what others made that the site holds", for_site=_make)
