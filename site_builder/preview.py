"""The web side of `serve`: the site's files as they are now, an error page while it cannot be built, and livereload.

livereload's own server holds messages back for three seconds after each, and puts an inline script into pages, which
the pages' own rules forbid (DESIGN §6). So only its protocol is used here, with a client script of ours.
"""

import json
import mimetypes
import os
from html import escape
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.web import Application

from site_builder.problems import Problem
from site_builder.report import counts, problem_lines
from site_builder.reviewing import web as review
from site_builder.showing import Plain, Shown

_CLIENT = "/livereload-client.js"
_ERROR_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{counts}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem }}
pre {{ font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; border-inline-start: 3px solid #b3402a;
padding: .5rem 1rem; margin: 1rem 0 }}
</style></head><body><h1>{counts}</h1>
<p>The site is as it was before. This page goes away when the text is mended.</p>
{problems}</body></html>
"""


def application(shown: Shown) -> Application:
    """The server's addresses, answered for this computer's names only: no page elsewhere may read unpublished texts."""
    LiveReloadHandler.live_css = True
    LiveReloadHandler.watcher = Watcher()  # its messages name what the watcher saw; ours looks elsewhere
    app = Application(log_function=lambda handler: None)
    rules: list[Any] = [
        ("/livereload", _Socket, {"shown": shown}),
        (_CLIENT, _Client),
        *review.rules(shown),
        ("/(.*)", _Files, {"shown": shown}),
    ]
    app.add_handlers(r"(localhost|127\.0\.0\.1)", rules)
    return app


def tell_browsers(path: str) -> None:
    """Have every page that is open load again what `path` names: a style sheet in place, anything else as a whole."""
    LiveReloadHandler.reload_waiters(path)


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's end of the conversation, closed to pages of other sites."""

    def initialize(self, shown: Shown) -> None:
        self.shown = shown

    def check_origin(self, origin: str) -> bool:
        return origin == f"http://{self.request.host}"

    def on_message(self, message: str | bytes) -> None:
        """A page that was loaded before the last build is told to load again at once."""
        try:
            said = json.loads(message)
        except ValueError:
            return
        if not isinstance(said, dict) or "command" not in said:
            return
        super().on_message(message)
        if said.get("command") == "info" and said.get("build", self.shown.build) != self.shown.build:
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})


class _Client(Plain):
    """The script that listens for changes."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.write((Path(__file__).parent / "data" / "livereload-client.js").read_bytes())


class _Files(Plain):
    """The files of the site, with our script in every page."""

    def initialize(self, shown: Shown) -> None:
        self.shown = shown

    def get(self, path: str) -> None:
        place = os.path.join(self.shown.folder, *path.split("/"))
        if os.path.isdir(place) and path and not path.endswith("/"):
            self.redirect(f"/{path}/")
            return
        name = place if path and not path.endswith("/") else os.path.join(place, "index.html")
        if self.shown.problems and (name.endswith(".html") or "." not in os.path.basename(name)):
            self.set_status(500)
            self._page(error_page(self.shown.problems))
        else:
            self._file(name)

    def head(self, path: str) -> None:
        """As `get`; tornado leaves the body out."""
        self.get(path)

    def _file(self, name: str) -> None:
        root = os.path.realpath(self.shown.folder)
        if "\0" in name or not os.path.realpath(name).startswith(root + os.sep) or not os.path.isfile(name):
            self.set_status(404)
            name = os.path.join(root, "404.html")
        try:
            data = Path(name).read_bytes()
        except OSError:
            self.finish()
            return
        if name.endswith(".html"):
            self._page(data)
            return
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        textual = kind.startswith("text/") or kind in ("application/json", "image/svg+xml", "application/xml")
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if textual else kind)
        self.finish(data)

    def _page(self, html: bytes) -> None:
        script = f'<script defer src="{_CLIENT}?build={self.shown.build}"></script></head>'.encode()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(html.replace(b"</head>", script, 1))


def error_page(problems: tuple[Problem, ...]) -> bytes:
    """The problems as a page; nothing in them is taken for HTML."""
    shown = "\n".join(f"<pre>{escape(chr(10).join(problem_lines(problem)))}</pre>" for problem in problems)
    return _ERROR_PAGE.format(counts=escape(counts(problems)), problems=shown).encode()
