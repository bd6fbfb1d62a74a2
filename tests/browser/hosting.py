"""A host under a path that can be stopped, started again, slowed down, and given another build."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.browser.visiting import QuietServer
from tests.built_sites import build

BELOW = "deep/reader"  # the site's path on its host


class Host:
    """Serves the folder `site` in `folder` as `/deep/reader/`, always on the same port."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder, folder / "host" / BELOW
        self.site.parent.mkdir(parents=True)
        self.open = Event()  # pages wait for it
        self.open.set()
        self._server: QuietServer | None = None
        self._there = Event()
        self._port = 0

    @property
    def address(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self._port}/{BELOW}"

    def build(self, *texts: str, settings: str = "", tree: bytes = b"") -> None:
        """Build the site of these texts, a document each, and of a picture, as an update of what is there."""
        content = self.folder / "content"
        content.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (content / f"text{number}.md").write_text(text, encoding="utf-8")
        if tree:
            (content / "tree.png").write_bytes(tree)
        (content / "site.toml").write_text(settings, encoding="utf-8")
        done = build("--content", content, "--output", self.site, "--no-cache")
        assert done.returncode == 0, done.stderr

    def copy(self, site: Path) -> None:
        """Host a site that is built already."""
        shutil.copytree(site, self.site)

    def start(self) -> None:
        self._there = Event()
        self._there.set()
        handler = partial(_Handler, self.open, self._there, directory=str(self.folder / "host"))
        self._server = QuietServer(("127.0.0.1", self._port), handler)
        self._port = self._server.server_port
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Nobody answers any more, not even to a connection that a browser has opened ahead."""
        if self._server:
            self._there.clear()
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, ready: Event, there: Event, *arguments: Any, **named: Any) -> None:
        self._ready, self._there = ready, there
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Pages may have to wait."""
        if self.path.split("?")[0].endswith((".html", "/")):
            self._ready.wait()
        if self._there.is_set():
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """A host that is stopped in the end."""
    host = Host(folder)
    try:
        yield host
    finally:
        host.open.set()
        host.stop()
