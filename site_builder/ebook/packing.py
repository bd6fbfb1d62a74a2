"""A book's files in one: the archive that EPUB asks for, the same bytes for the same files."""

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FOLDER = "EPUB"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that an archive can say
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


class Member(NamedTuple):
    """A file of a book: its name, its bytes, its media type, and what the package calls it: cover, nav, cover-image."""

    name: str
    data: bytes
    media: str = ""
    kind: str = ""


def packed(members: Iterable[Member]) -> bytes:
    """The archive. Its first file is bare and says what it is, as the standard wants."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        _put(archive, "mimetype", b"application/epub+zip", ZIP_STORED)
        _put(archive, "META-INF/container.xml", _CONTAINER.encode(), ZIP_DEFLATED)
        for member in members:
            _put(archive, f"{_FOLDER}/{member.name}", member.data, ZIP_DEFLATED)
    return file.getvalue()


def _put(archive: ZipFile, name: str, data: bytes, how: int) -> None:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type, entry.create_system, entry.external_attr = how, 3, 0o644 << 16
    archive.writestr(entry, data)
