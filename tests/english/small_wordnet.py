"""A WordNet of a few words, in the files of the real one."""

from collections import defaultdict
from pathlib import Path

NOTICE = """This software and database is being provided to you, the LICENSEE.
WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.
PROVIDED "AS IS". LICENSEE agrees to preserve same."""
NUMBERS = {"noun": 1, "verb": 2, "adj": 3, "adv": 4}

# Part of speech, word, definition, how often it was found.
SENSES = [
    ("noun", "innovation", 'a creation (a new device or process); "she made an innovation"', 9),
    ("noun", "innovation", "the act of starting something for the first time", 3),
    ("verb", "lead", "take somebody somewhere", 40),
    ("noun", "lead", "a soft heavy toxic metallic element", 1),
    ("noun", "child", "a young person", 30),
    ("verb", "study", "consider in detail and/or subject to an analysis", 20),
    ("noun", "study", "a detailed critical inspection", 19),
    ("noun", "action", "something done", 10),
    ("noun", "plan", "a series of steps to be carried out", 12),
    ("noun", "action_plan", "a plan of actions", 0),
    ("noun", "Beijing", "capital of the People's Republic of China", 2),
    ("adj", "well-known", "widely or fully known", 5),
    ("adj", "high", "greater than normal", 8),
    ("noun", "quality", "an essential attribute", 7),
    ("noun", "at", "a highly unstable radioactive element", 0),
]
EXCEPTIONS = {"noun": {"children": "child"}, "verb": {"led": "lead"}}


def small_wordnet(folder: Path) -> str:
    """Write it; gives the folder's name."""
    folder.mkdir(parents=True)
    counts: list[str] = []
    for part, number in NUMBERS.items():
        data = "".join(f"  {at} {line}  \n" for at, line in enumerate(NOTICE.split("\n"), 1))
        places: dict[str, list[int]] = defaultdict(list)
        for each, word, definition, found in SENSES:
            if each == part:
                places[word.lower()].append(len(data.encode()))
                data += f"{len(data.encode()):08} 00 {part[0]} 01 {word} 0 000 | {definition}  \n"
                order = len(places[word.lower()])
                counts += [f"{word.lower()}%{number}:00:{order:02}:: {order} {found}"] * bool(found)
        rows = [
            f"{word} {part[0]} {len(offsets)} 0 {len(offsets)} 0 {' '.join(f'{offset:08}' for offset in offsets)}  "
            for word, offsets in places.items()
        ]
        _write(folder / f"data.{part}", data)
        _write(folder / f"index.{part}", "  1 x\n" + "".join(f"{row}\n" for row in sorted(rows)))
        forms = {"zzz": "zzz", **EXCEPTIONS.get(part, {})}
        _write(folder / f"{part}.exc", "".join(f"{form} {word}\n" for form, word in sorted(forms.items())))
    _write(folder / "cntlist.rev", "".join(f"{row}\n" for row in sorted(counts)))
    return str(folder)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
