"""A development server on a port of its own, and browsers that ask it."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from site_builder.inputs import Options
from site_builder.serve import run
from tests.projects import POEM, project


class Server:
    """A running server, the project it serves, and ways to ask it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.browsers: list[WebSocketClientConnection] = []

    def save(self, path: str, text: str) -> None:
        """Write a file as an editor would: now."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    async def get(self, path: str, host: str = "") -> HTTPResponse:
        """The answer to a request, whatever its status."""
        headers = {"Host": host} if host else {}
        return await AsyncHTTPClient().fetch(f"http://127.0.0.1:{self.port}{path}", headers=headers, raise_error=False)

    async def post(self, path: str, body: str | bytes, **headers: str) -> HTTPResponse:
        """The answer to something sent, whatever its status; `Content_Type` is the header of that name."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = HTTPRequest(f"http://127.0.0.1:{self.port}{path}", "POST", named, body)
        return await AsyncHTTPClient().fetch(request, raise_error=False)

    async def browser(self, build: str = "", origin: str = "") -> WebSocketClientConnection:
        """A page that listens for changes."""
        headers = {"Origin": origin or f"http://127.0.0.1:{self.port}"}
        connection = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.port}/livereload", headers=headers))
        self.browsers.append(connection)
        await connection.write_message(json.dumps({"command": "hello", "protocols": []}))
        assert json.loads(str(await connection.read_message()))["command"] == "hello"
        said = {"command": "info", "url": "http://127.0.0.1/", **({"build": build} if build else {})}
        await connection.write_message(json.dumps(said))
        return connection

    async def told(self, browser: WebSocketClientConnection) -> dict[str, str]:
        """The next message that a page gets."""
        return dict(json.loads(str(await asyncio.wait_for(browser.read_message(), 10))))

    async def silent(self, browser: WebSocketClientConnection) -> bool:
        """Whether nothing more is said for a while."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(browser.read_message(), 0.5)
            return False
        return True


def with_server(
    folder: Path, story: Callable[[Server], Awaitable[None]], files: Mapping[str, str | bytes] | None = None
) -> None:
    """Run a story beside a server of a project, with one poem unless other files are given."""

    async def play() -> None:
        async with serving(project(folder, files or {"poem.md": POEM}), folder) as server:
            await story(server)

    asyncio.run(play())


@asynccontextmanager
async def serving(options: Options, folder: Path) -> AsyncIterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    task = asyncio.create_task(run(options, port))
    server = Server(folder, port)
    try:
        for _ in range(100):
            if task.done():
                task.result()
            if (await server.get("/")).code == 200:
                break
            await asyncio.sleep(0.1)
        yield server
    finally:
        for browser in server.browsers:
            browser.close()
        await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
