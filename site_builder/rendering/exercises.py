"""What the pages of exercises and worksheets share: where their scripts find the text, and which of it is none to ask.

Both pages are made for documents that have something to study, where site.toml asks for what learners are told.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from site_builder.languages import language
from site_builder.model import Document, Pair, Segment
from site_builder.rendering.about import about
from site_builder.rendering.addresses import data_path
from site_builder.rendering.wording import shown
from site_builder.site import Card, Site

SURE = 0.6  # an exercise on a wrong alignment teaches something wrong
_NOT_ASKED = ("title", "heading", "table", "code", "picture")


def material(document: Document, site: Site, path: str) -> dict[str, Any]:
    """What the templates are told: of the document, of its data, and of what stands below its title."""
    card = next(card for card in site.cards if card.id == document.id)
    return {
        **about(document, site, path),
        "data": _scripts(document, site, card),
        "apart": [segment.id for pair in document.pairs() for segment in pair.segments if _is_apart(pair, segment)],
        "subtitles": [shown((tag,) * len(rows), rows) for tag, rows in _subtitles(document, card)],
    }


def sheet(document: Document, most: int) -> list[tuple[str, list[str]]]:
    """The rows of the sheet that stands there without scripts: id and the text in each language. Of a document of more
    than `most` pairs the first so many, 0 is all."""
    typeset = [language(tag).typeset for tag in document.languages]
    rows = []
    for pair in list(document.pairs())[: most or None]:
        for segment in () if pair.shared or pair.kind in ("code", "title") else pair.segments:
            texts = [shape(line.shown().strip()) for shape, line in zip(typeset, segment.lines, strict=True)]
            if any(texts):
                rows.append((segment.id, texts))
    return rows


def _subtitles(document: Document, card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands below the title in each language, nothing in all of them where there is no title block."""
    return zip(document.languages, card.subtitle or ((),) * len(document.languages), strict=True)


def _scripts(document: Document, site: Site, card: Card) -> dict[str, str]:
    """The scripts of data, by what they hold: paths from the root, as addresses. Their names stay while a document
    changes, so the state of the document stands behind them."""
    found = {"lines": "lines.js"}
    for annotations in document.annotations:
        tag = document.languages[annotations.side]
        if annotations.words:
            found[f"words-{tag}"] = f"words.{tag}.js"
            if "glosses" in site.config.learning.layers:
                found[f"glosses-{tag}"] = f"glosses.{tag}.js"
    return {kind: f"{quote(data_path(document.id, name))}?{card.digest}" for kind, name in found.items()}


def _is_apart(pair: Pair, segment: Segment) -> bool:
    """Whether a segment is none to ask: no sentence, or not surely the translation of what stands beside it."""
    doubtful = segment.status == "auto" and segment.confidence < SURE
    return pair.kind in _NOT_ASKED or pair.shared or doubtful
