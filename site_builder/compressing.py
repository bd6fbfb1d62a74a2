"""Files of the site once more, compressed: hosts that find `page.html.br` or `page.html.gz` send it as it is.

Brotli saves about a fifth over gzip. The same text gives the same bytes: no time, no name stands in them.
"""

import gzip
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec

from site_builder.config import Compression

LEAST = 1024  # bytes; below, a header and a file more cost as much as is saved
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".md", ".tmx", ".tsv", ".xlf", ".webmanifest")


def worth(path: str, size: int) -> bool:
    """Whether a file of so many bytes at `path` gets smaller by enough to matter."""
    return size >= LEAST and path.endswith(_TEXT)


def compressed(data: bytes, how: Compression) -> bytes:
    """The data as a host would send it."""
    return _BY_NAME[how](data)


def lacking(wanted: Sequence[Compression]) -> bool:
    """Whether something is wanted that this computer has no package for."""
    return "br" in wanted and find_spec("brotli") is None


def _brotli(data: bytes) -> bytes:
    import brotli

    made: bytes = brotli.compress(data, quality=11)
    return made


_BY_NAME: Mapping[Compression, Callable[[bytes], bytes]] = {
    "br": _brotli,
    "gz": lambda data: gzip.compress(data, compresslevel=9, mtime=0),
}
