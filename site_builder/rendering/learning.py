"""Where the pages and scripts for learners of a document lie, as other pages and our scripts are told."""

from urllib.parse import quote

from site_builder.model import Annotations, Document
from site_builder.rendering.addresses import data_path, page_path
from site_builder.site import Site
from site_builder.studying import has_words, segments_to_study


def words_path(document: str, tag: str = "", number: int = 1) -> str:
    """Where the page of words lies: of the language learnt, or of another by its `tag`; the `number`th page."""
    name = f"words.{tag}" if tag else "words"
    return page_path(document, name if number == 1 else f"{name}-{number}")


def cards_path(document: str) -> str:
    """Where the page lies on which cards are reviewed."""
    return page_path(document, "cards")


def scripts(document: Document, annotations: Annotations, site: Site) -> dict[str, str]:
    """The scripts of data about the words in one language, by what they hold: paths from the site's root as addresses.
    Their names stay while a document changes, so that the state of the document stands behind them."""
    tag = document.languages[annotations.side]
    state = next((card.digest for card in site.cards if card.id == document.id), "")
    found = {"words": f"words.{tag}.js", "glosses": f"glosses.{tag}.js", "lines": "lines.js"}
    if "glosses" not in site.config.learning.layers:
        del found["glosses"]
    return {kind: f"{quote(data_path(document.id, name))}?{state}" for kind, name in found.items()}


def study_pages(document: Document, site: Site) -> list[tuple[str, str]]:
    """The pages for learners that a document has, each with the key of what it is called: path and key."""
    if not site.config.learning.layers:
        return []
    found = [(words_path(document.id), "vocabulary")] if has_words(document) else []
    return found + ([(cards_path(document.id), "flashcards")] if any(True for _ in segments_to_study(document)) else [])
