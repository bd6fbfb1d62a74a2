"""A document's recordings: the sounds beside its page, and which sentence is read when, as a script.

`<document>/<document>.<language>.mp3` is a recording of the whole text, `<document>/<document>.s2.<language>.mp3` one
of a section. `<document>/<document>.audio.js` calls `Reader.provide("audio/<document>", data)`; data are in a row

    language   the tag of the text that is read
    section    the id of the section that is read, "" for the whole text
    files      the names of the sound's files, the same in several forms, beside the script
    length     in seconds, 0 where it is not known
    cues       by id of segment: its start and its end in seconds, in the order of the recording
"""

from collections.abc import Iterator
from json import JSONEncoder

from site_builder.model import Document, Recording
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.rendering.recordings import sound_name
from site_builder.site import Site

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    if not document.recordings:
        return
    rows = ",\n".join(_row(document, recording) for recording in document.recordings)
    name = _json(f"audio/{document.id}")
    yield Artifact(data_path(document.id, "audio.js"), f"Reader.provide({name},[{rows}]);\n".encode())
    for recording in document.recordings:
        for path in recording.paths:
            yield Artifact(f"{document.id}/{sound_name(document, recording, path)}", copy_of=path)


def _row(document: Document, recording: Recording) -> str:
    head = {
        "language": document.languages[recording.side],
        "section": recording.section,
        "files": [sound_name(document, recording, path) for path in recording.paths],
        "length": recording.length / 1000,
    }
    cues = ",\n".join(f"{_json(id)}:[{start / 1000!r},{end / 1000!r}]" for id, (start, end) in recording.cues.items())
    return f'{_json(head)[:-1]},"cues":{{{cues}}}}}'


OUTPUT = Output("recordings of a document, and which sentence is read when", for_document=_make)
