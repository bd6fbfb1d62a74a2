"""Text as XML holds it. Characters that XML has no place for (most below U+0020) become U+FFFD."""

import re

_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_IN_TEXT = re.compile(f"[&<>\r{_NEVER}]")
_IN_ATTRIBUTE = re.compile(f'[&<>"\t\n\r{_NEVER}]')
_ILLEGAL = re.compile(f"[{_NEVER}]")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def text(text: str) -> str:
    """Between tags."""
    return _IN_TEXT.sub(_written, text) if _IN_TEXT.search(text) else text


def attribute(text: str) -> str:
    """Between double quotes; line breaks, which XML would make spaces, are kept."""
    return _IN_ATTRIBUTE.sub(_written, text) if _IN_ATTRIBUTE.search(text) else text


def legal(markup: str) -> str:
    """Markup that is XML but for the characters in it."""
    return _ILLEGAL.sub("\ufffd", markup)


def _written(character: re.Match[str]) -> str:
    return _WRITTEN.get(character[0], "\ufffd")
