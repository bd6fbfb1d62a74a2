"""WordNet, where it is installed: what English words mean. Debian's package is `wordnet-base`.

Its files are lists sorted by their first word (wndb(5WN)), so they are mapped into memory, and only the place is read
where a word must be. Looked for in the folder that WNSEARCHDIR names, as WordNet's own programs do.
"""

import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from typing import NamedTuple

PARTS = ("noun", "verb", "adj", "adv")
_USUAL = "/usr/share/wordnet"
_NUMBERS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}  # 5 are satellites: adjectives
_NOTICE_ENDS = b"preserve same."
_QUOTED = re.compile(r'[\s;:]*"')  # examples in quotation marks follow a definition
_BLOCK, _LONGEST = 4_096, 80  # bytes

# Endings, and what stands instead in the form that WordNet lists (morphy(7WN)).
_RULES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "noun": (
        *(("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")),
        ("s", ""),
    ),
    "verb": (("ies", "y"), ("es", "e"), ("ed", "e"), ("ing", "e"), ("es", ""), ("ed", ""), ("ing", ""), ("s", "")),
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "adv": (),
}


class Sense(NamedTuple):
    """One meaning of a word: how the word is written, what it means, and how often it was found in texts that people
    marked."""

    form: str
    definition: str
    found: int


class WordNet:
    """The lists in a folder."""

    def __init__(self, folder: str) -> None:
        self._lists = {name: _List(os.path.join(folder, name)) for name in _FILES}

    def notice(self) -> str:
        """What its licence wants to stand in every copy."""
        head = self._lists["data.noun"].data[:4_000]
        lines = head[: head.index(_NOTICE_ENDS) + len(_NOTICE_ENDS)].decode().split("\n")
        return "\n".join(line.strip().lstrip("0123456789").strip() for line in lines)

    @lru_cache(maxsize=20_000)  # noqa: B019  there is one WordNet as long as the program runs
    def lemmas(self, form: str) -> tuple[tuple[str, str], ...]:
        """The words that a form may be one of, as (part of speech, word): itself, an exception, or what rules make."""
        return tuple(self._lemmas(form.lower().replace(" ", "_")))

    def _lemmas(self, form: str) -> Iterator[tuple[str, str]]:
        for part in PARTS:
            irregular = self._lists[f"{part}.exc"].line(f"{form} ").split()[1:]
            known = dict.fromkeys((form, *irregular, *_by_rules(part, form)))
            yield from ((part, word) for word in known if self._lists[f"index.{part}"].line(f"{word} "))

    def found(self, part: str, word: str) -> int:
        """How often a word was found as this part of speech in texts that people marked."""
        return sum(self._counts(part, word).values())

    def senses(self, part: str, word: str) -> list[Sense]:
        """What a word means as a part of speech, the most common meaning first."""
        fields = self._lists[f"index.{part}"].line(f"{word} ").split()
        offsets = fields[-int(fields[2]) :] if fields else []
        counts = self._counts(part, word)
        return [self._sense(part, word, int(offset), counts.get(at, 0)) for at, offset in enumerate(offsets, 1)]

    def _sense(self, part: str, word: str, offset: int, found: int) -> Sense:
        data = self._lists[f"data.{part}"].data
        head, _, gloss = data[offset : data.find(b"\n", offset)].decode().partition(" | ")
        fields = head.split()
        forms = [form.partition("(")[0] for form in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
        form = next((form for form in forms if form.lower() == word), word)
        return Sense(form.replace("_", " "), _QUOTED.split(gloss, maxsplit=1)[0].strip(), found)

    @lru_cache(maxsize=20_000)  # noqa: B019  likewise
    def _counts(self, part: str, word: str) -> dict[int, int]:
        found = {}
        for line in self._lists["cntlist.rev"].lines(f"{word}%"):
            key, number, count = line.split()
            if _NUMBERS[key.partition("%")[2][0]] == part:
                found[int(number)] = int(count)
        return found


class _List:
    """A sorted list of lines. The first line of each block is known, so that few bytes are looked through."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self.data = mmap(file.fileno(), 0, access=ACCESS_READ)

    def line(self, beginning: str) -> str:
        """The first line that begins so, "" when none does."""
        return next(self.lines(beginning), "")

    def lines(self, beginning: str) -> Iterator[str]:
        """The lines that begin so."""
        data, wanted = self.data, beginning.encode()
        starts, firsts = self._blocks
        block = max(1, bisect_left(firsts, wanted))
        first = starts[block - 1]
        last = starts[block] + len(wanted) if block < len(starts) else len(data)
        at = first if firsts[block - 1].startswith(wanted) else data.find(b"\n" + wanted, first, last) + 1
        while at >= first and data[at : at + len(wanted)] == wanted:
            end = data.find(b"\n", at)
            yield data[at:end].decode()
            at = end + 1

    @cached_property
    def _blocks(self) -> tuple[list[int], list[bytes]]:
        """Where each block begins, and how its first line does."""
        found = (self.data.find(b"\n", at) + 1 for at in range(_BLOCK, len(self.data), _BLOCK))
        starts = [0, *(start for start in found if start)]
        return starts, [self.data[start : start + _LONGEST] for start in starts]


def wordnet() -> WordNet | None:
    """WordNet, None where it is not installed."""
    return _opened(_folder())


@cache
def _opened(folder: str) -> WordNet | None:
    return WordNet(folder) if state() else None


def state() -> str:
    """Names the state of what is installed, "" for nothing."""
    try:
        sizes = [os.stat(os.path.join(_folder(), name)).st_size for name in _FILES]
    except OSError:
        return ""
    return repr(sizes) if all(sizes) else ""


_FILES = (
    *(f"{kind}.{part}" for kind in ("index", "data") for part in PARTS),
    *(f"{part}.exc" for part in PARTS),
    "cntlist.rev",
)


def _folder() -> str:
    return os.environ.get("WNSEARCHDIR", _USUAL)


@lru_cache(maxsize=20_000)
def _by_rules(part: str, form: str) -> tuple[str, ...]:
    """Of several words, the last one changes: action plans → action plan."""
    found = (form[: -len(ending)] + other for ending, other in _RULES[part] if form.endswith(ending))
    return tuple(word for word in found if len(word.rpartition("_")[2]) > 1)
