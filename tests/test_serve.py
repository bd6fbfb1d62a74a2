"""The development server, asked as a browser asks it."""

import asyncio
import socket
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

from site_builder.errors import OutputError
from site_builder.preview import error_page
from site_builder.problems import Place, Problem
from site_builder.serve import run
from tests.projects import POEM, SONG, project
from tests.servers import Server, with_server


def test_three_saves_a_second_apart_are_three_reloads(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser()
        for number in range(3):
            server.save("content/poem.md", POEM.replace("雨聲", f"雨聲{number}"))
            assert (await server.told(browser))["path"] == "*"
            assert f"雨聲{number}" in (await server.get("/poem/index.html")).body.decode()
            await asyncio.sleep(1)
        assert await server.silent(browser)

    with_server(tmp_path, story)


def test_a_change_of_style_alone_does_not_reload_the_page(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser()
        server.save("themes/reader/css/tokens.css", ":root { --mine: 1 }\n")
        message = await server.told(browser)
        assert message["path"].endswith(".css")
        assert message["liveCSS"]
        assert "--mine" in (await server.get(f"/{message['path']}")).body.decode()

    with_server(tmp_path, story)


def test_an_error_is_a_page_until_it_is_mended(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser()
        server.save("content/site.toml", 'titel = "<script>alert(1)</script>"\n')
        await server.told(browser)
        for address in ("/", "/poem/index.html", "/poem/", "/404.html"):
            page = await server.get(address)
            assert page.code == 500
            assert "content/site.toml:1:1: unknown-setting" in page.body.decode()
            assert "<script>alert" not in page.body.decode()
        assert (await server.get("/assets/reader.css")).code == 200
        server.save("content/site.toml", 'title = "Reader"\n')
        await server.told(browser)
        page = await server.get("/poem/index.html")
        assert page.code == 200
        assert "春眠不覺曉" in page.body.decode()

    with_server(tmp_path, story)


def test_a_new_text_and_a_removed_one_are_seen(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser()
        server.save("content/song.md", SONG)
        await server.told(browser)
        assert (await server.get("/song/")).code == 200
        (server.folder / "content/song.md").unlink()
        await server.told(browser)
        assert (await server.get("/song/")).code == 404

    with_server(tmp_path, story)


def test_a_page_older_than_the_site_is_told_at_once(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser(build="an earlier one")
        assert (await server.told(browser))["command"] == "reload"

    with_server(tmp_path, story)


def test_pages_are_served_fresh_and_only_to_this_computer(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        page = await server.get("/poem/index.html")
        assert page.headers["Cache-Control"] == "no-store"
        assert '<script defer src="/livereload-client.js?build=' in page.body.decode()
        assert (await server.get("/livereload-client.js")).headers["Content-Type"].startswith("text/javascript")
        assert (await server.get("/poem")).effective_url.endswith("/poem/")
        assert (await server.get("/nowhere.html")).code == 404
        assert (await server.get("/%2e%2e/%2e%2e/content/poem.md")).code == 404
        assert (await server.get("/", host="evil.example")).code == 404
        with pytest.raises(HTTPClientError, match="403"):
            await server.browser(origin="http://evil.example")

    with_server(tmp_path, story)


def test_the_site_to_be_uploaded_is_not_touched(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        assert (await server.get("/")).code == 200

    with_server(tmp_path, story)
    assert not (tmp_path / "site").exists()


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OutputError, match=f"port {port} is taken"):
            asyncio.run(run(project(tmp_path, {"poem.md": POEM}), port))


def test_the_error_page_takes_nothing_for_html() -> None:
    place = Place("a&b.md", 3, 1, "<img src=x onerror=alert(1)>", 4)
    page = error_page((Problem("x", "</pre><script>alert(1)</script>", place),)).decode()
    assert "<img" not in page
    assert "<script>" not in page
    assert "a&amp;b.md:3:1" in page
