"""A static host as they are: it compresses what is text, and it is known what it sent."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

_LEVEL = 6  # what gzip, and most hosts, do when they are not told otherwise
_COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg")


class Sent(NamedTuple):
    """An answer: its path, and the bytes of its head and body."""

    path: str
    size: int


class Host:
    """`address` is where the folders are served; `sent` is what was asked for so far."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent: list[Sent] = []

    def since(self, mark: int) -> list[Sent]:
        """What was sent after there were so many answers."""
        return self.sent[mark:]


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder from a thread."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.folder = folder.resolve()  # type: ignore[attr-defined]
    host = server.host = Host(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file: Path = self.server.folder / path  # type: ignore[attr-defined]
        if not file.is_file():
            self.send_error(404)
            return
        kind = guess_type(file.name)[0] or "application/octet-stream"
        packed = kind.startswith(_COMPRESSED)
        body = _packed(file) if packed else file.read_bytes()
        head = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nCache-Control: max-age=600\r\n"
        )
        head += "Content-Encoding: gzip\r\n\r\n" if packed else "\r\n"
        self.server.host.sent.append(Sent(path, len(head) + len(body)))  # type: ignore[attr-defined]
        self.wfile.write(head.encode() + body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), _LEVEL)
