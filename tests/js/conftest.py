"""The page's search, run by node as the page runs it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

import pytest

from site_builder.lexicons import variants


class Row(TypedDict):
    """A row of a result: its id, its text in each language, and what is marked there (UTF-16 offsets)."""

    id: str
    texts: list[str]
    ranges: list[list[tuple[int, int]]]


class Engine:
    """Talks to engine.mjs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def search(self, pairs: list[list[list[str]]], queries: list[str]) -> list[list[list[Row]]]:
        """For each query, the rows of each result, best result first."""
        answers = self._ask("search", {"pairs": pairs, "queries": queries})
        return [[result["rows"] for result in answer] for answer in answers]

    def stems(self, words: list[str]) -> list[str]:
        """What JavaScript makes of words."""
        return list(self._ask("stems", words))

    def folded(self, texts: list[str]) -> list[str]:
        """Texts as the page compares them."""
        return list(self._ask("folded", texts))

    def use(self, table: list[str]) -> None:
        """Fold characters by this table."""
        self._ask("variants", table)

    def library(self, name: str, files: dict[str, str], **options: object) -> None:
        """Search the files of a site, path → script, under a name."""
        self._ask("library", {"name": name, "files": files, "options": options})

    def find(self, name: str, queries: list[str], filters: object = None) -> list[list[dict[str, Any]]]:
        """For each query all windows of a library."""
        return list(self._ask("find", {"name": name, "queries": queries, "filters": filters or {}}))

    def suggest(self, name: str, queries: list[str]) -> list[dict[str, Any]]:
        """What a library suggests for each query."""
        return list(self._ask("suggest", {"name": name, "queries": queries}))

    def _ask(self, name: str, argument: object) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, argument]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "node has stopped"
        return json.loads(line)


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    node = shutil.which("node")
    assert node, "these tests need node"
    script = str(Path(__file__).with_name("engine.mjs"))
    with subprocess.Popen([node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        engine = Engine(process)
        engine.use(["".join(variants()), "".join(variants().values())])
        yield engine
        assert process.stdin
        process.stdin.close()
