"""Products of a build: each file makes one kind of file for readers or tools and declares `OUTPUT`.

An output decides how things are shown, never what the content is. Nothing reads what another output made.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from site_builder.model import Document
from site_builder.site import Site
from site_builder.values import value

Files: TypeAlias = Mapping[str, tuple[str, int]]  # path in the site → digest and size


@value(frozen=True, slots=True)
class Artifact:
    """One file of the site: `path` relative to the output folder with forward slashes, and its bytes. With `copy_of`
    the bytes are those of a file of the content folder instead."""

    path: str
    data: bytes = b""
    copy_of: str = ""


@value(frozen=True, slots=True)
class Workshop:
    """Where an output may remember what it reckoned, "" for nowhere, for builders of the same version only, and how
    many processes may work."""

    folder: str = ""
    version: str = ""
    jobs: int = 1


@value(frozen=True, slots=True)
class Output:
    """One product: `for_document` is called for every document by itself (in parallel, only when it changed),
    `for_site` once with the cards of all. A product that is `optional` is made when `Config.downloads` has its name.

    Where files of the whole site need more of a document than its card, `part` says what it contributes: called like
    `for_document`, remembered while the document stays as it is, and handed in the library's order to `from_parts`.
    A product that comes `last` is told how large the others are (`Site.sizes`). `from_files` is called when all else
    is there, with what every file is called, its digest (`output_folder.digest`) and its size, not what it holds."""

    summary: str
    for_document: Callable[[Document, Site], Iterable[Artifact]] | None = None
    for_site: Callable[[Site], Iterable[Artifact]] | None = None
    optional: bool = False
    part: Callable[[Document, Site], bytes] | None = None
    from_parts: Callable[[Sequence[bytes], Workshop], Iterable[Artifact]] | None = None
    last: bool = False
    from_files: Callable[[Files, Site], Iterable[Artifact]] | None = None
