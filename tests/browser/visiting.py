"""Open pages of built sites as different readers would, and hold every visit to the rules of the house.

A visit fails when the page logs an error, throws, asks another host for anything, or asks for what is not there.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
)

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


def lit(page: Page, texts: list[str]) -> None:
    """Wait until exactly these texts are lit as hits. The page's policy forbids what `wait_for_function` does."""
    found: list[str] = []
    for _ in range(100):
        found = page.evaluate("[...(CSS.highlights.get('hits') ?? [])].map(String)")
        if found == texts:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"lit is {found}, not {texts}")


class Visitor:
    """Opens pages in contexts of their own and remembers what went wrong in them.

    `folder` holds the built sites, `address` is where they are served.
    """

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self._browser, self._folder, self._address = browser, folder, address
        self._contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    def __call__(self, path: str = "report/report/index.html", over: str = "http", **reader: Any) -> Page:
        """A page by its path in the folder, perhaps with a query and a fragment. `over` is "http" or "file"; `reader`
        is what `context` takes."""
        page = self.context(**reader).new_page()
        self.watch(page)
        page.goto(self.address(path, over))
        return page

    def address(self, path: str, over: str = "http") -> str:
        """The address of a page."""
        return f"{self._folder.as_uri()}/{path}" if over == "file" else f"{self._address}/{path}"

    def context(
        self,
        size: Mapping[str, int] = WIDE,
        js: bool = True,
        locale: str = "en-US",
        dark: bool = False,
        touch: bool = False,
        before: str = "",
    ) -> BrowserContext:
        """A reader with nothing saved. `before` is a script that runs ahead of those of each page."""
        context = self._browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            java_script_enabled=js,
            locale=locale,
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(5_000)
        if before:
            context.add_init_script(before)
        self._contexts.append(context)
        return context

    def watch(self, page: Page) -> None:
        """Note what must not happen on a page."""
        note = self.faults.append
        page.on("console", lambda message: message.type in ("error", "warning") and note(f"console: {message.text}"))
        page.on("pageerror", lambda error: note(f"thrown: {error}"))
        page.on("request", lambda request: self._ours(request.url) or note(f"asked elsewhere: {request.url}"))

    def _ours(self, url: str) -> bool:
        return url.startswith((self._address, self._folder.as_uri(), "data:", "blob:", "about:"))

    def leave(self) -> None:
        """Close every context."""
        for context in self._contexts:
            context.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder from a thread; gives its address."""
    server = QuietServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class QuietServer(ThreadingHTTPServer):
    """A server to which a browser that leaves in the middle of an answer is no news."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def spot(page: Page, segment: str, language: str = "en") -> tuple[float, float]:
    """A point on the first line of a segment's text, in sight; a segment may begin in the middle of a row."""
    line = page.locator(f'.line[data-segment="{segment}"][lang="{language}"]')
    line.evaluate("line => line.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = line.evaluate("line => line.getClientRects()[0].toJSON()")
    return box["x"] + min(8, box["width"] / 2), box["y"] + box["height"] / 2


def squeezed(text: str) -> str:
    """The text without white space, for comparing what layout may break anywhere."""
    return re.sub(r"\s+", "", text)
