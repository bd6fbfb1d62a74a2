"""How well texts are aligned, how sure that is, and what it costs.

    python tests/bench/alignment.py [--gold DIR] [--seeds 48] [--book 5000]

F1 is strict: a bead counts only if both of its sides are right. Without `--gold` the sets are those that ship in
tests/pairing/gold. `--gold` takes a folder of sets: each has `a.txt` and `b.txt` (a unit a line), `gold.txt` (numbers
of lines joined by commas, a tab, those of the other side), and where beads are known only by verse, `verses.txt` (the
verse of each line of a, an empty line, those of b); its languages stand in its name (`en-fr-…`), else it is Chinese
and English. The book is made of shipped texts, each time with other numbers and names; its memory is
the most that the process ever had.

Under the bins of all sets stand those of each: beads, and how many points more of them are right than they say. A bin
of fewer than 30 beads says nothing, and one of a single short text not much: the same few beads stand in it with every
seed. Seeds from 100 on are those that `pairing/calibration` was fitted with.
"""

import argparse
import resource
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from site_builder.pairing.fixed import Units  # noqa: E402
from site_builder.pairing.sequences import align_sequences  # noqa: E402
from tests.pairing.paragraphs import gold, judged, regrouped, score  # noqa: E402
from tests.pairing.sides import (  # noqa: E402
    WRITTEN,
    Figures,
    Right,
    Sides,
    aligned,
    by_clauses,
    constructed,
    figures,
    from_gold,
    whole,
    worn,
    written,
)

SEEDS = 48
F1_SEEDS = 8  # of these the F1 of constructed texts is the mean
SHIPPED = (
    ("declaration", ("zh-Hans", "en")),
    ("declaration", ("en", "fr")),
    ("declaration", ("en", "es")),
    ("declaration", ("en", "ru")),
    ("genesis", ("zh-Hans", "en")),
    ("agama-trees", ("zh-Hant", "en")),
    ("agama-grief", ("zh-Hant", "en")),
)
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)

Found = tuple[float, bool | None]  # the confidence of a bead, and whether it is right; None where gold cannot say
Sets = dict[str, list[Found]]


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, help="a folder of sets, or of folders of sets")
    options.add_argument("--seeds", type=int, default=SEEDS, help="how many texts are constructed of each that ships")
    options.add_argument("--book", type=int, default=5000, help="source sentences of the book; 0 for none")
    chosen = options.parse_args()
    start = process_time()
    sets = _of_folder(chosen.gold) if chosen.gold else _shipped(range(chosen.seeds))
    seconds, beads = process_time() - start, sum(map(len, sets.values()))
    print(f"{beads} beads, {1000 * seconds / max(1, beads):.2f} s CPU per 1,000\n")
    _print_bins("beads of whole texts", sets)
    if not chosen.gold:
        _print_bins("harder texts", _hard(range(chosen.seeds)))
        _print_bins("segments inside paragraphs", _inside(range(chosen.seeds)))
    if chosen.book:
        print(_book(chosen.book))


def _print_bins(label: str, sets: Sets) -> None:
    print(f"confidence  beads   mean  right  {label}")
    for row in bins([bead for found in sets.values() for bead in found]):
        print(row)
    print()
    edges = list(pairwise(BINS))
    print(" ".join(f"{low:.2f}–{min(high, 1.0):.2f}" for low, high in edges))
    for name, found in sets.items():
        if not any(right is not None for _, right in found):
            continue
        print(" ".join(_points(found, low, high) for low, high in edges), name)
    print()


def _points(found: Sequence[Found], low: float, high: float) -> str:
    """How many beads of a set are in a range, and how many points more of them are right than they say."""
    inside = _range(found, low, high)
    if not inside:
        return " " * 9
    more = sum(bool(right) - confidence for confidence, right in inside) / len(inside)
    return f"{len(inside):5}{100 * more:+4.0f}"


def _range(found: Sequence[Found], low: float, high: float) -> list[Found]:
    return [bead for bead in found if low <= bead[0] < high and bead[1] is not None]


def _inside(seeds: Iterable[int]) -> Sets:
    """The report and our own texts as paragraphs of other lengths, cut; and paragraphs put together of the others."""
    paragraphs = [segments for name in WRITTEN for segments in gold(name)]
    sets: Sets = {"report and our own texts": judged(paragraphs)}
    for seed in seeds:
        sets["report and our own texts"] += judged(regrouped(paragraphs, seed))
    for name, languages in SHIPPED:
        pairs = whole(from_gold(name, *languages))
        put = [judged(regrouped([pairs], seed), languages) for seed in seeds]
        sets[_label(name, languages)] = [segment for found in put for segment in found]
    return sets


def _hard(seeds: Sequence[int]) -> Sets:
    """Texts of which a tenth is missing and two in five are merged, and such that lack three words in ten besides."""
    sets: Sets = {}
    for label, share in (("a tenth missing, 40 % merged", 0.0), ("the same, and 30 % of the words missing", 0.3)):
        beads = sets[label] = []
        for name, languages in SHIPPED:
            pairs = whole(from_gold(name, *languages))
            for seed in seeds:
                left = worn(pairs, seed, languages, share)
                beads += aligned(constructed(left, seed, languages, merged=0.2, gone=0.1)).beads
    return sets


def _label(name: str, languages: tuple[str, str]) -> str:
    return " ".join((name, *languages))


