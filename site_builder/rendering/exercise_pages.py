"""Where the pages of exercises and worksheets of a document lie, for the pages that lead there."""

from site_builder.model import Document
from site_builder.rendering.addresses import page_path, relative
from site_builder.site import Site
from site_builder.studying import segments_to_study


def practice_path(document: str) -> str:
    """Where the page of exercises on a document lies."""
    return page_path(document, "practice")


def worksheet_path(document: str) -> str:
    """Where the page of worksheets on a document lies."""
    return page_path(document, "worksheet")


def exercise_pages(document: Document, site: Site) -> list[tuple[str, str]]:
    """The pages of exercises that a document has: the path of each, and the key of what it is called. None without
    something to study, or where site.toml does not ask for what learners are told."""
    if not site.config.learning.layers or next(segments_to_study(document), None) is None:
        return []
    return [(practice_path(document.id), "practice"), (worksheet_path(document.id), "worksheet")]


def exercise_links(document: Document, site: Site, path: str) -> list[tuple[str, str]]:
    """The same as addresses from the page at `path`."""
    return [(relative(page, path), key) for page, key in exercise_pages(document, site)]
