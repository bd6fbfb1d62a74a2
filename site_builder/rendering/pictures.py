"""What kind of picture a file holds, for products that carry pictures inside."""

from base64 import b64encode

# What every reading system shows (EPUB 3.3, §3.2), and how such a file begins.
_KINDS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}


def kind_of(data: bytes) -> str:
    """The media type of a picture by how its file begins; "" when books cannot be relied on to show it."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"<svg" in data[:1000] and b"<script" not in data and b"http-equiv" not in data:
        return "image/svg+xml"
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")


def as_address(data: bytes) -> str:
    """The picture itself as an address, "" for what is not known to be one."""
    kind = kind_of(data)
    return f"data:{kind};base64,{b64encode(data).decode()}" if kind else ""