def _shipped(seeds: Sequence[int]) -> Sets:
    """The sets that ship, and what was constructed of them."""
    print("F1     beads  set")
    paragraphs = [segments for name in WRITTEN for segments in gold(name)]
    print(f"{score(gold('report')):.3f}         report, clauses inside pairs")
    print(f"{score(paragraphs):.3f}         report and our own texts, clauses inside pairs")
    texts = {"report, clauses through the whole text": [aligned(by_clauses("report"))]}
    texts["report and our own texts, constructed"] = [aligned(written(seed)) for seed in seeds]
    for name, languages in SHIPPED:
        sides, label = from_gold(name, *languages), _label(name, languages)
        texts[label] = [aligned(sides)]
        texts[f"{label}, constructed"] = [aligned(constructed(whole(sides), seed, languages)) for seed in seeds]
    return {label: _told(label, every) for label, every in texts.items()}


def _told(label: str, every: Sequence[Figures]) -> list[Found]:
    beads = [bead for one in every for bead in one.beads]
    few = every[:F1_SEEDS]
    print(f"{sum(one.f1 for one in few) / len(few):.3f}  {sum(len(one.beads) for one in few):6}  {label}", flush=True)
    return list(beads)


def _of_folder(folder: Path) -> Sets:
    """The sets of a folder. Only beads whose gold is exact have a part in the bins."""
    sets: Sets = {}
    print("F1     beads  set")
    for path in sorted(folder.rglob("gold.txt")):
        source, target = (_lines(path.with_name(f"{side}.txt")) for side in "ab")
        sides = Sides(_languages(path.parent.name), source, target, _beads(path))
        beads = align_sequences(Units(source), Units(target), sides.languages)
        verses = path.with_name("verses.txt")
        found = figures(sides.beads, beads)
        if verses.exists():
            one, two = (part.split("\n") for part in verses.read_text(encoding="utf-8").rstrip("\n").split("\n\n"))
            predicted = [(tuple(range(*bead.source)), tuple(range(*bead.target))) for bead in beads]
            print(f"{_by_verse(sides.beads, predicted, (one, two)):.3f}  {len(beads):6}  {path.parent.name}, by verse")
            sets[path.parent.name] = [(bead.confidence, None) for bead in beads]
        else:
            sets[path.parent.name] = _told(path.parent.name, [found])
    return sets


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def _languages(name: str) -> tuple[str, str]:
    """The first two tags of two letters in the name of a set."""
    tags = [part for part in name.split("-") if len(part) == 2 and part.isalpha()]
    return (tags[0], tags[1]) if len(tags) >= 2 else ("zh", "en")


def _beads(path: Path) -> list[Right]:
    rows = [line.split("\t") for line in _lines(path) if line.strip() and not line.startswith("#")]
    one, two = ([tuple(int(k) - 1 for k in row[side].split(",") if k.strip()) for row in rows] for side in (0, 1))
    return list(zip(one, two, strict=True))


def _by_verse(right: Sequence[Right], found: Sequence[Right], verses: tuple[list[str], list[str]]) -> float:
    """Strict F1 of beads after those that share a verse were joined."""
    known, joined = _merged(right, verses), _merged(found, verses)
    precision = len(set(known) & set(joined)) / len(joined)
    both = [bead for bead in known if all(bead)]
    recall = len(set(both) & set(joined)) / len(both)
    return 2 * precision * recall / ((precision + recall) or 1.0)


def _merged(beads: Iterable[Right], verses: tuple[list[str], list[str]]) -> list[Right]:
    """Beads in order, one joined to the one before it where they share a verse."""
    merged: list[tuple[list[int], list[int], set[str]]] = []
    for one, two in beads:
        held = {verses[0][at] for at in one} | {verses[1][at] for at in two}
        if merged and merged[-1][2] & held:
            merged[-1][0].extend(one)
            merged[-1][1].extend(two)
            merged[-1][2].update(held)
        else:
            merged.append((list(one), list(two), held))
    return [(tuple(one), tuple(two)) for one, two, _ in merged]


def bins(found: Sequence[Found]) -> Iterator[str]:
    """For each range of confidences how many beads have one, its mean, and the share that is right."""
    for low, high in pairwise(BINS):
        inside = _range(found, low, high)
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = sum(bool(right) for _, right in inside) / len(inside)
            yield f"{low:.2f}–{min(high, 1.0):.2f}  {len(inside):6}  {mean:.3f}  {share:.3f}"


def _book(size: int) -> str:
    """Time, memory and F1 of a long text."""
    sides = book(size)
    start = process_time()
    found = aligned(sides)
    seconds = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"book of {len(sides.source)} × {len(sides.target)} sentences: {seconds:.1f} s CPU, "
        f"{1000 * seconds / len(found.beads):.2f} s per 1,000 beads, {memory:.0f} MB, F1 {found.f1:.3f}"
    )


def book(size: int, seed: int = 1) -> Sides:
    """Sentences of shipped texts again and again in another order, with numbers of their own; some are split in the
    target or missing there, so that there are 1.3 times as many in it."""
    random = Random(seed)
    pairs = [pair for name in ("declaration", "genesis") for pair in whole(from_gold(name, "zh-Hans", "en"))]
    pairs += [pair for name in WRITTEN for segments in gold(name) for pair in segments]
    sides = Sides(("zh", "en"), [], [], [])
    while len(sides.source) < size:
        for one, two in random.sample(pairs, len(pairs)):
            number = random.randrange(2, 5000)
            told = f"{number}，{one}" if random.random() < 0.3 else one
            parts = _halves(f"{number}, {two}" if told != one else two) if random.random() < 0.34 else [two]
            parts = [] if random.random() < 0.02 else parts
            start = len(sides.target)
            sides.target.extend(parts)
            sides.beads.append(((len(sides.source),), tuple(range(start, len(sides.target)))))
            sides.source.append(told)
    return sides


def _halves(text: str) -> list[str]:
    words = text.split(" ")
    middle = len(words) // 2
    return [" ".join(words[:middle]), " ".join(words[middle:])] if middle else [text]


if __name__ == "__main__":
    main()
