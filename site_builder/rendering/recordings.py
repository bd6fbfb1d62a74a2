"""Recordings on the page: what their files are called, and the players that work without scripts."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from markupsafe import Markup

from site_builder.model import Document, Recording
from site_builder.rendering.endonyms import endonym
from site_builder.rendering.theme import Theme
from site_builder.rendering.tongues import speaks
from site_builder.rendering.wording import Wording
from site_builder.site import Site

_KINDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav"}


def sound_name(document: Document, recording: Recording, path: str) -> str:
    """What the sound at `path` of the content folder is called beside the document's page: report.s2.zh-Hant.mp3."""
    section = f"{recording.section}." if recording.section else ""
    tag, ending = document.languages[recording.side], path.rpartition(".")[2].lower()
    return f"{document.id}.{section}{tag}.{ending}"


def has_sync(document: Document, site: Site) -> bool:
    """Whether there is a page on which the author times a recording of the document."""
    wanted = site.config.listening.sync
    return wanted == "all" or (wanted == "recorded" and bool(document.recordings))


def players(document: Document, theme: Theme, wording: Wording) -> Mapping[str, Markup]:
    """The players of the page, by the id of the section that they stand in; "" for those of the whole text."""
    return dict(_players(document, theme, wording)) if document.recordings else {}


def _players(document: Document, theme: Theme, wording: Wording) -> Iterator[tuple[str, Markup]]:
    for section, found in groupby(document.recordings, lambda recording: recording.section):
        sounds = [
            {
                "language": endonym(document.languages[recording.side]),
                "attributes": speaks(document.languages[recording.side]),
                "tag": document.languages[recording.side],
                "files": [_file(document, recording, path) for path in recording.paths],
            }
            for recording in found
        ]
        yield section, Markup(theme.render("partials/recordings.html", sounds=sounds, section=section, **wording))


def _file(document: Document, recording: Recording, path: str) -> tuple[str, str]:
    """The address of a sound, and its type."""
    return quote(sound_name(document, recording, path)), _KINDS[path.rpartition(".")[2].lower()]
