"""Show the site on this computer and build it again whenever a text, a setting or the theme changes.

The site is built into a folder of its own in the cache, so the one that will be uploaded is not touched. Edits made
during a build are seen right after it and lead to one more.
"""

import asyncio
import errno
import os
import time
from dataclasses import replace
from socket import create_server, socket

from site_builder.cache import folder_for
from site_builder.console import print_problems, say
from site_builder.errors import OutputError, SiteBuilderError
from site_builder.files import Stamp, listing, theme_roots
from site_builder.inputs import Options
from site_builder.pipeline import build
from site_builder.preview import application, tell_browsers
from site_builder.problems import Place, Problem, Severity
from site_builder.report import Report, fault, summary_line
from site_builder.reviewing.web import MOST
from site_builder.showing import Shown
from site_builder.task import Kept

_HOST = "127.0.0.1"
_POLL = 0.1  # seconds between two looks at the files


def serve(options: Options, port: int, open_browser: bool) -> None:
    """Serve until interrupted; OutputError when the port is taken."""
    try:
        asyncio.run(run(options, port, open_browser))
    except KeyboardInterrupt:
        say("")


async def run(options: Options, port: int, open_browser: bool = False) -> None:
    """The server itself: listens on `port` of this computer, then looks for changes for ever."""
    from tornado.httpserver import HTTPServer

    listening = _listen(port)
    options = replace(options, output=os.path.join(folder_for(options.output), "preview"), hashed=False)
    shown = Shown(options.output, options.content)
    kept: Kept = {}
    seen = _look(options)
    await _rebuild(options, shown, kept)
    server = HTTPServer(application(shown), max_body_size=MOST + 1_000_000)
    server.add_socket(listening)
    try:
        _welcome(f"http://{_HOST}:{port}/", open_browser)
        while True:
            await asyncio.sleep(_POLL)
            found = await asyncio.to_thread(_look, options)
            if found != seen:
                seen = found
                if path := await _rebuild(options, shown, kept):
                    tell_browsers(path)
    finally:
        server.stop()
        await server.close_all_connections()


def _welcome(address: str, open_browser: bool) -> None:
    say(f"{address}  (Ctrl+C ends)")
    say(f"{address}review/  to check alignments")
    if open_browser:
        import webbrowser

        webbrowser.open(address)


async def _rebuild(options: Options, shown: Shown, kept: Kept) -> str:
    """Build once, off the server's thread; what browsers must load again, "" when nothing is different."""
    before = shown.problems
    report = await asyncio.to_thread(_report, options, kept)
    shown.problems = () if report.published else report.problems
    changed = (*report.changes.written, *report.changes.removed)
    if not changed and shown.problems == before:
        return ""
    print_problems(report.problems)
    say(f"{time.strftime('%H:%M:%S')}  {summary_line(report) if report.published else 'not built'}")
    shown.build = f"{time.time_ns()}"
    styles = changed and not before and all(path.endswith(".css") for path in changed)
    return changed[0] if styles else "*"


def _report(options: Options, kept: Kept) -> Report:
    """The report of a build that never raises: what stops it is a problem to be shown."""
    try:
        return build(options, kept)
    except SiteBuilderError as error:
        return Report(error.problems)
    except Exception as error:
        return Report((fault(error, options.content),))


def _look(options: Options) -> dict[str, Stamp]:
    """The stamps of all that the site is made of."""
    folders = (options.content, *theme_roots(options.project))
    return {os.path.join(folder, path): stamp for folder in folders for path, stamp in listing(folder).items()}


def _listen(port: int) -> socket:
    try:
        listening = create_server((_HOST, port))
        listening.setblocking(False)
        return listening
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        said = f"port {port} is taken by another program" if taken else error.strerror or str(error)
        hint = f"end it, or choose another: --port {port + 1 if port < 65535 else 8000}"
        raise OutputError(Problem("no-port", said, Place(f"{_HOST}:{port}"), Severity.ERROR, hint)) from error
