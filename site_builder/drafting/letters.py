"""Tell Chinese letters and marks from others, one at a time: quicker to start with than large character classes."""

import unicodedata


def is_han(letter: str) -> bool:
    """Whether a letter is Han."""
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or letter == "〇" or is_rare_han(letter)


def is_rare_han(letter: str) -> bool:
    """Whether a letter is Han outside the basic plane."""
    return "\U00020000" <= letter <= "\U000323af"


def is_close(letter: str) -> bool:
    """Whether a letter or mark belongs to a script that does not part words: Han, kana, their punctuation and
    full-width forms. Hangul parts words."""
    if letter < "\u2e80":
        return letter in "“”‘’—…" and letter != ""
    return letter <= "\u9fff" or is_han(letter) or is_close_mark(letter) or "\uff01" <= letter <= "\uff60"


def is_close_mark(letter: str) -> bool:
    """Whether a letter is punctuation of such a script."""
    if "\uff01" <= letter <= "\uff65":
        return not letter.isalnum()
    return "\u3000" <= letter <= "\u303f" or letter == "・" or "\ufe30" <= letter <= "\ufe4f"


def width(text: str) -> int:
    """How many columns of a typewriter the text fills; Chinese letters fill two."""
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
