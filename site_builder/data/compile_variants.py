"""Compile variants.txt: Traditional characters and what they are in Simplified text, one to one.

    python -m site_builder.data.compile_variants

Source: the character tables of OpenCC (Apache-2.0) as the package `opencc` carries them. Only pairs inside the Basic
Multilingual Plane are kept, so folding moves no offset: neither code points (Python) nor UTF-16 units (browsers).
"""

from pathlib import Path

NOTE = """\
# Traditional character, then the Simplified one it is written as. Compiled by compile_variants.py; do not edit.
# From the character tables of OpenCC (https://github.com/BYVoid/OpenCC), Apache License 2.0.
"""

# The variant standards of Taiwan and Hong Kong come before the general table, which lacks their own forms.
STANDARDS = ("tw2s", "hk2s", "t2s")
# OpenCC decides 著 by the phrase, because Simplified text keeps it in 著名; for finding, the two are the same. And its
# table for Taiwan reads 么 as 幺, which would take 什麼 along.
OURS = {"著": "着", "么": "么"}
HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))


def pairs() -> dict[str, str]:
    """Every pair, in order of the Traditional character. No Simplified side is itself a Traditional side."""
    from opencc import OpenCC

    found = dict(OURS)
    for converter in map(OpenCC, STANDARDS):
        for character in map(chr, HAN):
            simplified = converter.convert(character)
            if len(simplified) == 1 and simplified != character and ord(simplified) < 0x10000:
                found.setdefault(character, simplified)
    return {character: _last(found, simplified) for character, simplified in sorted(found.items())}


def _last(found: dict[str, str], character: str) -> str:
    seen = {character}
    while (further := found.get(character)) and further not in seen:
        seen.add(character := further)
    return character


def main() -> None:
    lines = (character + simplified + "\n" for character, simplified in pairs().items() if character != simplified)
    Path(__file__).with_name("variants.txt").write_text(NOTE + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
