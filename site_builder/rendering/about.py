"""What pages say about a document beside its text: their heads, the facts of its front matter, its data."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from site_builder.crediting import credits
from site_builder.model import Document
from site_builder.rendering.addresses import absolute, data_path, page_path, relative
from site_builder.rendering.downloads import downloads
from site_builder.rendering.exercise_pages import exercise_links
from site_builder.rendering.learning import study_pages
from site_builder.rendering.page import Page, joined
from site_builder.rendering.recordings import has_sync
from site_builder.rendering.wording import shown
from site_builder.site import Site

_FACTS = ("author", "translator", "date", "source", "licence")  # of the front matter, in the order they are shown
_IN_JSON_LD = {
    "author": "author",
    "translator": "translator",
    "date": "datePublished",
    "licence": "license",
    "source": "isBasedOn",
}


def about(document: Document, site: Site, path: str) -> dict[str, Any]:
    """What the templates of the page at `path` are told of the document."""
    return {
        "document_id": document.id,
        "document_id_quoted": quote(document.id),
        "recorded": bool(document.recordings),
        "audio": data_path(document.id, "audio.js") if any(each.cues for each in document.recordings) else "",
        "sync": site.config.listening.link and has_sync(document, site),
        "work": shown(document.languages, document.title),
        "titles": shown(document.languages, document.title),
        "facts": [(key, document.meta[key]) for key in _FACTS if document.meta.get(key)],
        "gloss": _gloss(document, site),
        "downloads": downloads(document, site, path),
        "study": [(relative(page, path), key) for page, key in study_pages(document, site)],
        "exercises": exercise_links(document, site, path),
    }


def head(document: Document, site: Site, path: str) -> Page:
    """The head of a page that stands for the whole document."""
    title = joined(document.title)
    description = document.meta.get("description") or _opening(document) or title
    return Page(path, title, description, document.languages, "article", _json_ld(document, site, path))


def leaf_head(leaf: Document, work: Document, site: Site, path: str, number: int) -> Page:
    """The head of one page of a long document: the `number`th, which holds `leaf`."""
    title = f"{joined(leaf.title)} – {joined(work.title)}"
    data = {
        **_thing("Chapter", leaf.title, work.languages, site, path),
        "position": number,
        "isPartOf": _json_ld(work, site, page_path(work.id)),
    }
    del data["isPartOf"]["@context"]
    return Page(path, title, _opening(leaf) or title, work.languages, "article", data)


def _gloss(document: Document, site: Site) -> dict[str, Any] | None:
    """What the page says of the cards of words: in which languages there are any, of which state of the text, and whose
    work they show."""
    if "glosses" not in site.config.learning.layers:
        return None
    tags = [document.languages[each.side] for each in document.annotations if each.words]
    told = replace(site.config.learning, layers=("glosses",))
    works = {tag: [f"{one.work.partition(',')[0]}, {one.licence}" for one in credits([tag], told)] for tag in tags}
    version = next((card.digest for card in site.cards if card.id == document.id), "")
    shown = {tag: " · ".join(each) for tag, each in works.items()}
    return {"languages": tags, "version": version, "credits": shown} if tags else None


def _opening(document: Document) -> str:
    """How the text begins, a sentence a language: what a link preview says of it."""
    pair = next((pair for pair in document.pairs() if pair.kind in ("lead", "paragraph", "verse")), None)
    if pair is None or not pair.segments:
        return ""
    return " ".join(line.shown().strip() for line in pair.segments[0].lines if line.text)[:300]


def _json_ld(document: Document, site: Site, path: str) -> dict[str, Any]:
    data = _thing("CreativeWork", document.title, document.languages, site, path)
    url = {"url": data.pop("url")} if "url" in data else {}
    facts = {name: document.meta[key] for key, name in _IN_JSON_LD.items() if document.meta.get(key)}
    return {**data, **facts, **url}


def _thing(kind: str, title: Sequence[str], languages: Sequence[str], site: Site, path: str) -> dict[str, Any]:
    """A work, or a part of one, as schema.org has it."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": [{"@language": tag, "@value": text} for tag, text in zip(languages, title, strict=True)],
        "inLanguage": list(languages),
    }
    return {**data, "url": absolute(site.config.base_url, path)} if site.config.base_url else data
