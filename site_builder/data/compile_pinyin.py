"""Compile pinyin.txt, how characters and phrases of Chinese are read.

    python -m site_builder.data.compile_pinyin

Source: the tables of the package `pypinyin` (MIT, see pinyin.LICENCE.txt), of several readings the first. The package
itself takes a fifth of a second to load, since it copies its tables and gathers all beginnings of phrases, which a site
of one text would pay each time. Laid out like cedict.txt: the first characters, how many bytes each one's line has, and
these lines. A line has its phrases between tabs: what follows the first character, and syllables with spaces between.

    ⇥¦xíng⇥业¦háng yè⇥为¦xíng wéi⇥
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


def compiled(characters: Mapping[int, str], phrases: Mapping[str, Sequence[Sequence[str]]]) -> Iterator[str]:
    """The table's lines, without their ends, from readings of characters (commas between) and of phrases."""
    lines: dict[str, dict[str, str]] = defaultdict(dict)
    for number, readings in characters.items():
        lines[chr(number)][""] = readings.split(",")[0]
    for phrase, each in phrases.items():
        lines[phrase[0]][phrase[1:]] = " ".join(readings[0] for readings in each)
    made = [
        "\t" + "".join(f"{rest}¦{said}\t" for rest, said in sorted(lines[first].items())) for first in sorted(lines)
    ]
    yield "".join(sorted(lines))
    yield " ".join(str(len(line.encode("utf-8"))) for line in made)
    yield from made


def main() -> None:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    table = "\n".join(compiled(PINYIN_DICT, PHRASES_DICT)) + "\n"
    Path(__file__).with_name("pinyin.txt").write_bytes(table.encode("utf-8"))


if __name__ == "__main__":
    main()
