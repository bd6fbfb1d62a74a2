"""The words of each document: `<document>/words.html`, every word with reading, meaning, level, and where it stands.

A document with words in several languages has `words.<language>.html` for those beside the one learnt. Without scripts,
long lists go on at `words-2.html`; with them, `js/vocabulary*.js` show all words on the first page from the scripts of
words and meanings (glosses.py) and sentences (lines.py).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from site_builder.model import Annotations, Document
from site_builder.outputs import Artifact, Output
from site_builder.paging.leaves import leaves
from site_builder.paging.places import holder, places
from site_builder.rendering.about import about
from site_builder.rendering.addresses import page_path, relative
from site_builder.rendering.endonyms import endonym
from site_builder.rendering.layers import learner
from site_builder.rendering.learning import scripts, words_path
from site_builder.rendering.page import Page, interface, joined, render_page
from site_builder.rendering.vocables import entries
from site_builder.site import Site
from site_builder.studying import side_learnt
from site_builder.vocabulary import Vocable, vocabulary

PER_PAGE = 500  # words, some 100 kB


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    learnt = side_learnt(document)
    with_words = [annotations for annotations in document.annotations if annotations.words]
    with_words.sort(key=lambda annotations: annotations.side != learnt)
    if not with_words:
        return
    address = _addresses(document, site)
    for at, annotations in enumerate(with_words):
        words = vocabulary(annotations)
        parts = [words[start : start + PER_PAGE] for start in range(0, len(words), PER_PAGE)]
        for number in range(1, len(parts) + 1):
            yield _page(document, site, with_words, at, parts, number, address)


def _page(
    document: Document,
    site: Site,
    with_words: Sequence[Annotations],
    at: int,
    parts: Sequence[Sequence[Vocable]],
    number: int,
    address: Callable[[str], str],
) -> Artifact:
    """One page of the words in one language."""
    annotations = with_words[at]
    tag = document.languages[annotations.side]
    path = words_path(document.id, tag if at else "", number)
    title = site.theme.words[interface(site, document.languages)]["vocabulary"]
    name = f"{title} · {joined(document.title)}"
    data = render_page(
        site,
        "vocabulary.html",
        Page(path, name, name, document.languages),
        learner(document),
        **about(document, site, path),
        **_counts(parts, number),
        tag=tag,
        voiced=bool(annotations.readings),
        name=endonym(tag),
        list_title=annotations.lists[0].title if annotations.lists else "",
        scripts=scripts(document, annotations, site),
        entries=list(entries(parts[number - 1], annotations, tag, site.theme, address)),
        tongues=[_tongue(document, other, place, place == at) for place, other in enumerate(with_words)],
        pages=[
            (str(page), relative(words_path(document.id, tag if at else "", page), path))
            for page in range(1, len(parts) + 1)
        ],
    )
    return Artifact(path, data)


def _counts(parts: Sequence[Sequence[Vocable]], number: int) -> dict[str, Any]:
    return {
        "number": number,
        "first": sum(map(len, parts[: number - 1])) + 1,
        "last": sum(map(len, parts[:number])),
        "count": sum(map(len, parts)),
        "running": sum(len(word.spots) for part in parts for word in part),
    }


def _tongue(document: Document, annotations: Annotations, at: int, current: bool) -> tuple[str, str, str]:
    """A language that the document has words of: its tag, its name, the address of its page, "" for this one."""
    tag = document.languages[annotations.side]
    path = words_path(document.id, tag if at else "")
    return tag, endonym(tag), "" if current else relative(path, path)


def _addresses(document: Document, site: Site) -> Callable[[str], str]:
    """Leads from the page of words to a line of the text, on whichever page of a long document it stands."""
    card = next(card for card in site.cards if card.id == document.id)
    parts = leaves(document, site.config.view.page_pairs) if card.leaves else ()
    found = places(parts) if parts else {}
    here = words_path(document.id)

    def address(line: str) -> str:
        fragment = line.partition("/")[0]
        leaf = holder(found, fragment) if found else ""
        return relative(page_path(document.id, leaf or "index"), here, fragment)

    return address


OUTPUT = Output("the words of each text, with readings, meanings, levels and places", for_document=_make)
