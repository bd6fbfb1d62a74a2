"""The page on which authors time a recording: <document>/sync.html, all sentences of a document in a row.

The page itself only lists them; `js/sync*.js` play the recording and take the times. Readers' pages do not lead there
unless site.toml says so, and search engines are asked to pass it over.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.languages import language
from site_builder.model import Document, Recording, Section
from site_builder.outputs import Artifact, Output
from site_builder.rendering.about import about, head
from site_builder.rendering.addresses import page_path
from site_builder.rendering.endonyms import endonyms
from site_builder.rendering.page import render_page
from site_builder.rendering.recordings import has_sync, sound_name
from site_builder.rendering.tongues import speaks
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    if not has_sync(document, site):
        return
    path = page_path(document.id, "sync")
    data = render_page(
        site,
        "sync.html",
        head(document, site, path),
        **about(document, site, path),
        tongues=list(zip(document.languages, endonyms(document.languages), strict=True)),
        parts=[(section.id, _heading(document, section)) for section in document.sections if section.heading],
        lists=[(tag, speaks(tag), list(_lines(document, side))) for side, tag in enumerate(document.languages)],
        sounds=[_sound(document, recording) for recording in document.recordings],
    )
    yield Artifact(path, data)


def _heading(document: Document, section: Section) -> str:
    assert section.heading
    texts: Sequence[str] = [
        _shown(document, section.heading.text(side), side) for side in range(len(document.languages))
    ]
    return next((text for text in texts if text), section.id)


def _lines(document: Document, side: int) -> Iterator[tuple[str, str, str]]:
    """The section, the id and the text of every sentence that somebody could read aloud."""
    for section in document.sections:
        for pair in section.pairs:
            for segment in () if pair.shared else pair.segments:
                text = _shown(document, segment.lines[side].shown(), side)
                if text:
                    yield section.id, segment.id, text


def _shown(document: Document, text: str, side: int) -> str:
    return language(document.languages[side]).typeset(text).strip()


def _sound(document: Document, recording: Recording) -> dict[str, Any]:
    """A recording as the script finds it: its files beside the page, and what its cues will be called."""
    return {
        "language": document.languages[recording.side],
        "section": recording.section,
        "files": [sound_name(document, recording, path) for path in recording.paths],
        "name": recording.paths[0].rpartition("/")[2].rpartition(".")[0],
    }


OUTPUT = Output("a page on which authors time a recording", for_document=_make)
