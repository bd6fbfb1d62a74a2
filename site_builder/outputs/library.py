"""The library page, which lists every document, and the page shown for an address that does not exist."""

from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import front, page_path, relative
from site_builder.rendering.page import Page, interface, render_page, site_name
from site_builder.rendering.wording import shown
from site_builder.site import Card, Site


def _make(site: Site) -> Iterator[Artifact]:
    name = site_name(site)
    languages = site.cards[0].languages if site.cards else ()
    if len(site.cards) != 1:
        page = Page("index.html", name, _description(site, name), languages)
        data = render_page(
            site,
            "library.html",
            page,
            documents=[_entry(card) for card in site.cards],
            site_titles=list(site.config.title.items()),
            site_descriptions=list(site.config.description.items()),
        )
        yield Artifact("index.html", data)
    missing = Page("404.html", f"404 · {name}", _description(site, name), languages)
    home, otherwise = front(site.config.base_url), _otherwise(site, languages)
    yield Artifact("404.html", render_page(site, "missing.html", missing, front=home, otherwise=otherwise))


def _description(site: Site, name: str) -> str:
    return " ".join(site.config.description.values()) or name


def _otherwise(site: Site, languages: Sequence[str]) -> list[tuple[str, str]]:
    """What the page says in the other languages of the interface, for where no script is found that could change it."""
    own = interface(site, languages)
    words = {tag: texts for tag, texts in site.theme.words.items() if tag != own}
    return [(tag, f"{texts['missing.title']} · {texts['missing.text']}") for tag, texts in words.items()]


def _entry(card: Card) -> dict[str, Any]:
    occasion = [
        (tag, *shown((tag,), lines[:1])) for tag, lines in zip(card.languages, card.subtitle, strict=False) if lines
    ]
    return {
        "id": card.id,
        "address": relative(page_path(card.id), "index.html"),
        "languages": card.languages,
        "titles": shown(card.languages, card.title),
        "subtitles": occasion,
        "pairs": card.pairs,
        "notes": len(card.notes),
        "facts": [card.meta[key] for key in ("author", "date") if card.meta.get(key)],
    }


OUTPUT = Output("the library page and the page for addresses that do not exist", for_site=_make)
