"""What the development server shows, and how it answers: with what is true now, for no browser to keep."""

import secrets
from dataclasses import dataclass, field

from tornado.web import RequestHandler

from site_builder.problems import Problem


@dataclass
class Shown:
    """What the server shows: the folder of the site, the folder of the texts, which build made the site, and the
    problems that keep the next one from being made. `token` is known to pages of this run of the server only."""

    folder: str
    content: str = ""
    build: str = "0"
    problems: tuple[Problem, ...] = ()
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)


class Plain(RequestHandler):
    """Answers that no browser keeps."""

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def data_received(self, chunk: bytes) -> None:
        """Nothing is sent to us piece by piece."""
