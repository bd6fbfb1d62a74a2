"""The addresses of the review page: `/review/` lists the documents, `/review/<document>` shows one and takes it back.

A page of another site must not read or write here: the server answers to this computer's names only, and a document is
taken from a page of the same origin that carries the token of this run. Whatever lies deeper
or has a dot in its name is left to the site, which may have a document called `review`.
"""

import asyncio
import json
import os
from collections.abc import Sequence
from hmac import compare_digest
from html import escape
from pathlib import Path
from string import Template
from threading import Lock
from typing import Any
from urllib.parse import quote

from site_builder.rendering.addresses import page_path
from site_builder.rendering.tongues import speaks
from site_builder.report import counts
from site_builder.reviewing.desk import Opened, documents, open_named, opened, save
from site_builder.reviewing.sheet import shown as as_shown
from site_builder.reviewing.submission import digest_said, rows
from site_builder.showing import Plain, Shown

MOST = 4_000_000  # bytes of a request; a book of 20,000 segments, all of them changed, has half as many
_FOLDER = Path(__file__).parent.parent / "data" / "review"
_SCRIPTS = ("words", "pairs", "order", "session", "pointing", "entry", "saving", "page", "keys")
_SAVING = Lock()  # what was looked at is still so when it is written
_KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def rules(shown: Shown) -> list[Any]:
    """The rules of tornado for these addresses."""
    return [
        (r"/review\.files/([a-z-]+\.(?:js|css))", _Files),
        (r"/review", _ToList),
        (r"/review/", _List, {"shown": shown}),
        (r"/review/([^/.]+)", _Document, {"shown": shown}),
    ]


class _Files(Plain):
    """The page's scripts and style sheet, which no built site has."""

    def get(self, name: str) -> None:
        try:
            data = (_FOLDER / name).read_bytes()
        except OSError:
            self.send_error(404)
            return
        self.set_header("Content-Type", _KINDS[os.path.splitext(name)[1]])
        self.finish(data)


class _ToList(Plain):
    def get(self) -> None:
        self.redirect("/review/")


