"""What the search in the page reads: the text of each document, the list of documents, and which characters are one.

Every file is a script that hands its data to `Reader.provide`, because a page opened from a folder may load nothing
else (DESIGN §7). The text is what readers see; the page scans it (`js/search-match.js`), there is no index.

    search/texts/<document>.js   pairs, each a list of segments [id, text a language…]; notes [label, text a language…];
                                 pages, when there are several: what each holds (paging/places.py)
    search/library.js            the documents in the order of the library
    search/fold.js               Traditional characters, and the Simplified ones they are found by, in two strings

Addresses lead from the site's root. Names stay the same from build to build; an address carries the digest of what it
leads to, so that no browser keeps old text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from json import JSONEncoder
from json.encoder import encode_basestring as _quoted
from typing import TypeAlias
from urllib.parse import quote

from site_builder.languages import language
from site_builder.lexicons import variants
from site_builder.model import Document, Line, Note, Pair
from site_builder.outputs import Artifact, Output
from site_builder.paging.leaves import leaves
from site_builder.paging.places import page_rows
from site_builder.rendering.addresses import page_path
from site_builder.rendering.tongues import right_to_left
from site_builder.site import Card, Site

Typeset: TypeAlias = Callable[[str], str]

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def text_path(document: str) -> str:
    """Where a document's text for searching lies in the site."""
    return f"search/texts/{document}.js"


def _texts(document: Document, site: Site) -> Iterator[Artifact]:
    typeset = [language(tag).typeset for tag in document.languages]
    pairs = ",\n".join(f"[{rows}]" for pair in document.pairs() if (rows := _rows(pair, typeset)))
    notes = ",\n".join(_json(_note(note, typeset)) for note in document.notes)
    data = f'{{"pairs":[\n{pairs}],"notes":[\n{notes}]{_pages(document, site)}}}'
    yield _script(text_path(document.id), f"search/texts/{document.id}", data)


def _pages(document: Document, site: Site) -> str:
    """Of a long document, which page holds what."""
    card = next((card for card in site.cards if card.id == document.id), None)
    if card is None or not card.leaves:
        return ""
    return f',"pages":{_json(page_rows(leaves(document, site.config.view.page_pairs)))}'


def _rows(pair: Pair, typeset: Sequence[Typeset]) -> str:
    """The segments of a pair that say anything, white space between them kept: a phrase may run across. Written out by
    hand, since there are so many of them."""
    if pair.kind == "code":
        typeset = [str] * len(typeset)
    rows = []
    for segment in pair.segments:
        texts = [_shown(line, each) for line, each in zip(segment.lines, typeset, strict=True)]
        if any(texts):
            rows.append(f'["{segment.id}",{",".join(map(_quoted, texts))}]')
    return ",".join(rows)


def _note(note: Note, typeset: Sequence[Typeset]) -> list[str]:
    bodies = zip(note.bodies, typeset, strict=True)
    return [note.label, *("\n".join(_shown(line, each) for line in body) for body, each in bodies)]


def _shown(line: Line, typeset: Typeset) -> str:
    return typeset(line.shown() if line.spans else line.text)


def _library(site: Site) -> Iterator[Artifact]:
    entries = ",\n".join(_json(_entry(card)) for card in site.cards)
    yield _script("search/library.js", "search/library", f"[\n{entries}]")
    pairs = variants()
    yield _script("search/fold.js", "search/fold", _json(["".join(pairs), "".join(pairs.values())]))


def _entry(card: Card) -> Mapping[str, object]:
    rtl = right_to_left(card.languages)
    return {
        "id": card.id,
        "languages": card.languages,
        **({"rtl": rtl} if rtl else {}),
        "titles": card.title,
        "page": quote(page_path(card.id)),
        "text": f"{quote(text_path(card.id))}?v={card.digest[:8]}",
    }


def _script(path: str, name: str, data: str) -> Artifact:
    return Artifact(path, f"Reader.provide({_json(name)},{data});\n".encode())


OUTPUT = Output("what the search in the page reads", for_document=_texts, for_site=_library)
