"""A project that the development server serves, and the page that reviews its text."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visiting import Visitor
from tests.built_sites import ROOT
from tests.projects import project

TEXT = """# 春

# Spring

他來了，坐下了。她走了。天黑了。下雨了。

He came, and sat down. She left. It grew dark. It rained.

| 甲 | 乙 |
|---|---|
| 丙 | 丁 |

| A | B |
|---|---|
| C | D |

春天很短。

Spring is short.

花開了，花落了，人散了。

Blossoms. Gone. We parted, each alone.
"""


class Desk:
    """A project being served, and the page that reviews its text."""

    def __init__(self, folder: Path, address: str, page: Page) -> None:
        self.folder, self.address, self.page = folder, address, page

    @property
    def box(self) -> Locator:
        """The segment that is being looked at."""
        return self.page.locator(".box")

    def button(self, name: str) -> Locator:
        """A button of that segment."""
        return self.box.get_by_role("button", name=name, exact=True)

    def stand(self, segment: str) -> None:
        """Go to a segment."""
        if self.page.locator(".box a.name").inner_text() != segment:
            self.page.get_by_role("button", name=f"Go to segment {segment}").first.click()
        expect(self.page.locator(".box a.name")).to_have_text(segment)

    def saved(self, pair: str = "p2", document: str = "spring") -> list[str]:
        """The rows of a pair as they were saved: id, status, texts."""
        rows = [line.split("\t") for line in (self.folder / f"{document}.align.tsv").read_text("utf-8").splitlines()]
        names = [row[0].rpartition("-")[0] for row in rows]
        start = names.index(pair)
        stop = next((at for at in range(start, len(rows)) if names[at] not in (pair, "")), len(rows))
        return [f"{row[0]} {row[1]} {row[3]}/{row[4]}" for row in rows[start:stop]]

    def listed(self) -> list[str]:
        """Every segment that the page lists, in its order."""
        return [" ".join(text.split()) for text in self.page.locator(".segment .head .name").all_inner_texts()]


@contextmanager
def served_project(folder: Path) -> Iterator[tuple[Path, str]]:
    """`build.py serve` in a process of its own; gives the content folder and the address."""
    project(folder, {"spring.md": TEXT})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "build.py", "serve", "--port", str(port)]
    command += ["--content", str(folder / "content"), "--output", str(folder / "site")]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait(lambda: "天黑了" in rows(address))
        yield folder / "content", address
    finally:
        running.terminate()
        running.wait(timeout=60)


def wait(true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    for _ in range(600):  # a minute: machines that run tests are busy
        try:
            if true():
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.1)
    raise AssertionError("it never came true")


def rows(address: str, document: str = "spring") -> str:
    """What the server tells the page."""
    with urlopen(f"{address}/review/{document}?rows") as answer:
        return str(answer.read().decode())


def _untouched(told: str) -> bool:
    settled = any(f'"{status}"' in told for status in ("checked", "locked"))
    return not settled and all(line in told for line in ("天黑了", "很短"))


@contextmanager
def desks(folder: Path, address: str, browser: Browser) -> Iterator[Callable[..., Desk]]:
    """Opens the review of a text that nobody has corrected yet."""
    visitor = Visitor(browser, folder, address)
    # At once: the server must not read a file that is being written, and tell the page that its text is gone.
    (folder.parent / "spring.md").write_text(TEXT, "utf-8")
    (folder.parent / "spring.md").replace(folder / "spring.md")
    (folder / "spring.align.tsv").unlink(missing_ok=True)
    wait(lambda: _untouched(rows(address)))

    def opened(**reader: object) -> Desk:
        page = visitor("review/spring", **reader)
        expect(page.locator("#state")).to_have_text("All saved")
        return Desk(folder, address, page)

    yield opened
    visitor.leave()
    faults = [fault for fault in visitor.faults if "409" not in fault]  # a refusal, which a browser logs
    assert not faults, faults
