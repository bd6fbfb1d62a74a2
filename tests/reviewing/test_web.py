"""The review page's addresses, asked as a browser asks them, and as a page of another site would."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPResponse

from tests.projects import SONG
from tests.servers import Server, with_server

TEXT = """# 春

# Spring

他來了。她走了。天黑了。

He came. She left. It grew dark.
"""
FILE = "content/spring.align.tsv"


async def opened(server: Server, document: str = "spring") -> tuple[dict[str, Any], dict[str, str]]:
    """A document's data, and the headers of a page that may save it."""
    page = (await server.get(f"/review/{document}")).body.decode()
    token = re.search(r'data-token="([^"]+)"', page)
    assert token
    data = json.loads((await server.get(f"/review/{document}?rows")).body)
    origin = f"http://127.0.0.1:{server.port}"
    return data, {"X_Review_Token": token[1], "Origin": origin, "Content_Type": "application/json"}


def merged(data: dict[str, Any]) -> str:
    """The first paragraph's first two segments as one."""
    pair = next(pair for pair in data["pairs"] if len(pair["rows"]) == 3)
    (name, _, _, one), (_, _, _, two), last = pair["rows"]
    ranges = [[first[0], second[1]] for first, second in zip(one, two, strict=True)]
    rows = [
        {"id": name, "status": "locked", "ranges": ranges},
        {"id": last[0], "status": "checked", "ranges": last[3]},
    ]
    return json.dumps({"digest": data["digest"], "pairs": [{"id": pair["id"], "rows": rows}]})


def told(answer: HTTPResponse) -> str:
    return str(json.loads(answer.body)["message"])


