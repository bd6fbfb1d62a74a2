"""How text is read for searching, as js/search-text.js does: spellings that a reader takes for one are folded into one.

The two must agree, which tests/indexing holds through node. What a character is follows
Unicode's general category and its Scripts.txt: WORD are letters, marks on them and digits, GLUED those of Arabic and
Hebrew, UNSPACED the scripts without spaces; BREAK is what no hit crosses.
"""

import unicodedata
from collections.abc import Iterator

from site_builder.lexicons import variants

SPACE, BREAK, UNSPACED, GLUED, WORD, MARK = range(6)
WALL = "\0"  # stands where two segments touch letter to letter, as title and subtitle do

# Scripts written without spaces between words, or with endings glued on: Han, kana, bopomofo, Hangul, Thai, Lao, Khmer,
# Myanmar, as they are after folding.
_UNSPACED = (
    "0e01-0e3a 0e40-0e5b 0e81-0ed9 0edc-0edf 1000-109f 1100-11ff 1780-17dd 17e0-17e9 17f0-17f9 19e0-19ff 2e80-2fd5 "
    "3005 3007 3021-3029 302e-302f 3038-303b 3041-3096 309d-309f 30a1-30fa 30fc-30ff 3105-312f 3131-318e 31a0-31bf "
    "31f0-321e 3260-327e 32d0-32fe 3300-3357 3400-4dbf 4e00-9fff a960-a97c a9e0-a9fe aa60-aa7f ac00-d7a3 d7b0-d7c6 "
    "d7cb-d7fb f900-fad9 116d0-116e3 16fe2-16fe3 16ff0-16ff6 1aff0-1affe 1b000-1b167 1f200 20000-33479"
)
# Arabic and Hebrew, which glue articles and prepositions to words, so that a word is looked for inside others.
_GLUED = "0591-05f4 0600-06ff 0750-077f 0870-08ff fb1d-fdff fe70-fefc 10e60-10e7e 10ec2-10efa 1ee00-1eef1"
# What Unicode calls Default_Ignorable_Code_Point: soft hyphens, variation selectors, marks of direction.
_INVISIBLE = (
    "00ad 034f 061c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f ffa0 fff0-fff8 "
    "1bca0-1bca3 1d173-1d17a e0000-e0fff"
)
_SPACE = "0009-000d 0020 00a0 1680 2000-200a 2028-2029 202f 205f 3000 feff"
_POINTS = (
    "0300-036f 0591-05bd 05bf 05c1 05c2 05c4 05c5 05c7 0610-061a 0640 064b-065f 0670 06d6-06dc"  # accents, vowel marks
)


def _ranges(text: str) -> list[range]:
    ends = [part.split("-") for part in text.split()]
    return [range(int(end[0], 16), int(end[-1], 16) + 1) for end in ends]


def _one_of(text: str) -> frozenset[int]:
    return frozenset(number for part in _ranges(text) for number in part)


_BLANK, _HIDDEN, _DROPPED = _one_of(_SPACE), _one_of(_INVISIBLE), _one_of(_POINTS)
_OPEN, _STUCK = _ranges(_UNSPACED), _ranges(_GLUED)


def unspaced(number: int) -> bool:
    """Whether any part of a text in this character's script can be looked for."""
    return number >= 0xE01 and any(number in part for part in _OPEN)


def glued(number: int) -> bool:
    """Whether words of this character's script are looked for inside other words."""
    return number >= 0x591 and any(number in part for part in _STUCK)


def _alike() -> Iterator[tuple[str, str]]:
    groups = [
        ('"', "“”„‟″「」『』﹁﹂﹃﹄«»״"),
        ("'", "‘’‚‛′׳"),
        ("-", "‐‑‒–—―−־"),
        (".", "。۔"),
        (",", "、،"),
        (";", "؛"),
    ]
    groups += [("?", "؟"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("o", "ø"), ("l", "ł"), ("d", "đ"), ("ا", "ٱ")]
    groups += [("ي", "ىی"), ("ه", "ةہھ"), ("ك", "ک")]
    for one, others in groups:
        yield from ((other, one) for other in others)
    for zero in (0x660, 0x6F0, 0x966):
        yield from ((chr(zero + digit), str(digit)) for digit in range(10))
    yield from ((chr(kana), chr(kana + 0x60)) for kana in range(0x3041, 0x3097))


_SAME = dict(_alike())


class _Folding(dict[int, str]):
    """A table for `str.translate` that learns each character when it is met."""

    def __missing__(self, number: int) -> str:
        found = self[number] = _folded(number)
        return found


def _folded(number: int) -> str:
    if number in _BLANK:
        return " "
    if number in _HIDDEN:
        return ""
    if number in (0x439, 0x419):
        return "й"  # a letter of its own
    plain = unicodedata.normalize("NFKD", chr(number)).lower()
    bare = unicodedata.normalize("NFC", "".join(part for part in plain if ord(part) not in _DROPPED))
    return "".join(_SAME.get(part) or variants().get(part, part) for part in bare)


def kind(number: int) -> int:
    """What a folded character is, one of SPACE to MARK."""
    if number < 0x20:
        return BREAK
    if number in _BLANK:
        return SPACE
    if unspaced(number):
        return UNSPACED
    if unicodedata.category(chr(number))[0] not in "LMN":
        return MARK
    return GLUED if glued(number) else WORD


FOLDING: dict[int, str] = _Folding()


def fold(text: str) -> str:
    """The text as it is searched."""
    return text.lower() if text.isascii() and text.isprintable() else text.translate(FOLDING)


def is_letter(character: str) -> bool:
    """Whether a letter or a digit, which may not touch the one of another segment."""
    return unicodedata.category(character)[0] in "LN"
