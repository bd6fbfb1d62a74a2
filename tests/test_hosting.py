"""Hosting: what hosts read, files compressed beforehand, and the README's recipe for nginx in a real one."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from site_builder.pipeline import build
from tests.projects import project, tree, write

ROOT = Path(__file__).parent.parent
POEM = "春眠不覺曉，\n\n" * 40 + "In spring I sleep past daybreak.\n\n" * 40
TOML = 'base_url = "https://example.org/reader/"\nprecompress = ["br", "gz"]\n'
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


def test_texts_are_there_compressed_and_go_with_their_files(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM, "site.toml": TOML})
    build(options)
    site = tmp_path / "site"
    page = (site / "poem/index.html").read_bytes()
    assert gzip.decompress((site / "poem/index.html.gz").read_bytes()) == page
    assert brotli.decompress((site / "poem/index.html.br").read_bytes()) == page
    assert not (site / ".nojekyll.gz").exists()
    assert not list(site.glob("**/*.epub.gz"))
    first = tree(site)
    write(tmp_path / "content/site.toml", "")
    build(options)
    assert not [path for path in tree(site) if path.endswith((".gz", ".br"))]
    write(tmp_path / "content/site.toml", TOML)
    build(options)
    assert tree(site) == first


def test_headers_keep_for_ever_only_what_is_named_by_its_content(tmp_path: Path) -> None:
    build(project(tmp_path, {"poem.md": "春眠不覺曉，\n\nIn spring I sleep.\n"}))
    rules = (tmp_path / "site/_headers").read_text(encoding="utf-8")
    lasting = re.findall(r"^(/\S+)\n  Cache-Control: [^\n]*immutable", rules, re.MULTILINE)
    assert lasting == ["/assets/*", "/search/:state/*"]
    for path in (tmp_path / "site/assets").iterdir():
        assert re.search(r"\.[0-9a-f]{8}\.\w+$", path.name)


@dataclass(frozen=True)
class Answer:
    """What a server says."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a site below /reader/ in nginx, set up as README.md says."""
    if not os.path.exists(NGINX):
        pytest.skip("nginx is not installed; .ci/check installs it")
    build(project(tmp_path, {"poem.md": POEM, "site.toml": TOML}))
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # nginx's workers are nobody
    recipe = re.search(r"```nginx\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert recipe
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = tmp_path / "nginx.conf"
    conf.write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; server {{ listen 127.0.0.1:{port};\n"
        f"{recipe[1].replace('/srv/reader/site/', f'{tmp_path}/site/')}\n}} }}\n",
        encoding="utf-8",
    )
    server = subprocess.Popen([NGINX, "-c", str(conf), "-e", str(tmp_path / "error.log")])
    address = f"http://127.0.0.1:{port}/reader/"
    try:
        for _ in range(100):
            try:
                asked(address + "robots.txt")
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait()


def asked(address: str, **headers: str) -> Answer:
    """What is answered to a request."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return Answer(answer.status, dict(answer.headers), answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, dict(error.headers), error.read())


def test_nginx_serves_the_site_as_the_readme_says(served: str) -> None:
    page = asked(served + "poem/index.html")
    assert page.status == 200
    assert page.headers["Cache-Control"] == "no-cache"
    packed = asked(served + "poem/index.html", **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == page.body
    styles = re.search(rb'href="\.\./(assets/[^"]+\.css)"', page.body)
    assert styles
    asset = asked(served + styles[1].decode())
    assert asset.headers["Content-Type"] == "text/css"
    assert "immutable" in asset.headers["Cache-Control"]
    missing = asked(served + "no/such/page.html")
    assert missing.status == 404
    assert b"404" in missing.body