def test_what_is_saved_is_written_beside_the_text_and_built(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser()
        data, headers = await opened(server)
        answer = await server.post("/review/spring", merged(data), **headers)
        assert answer.code == 200, answer.body
        saved = [line.split("\t") for line in (server.folder / FILE).read_text("utf-8").splitlines()]
        assert saved[0][:5] == ["id", "status", "confidence", "zh-Hant", "en"]
        assert [row[:2] + row[3:5] for row in saved[2:]] == [
            ["p2-1", "locked", "他來了。她走了。", "He came. She left."],
            ["p2-3", "checked", "天黑了。", "It grew dark."],
        ]
        assert (await server.told(browser))["path"] == "*"
        again, _ = await opened(server)
        built = [row[:2] for row in again["pairs"][-1]["rows"]]
        assert built == [["p2-1", "locked"], ["p2-3", "checked"]]
        assert again["digest"] != json.loads(answer.body)["digest"]  # because it was built since
        assert {path.name for path in (server.folder / "content").iterdir()} == {"spring.md", "spring.align.tsv"}

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_saving_twice_before_the_build_goes_on_from_the_first(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        first = json.loads((await server.post("/review/spring", merged(data), **headers)).body)
        again = await server.post("/review/spring", merged({**data, "digest": first["digest"]}), **headers)
        assert again.code in (200, 409)  # by whether the build was faster

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_crossing_links_come_back_as_they_were_saved(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        browser = await server.browser()
        data, headers = await opened(server)
        pair = data["pairs"][-1]
        (_, _, _, one), (_, _, _, two), (_, _, _, three) = pair["rows"]
        crossed = [[one[0], two[1]], [two[0], one[1]], three]
        rows = [
            {"id": row[0], "status": "locked", "ranges": ranges}
            for row, ranges in zip(pair["rows"], crossed, strict=True)
        ]
        body = json.dumps({"digest": data["digest"], "pairs": [{"id": pair["id"], "rows": rows}]})
        assert (await server.post("/review/spring", body, **headers)).code == 200
        await server.told(browser)
        again, _ = await opened(server)
        assert again["pairs"][-1]["texts"] == pair["texts"]
        assert [row[3] for row in again["pairs"][-1]["rows"]] == crossed

    with_server(tmp_path, story, {"spring.md": TEXT})


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"X_Review_Token": "guessed"}, 403),
        ({"X_Review_Token": ""}, 403),
        ({"X_Review_Token": "é"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Host": "evil.example"}, 404),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_others_save_nothing(tmp_path: Path, change: dict[str, str], status: int) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        answer = await server.post("/review/spring", merged(data), **{**headers, **change})
        assert answer.code == status
        assert not (server.folder / FILE).exists()

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_without_an_origin_nothing_is_saved(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        del headers["Origin"]
        assert (await server.post("/review/spring", merged(data), **headers)).code == 403

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_nonsense_and_too_much_are_refused(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        sent = [
            (b"{", 400),
            (b"\xff\xfe", 400),
            (b"[" * 100_000, 400),
            (b"[]", 409),
            (json.dumps({"digest": data["digest"]}), 422),
            (json.dumps({"digest": data["digest"], "pairs": [{"id": "p2", "rows": []}]}), 422),
            (b'"' + b"x" * 4_000_001 + b'"', 413),
        ]
        for body, status in sent:
            answer = await server.post("/review/spring", body, **headers)
            assert (answer.code, bool(told(answer))) == (status, True)
        huge = await server.post("/review/spring", b"x" * 6_000_000, **headers)
        assert huge.code != 200
        assert not (server.folder / FILE).exists()

    with_server(tmp_path, story, {"spring.md": TEXT})


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "spring%2F..%2Fspring",
        "..%2F..%2Fspring",
        "%2e%2e",
        "%00",
        "spring%00",
        "sp%ff",
        "spring.md",
        "a/../spring",
    ],
)
def test_only_documents_of_the_library_are_opened_and_saved(tmp_path: Path, path: str) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        assert (await server.get(f"/review/{path}")).code in (400, 404)
        assert (await server.post(f"/review/{path}", merged(data), **headers)).code in (400, 404, 405)
        names = {path.name for path in server.folder.rglob("*.tsv") if "preview" not in path.parts}
        assert not names

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_what_changed_since_is_not_written_over(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        server.save("content/spring.md", TEXT.replace("dark", "bright"))
        answer = await server.post("/review/spring", merged(data), **headers)
        assert answer.code == 409
        assert "has changed" in told(answer)
        data, _ = await opened(server)
        server.save(FILE, "id\tstatus\tconfidence\tzh-Hant\ten\tzh-Hant#\ten#\n")
        assert (await server.post("/review/spring", merged(data), **headers)).code == 409

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        data, headers = await opened(server)
        (server.folder / "content/.spring.align.tsv.new").mkdir()
        answer = await server.post("/review/spring", merged(data), **headers)
        assert answer.code == 500
        assert "spring.align.tsv cannot be written" in told(answer)

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_the_list_names_every_document_and_what_is_open(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        page = (await server.get("/review/")).body.decode()
        assert re.findall(r'href="/review/([^"]+)"', page) == ["review", "spring", "%E6%AD%8C"]
        assert "靜夜思" in page
        assert 'data-token=""' in page
        assert (await server.get("/review")).effective_url.endswith("/review/")

    with_server(tmp_path, story, {"spring.md": TEXT, "歌.md": SONG, "review.md": SONG})


def test_a_document_called_review_keeps_its_page(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        assert 'data-document="review"' in (await server.get("/review/index.html")).body.decode()
        assert (await server.get("/review/review.json")).code == 200
        assert 'data-review="review"' in (await server.get("/review/review")).body.decode()

    with_server(tmp_path, story, {"review.md": SONG})


def test_titles_are_taken_for_no_html(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        for address in ("/review/", "/review/x"):
            page = (await server.get(address)).body.decode()
            assert "<img" not in page
            assert "&lt;img" in page

    with_server(tmp_path, story, {"x.md": "# 春<img src=x>$token\n\n# <img src=x onerror=alert(1)>\n\n甲。\n\nA.\n"})


def test_the_page_allows_no_inline_script_and_its_files_are_there(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        page = (await server.get("/review/spring")).body.decode()
        assert "default-src 'none'; script-src 'self'" in page
        assert "<style" not in page
        assert not re.search(r"<script(?![^>]* src=)|\son\w+=|\sstyle=", page)
        files = re.findall(r'(?:src|href)="(/[^"]*\.(?:js|css|svg)[^"]*)"', page)
        assert len(files) > 10
        for path in files:
            assert (await server.get(path)).code == 200, path
        for path in ("/review.files/page.html", "/review.files/..%2Fcedict.txt", "/review.files/none.js"):
            assert (await server.get(path)).code == 404

    with_server(tmp_path, story, {"spring.md": TEXT})


def test_a_built_site_knows_nothing_of_it(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        assert "/review/" not in (await server.get("/spring/index.html")).body.decode()

    with_server(tmp_path, story, {"spring.md": TEXT})
    files = [path for path in tmp_path.rglob("*") if "preview" in path.parts and path.is_file()]
    assert files
    assert not [path for path in files if b"review.files" in path.read_bytes()]
