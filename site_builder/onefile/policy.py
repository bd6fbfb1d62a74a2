"""What a page that stands alone lets run and be shown: what stands in it, told by its digest (CSP3 §8.2)."""

import base64
import hashlib
from collections.abc import Iterable


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The Content-Security-Policy for these scripts and style sheets."""
    rules = {"script-src": _sources(scripts), "style-src": _sources(styles), "img-src": "data:"}
    closed = "default-src 'none'; base-uri 'none'; form-action 'none'"
    return f"{closed}; {'; '.join(f'{name} {sources}' for name, sources in rules.items())}"


def _sources(texts: Iterable[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in dict.fromkeys(digests))
