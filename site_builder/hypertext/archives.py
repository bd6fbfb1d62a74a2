"""Open the ZIP archives that DOCX and EPUB files are, within bounds."""

import io
import zlib
from collections.abc import Callable, Mapping
from zipfile import BadZipFile, ZipFile, ZipInfo

from site_builder.decoding import empty
from site_builder.draft import SourceFile
from site_builder.problems import Place, Problem, Severity

_MOST_MEMBERS = 20_000
_MOST_BYTES = 64 * 1024 * 1024  # unpacked, of the members that are read; the longest novels have 10 MB
_SECRET = 0x1  # APPNOTE 4.4.4: bit 0 of the flags, the member is encrypted


def unpacked(file: SourceFile, wanted: Callable[[str], bool]) -> Mapping[str, bytes] | tuple[Problem, ...]:
    """The wanted members of an archive by their names, or what is wrong: `empty-file`, `not-a-zip`, `too-large`,
    `encrypted`. Nothing is written anywhere, so that names may be anything."""
    if not file.data:
        return (empty(file.path),)
    try:
        with ZipFile(io.BytesIO(file.data)) as archive:
            members = [member for member in archive.infolist() if wanted(member.filename)]
            if fault := _fault(file.path, members, len(archive.infolist())):
                return (fault,)
            return {member.filename: archive.read(member) for member in members}
    # A damaged archive shows itself in many ways, none of which says more than that.
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error):
        return (broken(file.path, "the archive is damaged or cut off"),)


def broken(path: str, what: str) -> Problem:
    """A file that is not what its ending says."""
    hint = "save or export it again; an old .doc has to be saved as .docx"
    return Problem("not-a-zip", f"the file cannot be opened: {what}", Place(path), Severity.ERROR, hint)


def _fault(path: str, members: list[ZipInfo], count: int) -> Problem | None:
    """What forbids to unpack. The sizes are those that the archive claims; no more than these are ever read."""
    if count > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
        message = f"the archive unpacks to more than {_MOST_BYTES // 1024**2} MB of text"
        hint = "divide it into several files"
        return Problem("too-large", message, Place(path), Severity.ERROR, hint)
    if any(member.flag_bits & _SECRET for member in members):
        message = "the file is protected by a password"
        return Problem("encrypted", message, Place(path), Severity.ERROR, "save it without a password")
    return None
