"""What the search in the page reads: the text of the library, and for a large one an index. See indexing/files.py for
the files; what a document says is gathered in gathering.py.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from site_builder.model import Document
from site_builder.outputs import Artifact, Output, Workshop
from site_builder.site import Site

if TYPE_CHECKING:
    from site_builder.indexing.merging import Dictionary
    from site_builder.indexing.parts import Part


def _part(document: Document, site: Site) -> bytes:
    from site_builder.gathering import gathered
    from site_builder.indexing.parts import packed

    return packed(gathered(document, site))


def _files(parts: Sequence[bytes], workshop: Workshop) -> Iterator[Artifact]:
    from site_builder.indexing.files import scripts
    from site_builder.indexing.parts import unpacked

    known = [unpacked(data) for data in parts]
    for path, data in scripts(known, partial(_index, parts, known, workshop)):
        yield Artifact(path, data)


def _index(data: Sequence[bytes], parts: "Sequence[Part]", workshop: Workshop) -> "Dictionary":
    """Only for a large library: this brings numpy in."""
    from site_builder.indexing.library import index

    return index(data, parts, workshop.folder, workshop.jobs, workshop.version)


OUTPUT = Output("what the search in the page reads", part=_part, from_parts=_files)
