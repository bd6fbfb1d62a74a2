"""The page for addresses that do not exist, as hosts show it: in place of any page, at any depth."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module")
def shelf(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host that has the site below /shelf/, where its base URL says that it is."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "shelf").symlink_to(built / "full")
    with _host(folder) as address:
        yield address


@pytest.mark.parametrize("depth", [0, 1, 3])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_set_well_and_leads_home_from_any_depth(browser: Browser, shelf: str, depth: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="en")
    page = context.new_page()
    answer = page.goto(f"{shelf}/shelf/{'nowhere/' * depth}nothing.html")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_be_visible(visible=depth == 0)
    edges = page.locator("main").evaluate("main => [main.scrollWidth, parseFloat(getComputedStyle(main).paddingLeft)]")
    assert edges[0] <= 360
    assert edges[1] >= 16
    page.get_by_role("main").get_by_role("link").click()
    expect(page).to_have_url(f"{shelf}/shelf/index.html")
    expect(page.get_by_role("heading", name="Mencius")).to_be_visible()
    context.close()


@contextmanager
def _host(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        data = (Path(self.directory) / "shelf/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
