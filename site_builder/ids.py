"""The names of documents: from a file's name to the folder of its page."""

import unicodedata

# Names that the site itself uses beside the documents.
_RESERVED = frozenset({"404", "assets", "favicon", "index", "robots", "search", "sitemap"})
_LONGEST = 200  # bytes; file systems allow 255, and `report.json` and the like must fit


def document_id(name: str) -> str:
    """The id of the document called `name`, a path without its suffix: `reports/2024 #1` → `reports-2024-1`.

    Letters, marks and digits of any script stay as they are, composed (NFC); anything else becomes one hyphen. Never
    empty, and never a name that the site needs itself.
    """
    kept = (letter if _stays(letter) else " " for letter in unicodedata.normalize("NFC", name))
    words = "-".join("".join(kept).split()) or "text"
    short = words.encode()[:_LONGEST].decode(errors="ignore").rstrip("-")
    return f"{short}-text" if short.lower() in _RESERVED else short


def _stays(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