class _Page(Plain):
    """A page, made of `data/review/page.html`."""

    def initialize(self, shown: Shown) -> None:
        self.shown = shown

    def page(self, title: str, main: str, document: str = "", scripts: Sequence[str] = ("words",)) -> None:
        """Answer with a page; `main` is HTML."""
        html = Template((_FOLDER / "page.html").read_text("utf-8")).substitute(
            title=escape(title),
            token=escape(self.shown.token if document else ""),
            document=escape(document),
            theme=self._theme(),
            scripts="\n".join(f'<script defer src="/{name}"></script>' for name in self._scripts(scripts)),
            main=main,
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(html)

    def _scripts(self, scripts: Sequence[str]) -> list[str]:
        ours = [f"review.files/{name}.js" for name in scripts]
        return [*ours, f"livereload-client.js?build={quote(self.shown.build)}"]

    def problems(self) -> str:
        """That the text cannot be built now, as HTML."""
        said = counts(self.shown.problems)
        return f'<p class="problems" role="alert">{escape(said)}: <a href="/">…</a></p>' if said else ""

    def _theme(self) -> str:
        """The theme's colours and type, and what the reader chose of them, as far as the theme has them."""
        there = [name for name in ("first-paint.js", "reader.css", "icon.svg") if self._has(f"assets/{name}")]
        tags = {
            "first-paint.js": '<script src="/assets/first-paint.js"></script>',
            "reader.css": '<link rel="stylesheet" href="/assets/reader.css">',
            "icon.svg": '<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">',
        }
        return "\n".join(tags[name] for name in there)

    def _has(self, path: str) -> bool:
        return os.path.isfile(os.path.join(self.shown.folder, path))


class _List(_Page):
    """The documents, with what there is to look at in each."""

    async def get(self) -> None:
        found = await asyncio.to_thread(self._opened)
        items = "\n".join(map(_item, found))
        listed = f'<ul class="documents">\n{items}\n</ul>' if found else '<p data-word="none">Nothing</p>'
        self.page("Alignments", _plain_main(f'<h1 data-word="title">Alignments</h1>{self.problems()}{listed}'))

    def _opened(self) -> list[Opened]:
        content, site = self.shown.content, self.shown.folder
        found = (open_named(content, site, named) for named in documents(content).values())
        return [one for one in found if one]


def _plain_main(html: str) -> str:
    return f'<main id="text" class="review">{html}</main>'


def _item(opened: Opened) -> str:
    sheet = opened.sheet
    named = zip(sheet.languages, sheet.titles, strict=True)
    titles = " ".join(f"<span {speaks(tag)}>{escape(title)}</span>" for tag, title in named)
    number = sheet.open_questions()
    question = (
        f'<b>{number}</b> <span data-word="open">to look at</span>' if number else '<span data-word="done">–</span>'
    )
    return f'<li><a href="/review/{quote(sheet.id)}">{titles}</a> <small>{question}</small></li>'


class _Document(_Page):
    """One document: its page, its data (`?rows`), and where it is sent back to."""

    async def get(self, document: str) -> None:
        found = await asyncio.to_thread(opened, self.shown.content, self.shown.folder, document)
        if found is None:
            self.set_status(404)
            self.page("Alignments", _plain_main('<h1 data-word="missing">There is no such text</h1>'))
        elif self.get_query_argument("rows", None) is None:
            self._page(found)
        else:
            answer = await asyncio.to_thread(as_shown, found.sheet)
            self._answer(200, "", digest=found.digest, **answer)

    def _page(self, found: Opened) -> None:
        sheet = found.sheet
        titles = " ".join(
            f"<span {speaks(tag)}>{escape(title)}</span>"
            for tag, title in zip(sheet.languages, sheet.titles, strict=True)
        )
        main = Template((_FOLDER / "document.html").read_text("utf-8")).substitute(
            heading=f"<h1>{titles}</h1>", page=f"/{quote(page_path(sheet.id))}", told=self.problems()
        )
        self.page(" · ".join(dict.fromkeys(sheet.titles)), main, sheet.id, _SCRIPTS)

    async def post(self, document: str) -> None:
        if refused := self._refused():
            self._answer(*refused)
            return
        try:
            said = json.loads(self.request.body)
        except (ValueError, RecursionError):
            self._answer(400, "this is no JSON")
            return
        status, message, digest = await asyncio.to_thread(_saved, self.shown, document, said)
        self._answer(status, message, digest=digest)

    def _refused(self) -> tuple[int, str] | None:
        headers = self.request.headers
        if headers.get("Origin") != f"{self.request.protocol}://{self.request.host}":
            return 403, "only the review page itself may save"
        if not compare_digest(headers.get("X-Review-Token", "").encode(), self.shown.token.encode()):
            return 403, "the server was started again since: load the page again"
        if headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            return 415, "this is no JSON"
        return (413, "this is too much to save at once") if len(self.request.body) > MOST else None

    def _answer(self, status: int, message: str = "", **values: object) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps({"message": message, **values}, ensure_ascii=False))


def _saved(shown: Shown, document: str, said: object) -> tuple[int, str, str]:
    """Save what a page says of a document: an HTTP status, why not, and the digest of what there is now."""
    with _SAVING:
        found = opened(shown.content, shown.folder, document)
        if found is None:
            return 404, "this text is gone", ""
        if digest_said(said) != found.digest:
            return 409, "the text or its file of corrections has changed since the page was loaded", ""
        checked = rows(found.sheet, said)
        if isinstance(checked, str):
            return 422, checked, ""
        try:
            save(shown.content, found, checked)
        except OSError as error:
            return 500, f"{found.named.corrections} cannot be written: {error.strerror or error}", ""
        now = opened(shown.content, shown.folder, document)
        return 200, "", now.digest if now else ""
