"""What learners are told of the words of a document, as scripts: see rendering/word_scripts.py for what they hold."""

from collections.abc import Iterator

from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.word_scripts import word_scripts
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    return (Artifact(path, data) for path, data in word_scripts(document, site))


OUTPUT = Output("words, readings, meanings and levels for learners, as scripts", for_document=_make)
