"""What helps readers who misspell, or spell in pinyin: the words of the library, and pairs of characters by sound."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from site_builder.indexing.codes import LETTERS
from site_builder.indexing.folding import FOLDING, UNSPACED, kind
from site_builder.lexicons import syllables

_MOST = 40  # pairs of one sound, the most frequent ones
_LONGEST = 31  # letters that a word can share with the one before


def words(forms: Mapping[str, int]) -> str:
    """Word forms and in how many units each stands: how many letters it shares with the one before, its other letters,
    and a digit, half the binary digits of the count."""
    written, last = [], ""
    for form in sorted(form for form in forms if form.replace("'", "").isalpha()):
        shared = min(_LONGEST, sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(form, last, strict=False))))
        written.append(f"{LETTERS[shared]}{form[shared:]}{min(9, forms[form].bit_length() // 2)}")
        last = form
    return "".join(written)


def pinyin(pairs: Mapping[str, int], least: int) -> dict[str, str]:
    """For each syllable the pairs of characters that may begin with it: lines of the second syllable, a tab, and pairs,
    each with a letter for how frequent it is. Only pairs that stand in `least` units."""
    sounds: dict[str, list[str]] = defaultdict(list)
    for syllable, characters in syllables().items():
        for character in characters:
            sounds[character].append(syllable)
    found: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for pair, count in pairs.items():
        if count >= least:
            for first in sounds.get(pair[0], ()):
                for second in sounds.get(pair[1], ()):
                    found[first][second].append((-count, pair))
    return {first: "\n".join(map(_line, sorted(rest.items()))) for first, rest in sorted(found.items())}


def _line(entry: tuple[str, list[tuple[int, str]]]) -> str:
    second, pairs = entry
    frequent = sorted(pairs)[:_MOST]
    return f"{second}\t{''.join(f'{pair}{LETTERS[min(63, (-count).bit_length())]}' for count, pair in frequent)}"


def counted(units: Iterable[Sequence[Sequence[str]]]) -> dict[str, int]:
    """Pairs of characters and in how many units each stands, of a library that is small."""
    counts: dict[str, int] = defaultdict(int)
    for unit in units:
        text = "\n".join(said for _, *texts in unit for said in texts).translate(FOLDING)
        for pair in {text[at : at + 2] for at in range(len(text) - 1)}:
            if kind(ord(pair[0])) == UNSPACED == kind(ord(pair[1])):
                counts[pair] += 1
    return counts
