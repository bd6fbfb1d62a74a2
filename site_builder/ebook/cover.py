"""The title on a book's cover, broken into lines that fit: a drawing wraps no text by itself."""

import unicodedata
from collections.abc import Iterator

from site_builder.languages import language

_WIDE = ("W", "F")
_NARROW = 0.52  # of the size of type, a letter of a serif face on average


def title_lines(text: str, tag: str, size: float, width: float) -> list[str]:
    """The title in lines of at most `width`, set at `size` (both in the same unit): between words, or where there are
    none, evenly between characters."""
    em = width / size
    if any(unicodedata.east_asian_width(character) in _WIDE for character in text) and not language(tag).spaced:
        return list(_even(text, em))
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer) > em:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _even(text: str, em: float) -> Iterator[str]:
    """As few lines as will do, about as long as each other."""
    lines = max(1, -int(-_width(text) // em))
    size = -(-len(text) // lines)
    return (text[at : at + size] for at in range(0, len(text), size))


def _width(text: str) -> float:
    """Of a text, in em."""
    return sum(1.0 if unicodedata.east_asian_width(character) in _WIDE else _NARROW for character in text)
