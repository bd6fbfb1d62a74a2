"""Straight quotation marks as a printer would set them, character for character."""

import re

_BEFORE = r"\s(\[{<—–/"
_OPENING_DOUBLE = re.compile(rf"(?:^|(?<=[{_BEFORE}-]))\"")
_OPENING_SINGLE = re.compile(rf"(?:^|(?<=[{_BEFORE}\"“„«-]))'")


def double(text: str, marks: str) -> str:
    """Each " as the first of two marks where it opens and as the second where it closes: “” or „“ or «»."""
    return _OPENING_DOUBLE.sub(marks[0], text).replace('"', marks[1]) if '"' in text else text


def single(text: str) -> str:
    """Each ' as ‘ where it opens and as ’ elsewhere, apostrophes included."""
    return _OPENING_SINGLE.sub("‘", text).replace("'", "’") if "'" in text else text
