"""A synthetic library to measure with: documents of 12 pairs, 3 headings and 2 notes, 25 to a folder.

    python tests/bench/library.py COUNT FOLDER

The same count gives the same bytes on every machine.
"""

import random
import sys
from pathlib import Path

PAIRS, HEADING_EVERY, NOTED, IN_FOLDER = 12, 4, (2, 8), 25
_CHINESE = (
    "清早的市場剛剛開門，", "賣茶的老人擺好了桌椅。", "孩子們沿著河邊走到學校，", "橋下的船夫正在補網；",
    "山上的雪還沒有融化，", "鎮裡的鐘敲了七下。", "她把信放進抽屜，", "明年春天再拿出來讀。",
)  # fmt: skip
_ENGLISH = (
    "The market had only just opened in the early light.",
    "An old man who sells tea set out his tables and chairs.",
    "The children walked along the river to their school.",
    "Under the bridge a boatman was mending his nets, as he did every day.",
    "The snow on the hills had not melted yet.",
    "She put the letter into the drawer and would read it again next spring.",
)


def write_library(count: int, folder: Path) -> None:
    """Write `count` documents below `folder`."""
    dice = random.Random(7)
    for number in range(1, count + 1):
        place = folder / f"shelf-{(number - 1) // IN_FOLDER + 1:03}" / f"text-{number:05}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(document(dice, number), encoding="utf-8")


def document(dice: random.Random, number: int) -> str:
    """One document as Markdown."""
    parts = ["---", f'title: "第{number}篇 Text {number}"', "---", ""]
    notes = 0
    for pair in range(PAIRS):
        if pair % HEADING_EVERY == 0:
            section = pair // HEADING_EVERY + 1
            parts += [f"## 第{section}節 | Section {section} of text {number}", ""]
        chinese = "".join(dice.choices(_CHINESE, k=dice.randint(4, 7))).rstrip("，；。") + "。"
        english = " ".join(dice.choices(_ENGLISH, k=dice.randint(3, 5)))
        if pair in NOTED:
            notes += 1
            english += f"[^{notes}]"
        parts += [chinese, "", english, ""]
    parts += [f"[^{note}]: {dice.choice(_ENGLISH)}\n" for note in range(1, notes + 1)]
    return "\n".join(parts)


if __name__ == "__main__":
    write_library(int(sys.argv[1]), Path(sys.argv[2]))
