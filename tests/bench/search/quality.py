"""Whether the search finds what a grep finds, and nothing else, and suggests what was meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from figures import Figures, mean
from oracle import Oracle, folded
from playwright.sync_api import Page
from queries import Query, repaired
from reader import Found, find, suggest

_MOST = 1000  # results that are pulled of one query; of those that have more, the first are held to the grep


@dataclass
class Quality:
    """By kind of query: recall and precision of each, times of a second search in milliseconds, right suggestions."""

    recall: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    precision: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    suggested: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    warm: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def measure(page: Page, oracle: Oracle, queries: Iterable[Query]) -> Quality:
    """Ask all queries on one page, each twice."""
    quality = Quality()
    numbers = {name: number for number, name in enumerate(oracle.names)}
    for query in queries:
        if query.meant:
            quality.suggested[query.kind].append(_suggested(page, query))
            continue
        found = find(page, query.text, _MOST)
        recall, precision = _judged(found, query.answers, numbers)
        quality.recall[query.kind].append(recall)
        quality.precision[query.kind].append(precision)
        quality.warm.append(find(page, query.text, 0).milliseconds)
        if recall < 1 or precision < 1:
            quality.wrong.append(f"{query.kind}: {query.text}  recall {recall:.3f}, precision {precision:.3f}")
    return quality


def _judged(found: Found, answers: frozenset[int], numbers: Mapping[str, int]) -> tuple[float, float]:
    """Recall and precision. Results come in reading order, window by window; when some are still to come, those answers
    count that lie before the last one."""
    got = {numbers.get(name, -1) for name in found.units}
    wanted = answers if found.complete else {unit for unit in answers if unit <= max(got)}
    right = len(got & answers)
    return right / len(wanted) if wanted else 1.0, right / len(got) if got else 1.0


def _suggested(page: Page, query: Query) -> bool:
    suggestion = suggest(page, query.text)
    meant = folded(query.meant) in map(folded, suggestion.words)
    return meant if query.kind == "pinyin" else any(repaired(query, offer) for offer in suggestion.queries)


def report(figures: Figures, quality: Quality, size: str) -> None:
    """Print a corpus's figures."""
    print(f"{'':33}{'recall':>8}{'complete':>10}{'precision':>11}{'queries':>9}")
    for kind, recalls in quality.recall.items():
        _line(f"{size}: {kind}", recalls, quality.precision[kind])
    figures.say(f"{size}: recall", mean(_all(quality.recall)), "", least=1)
    figures.say(f"{size}: precision", mean(_all(quality.precision)), "", least=0.99)
    for line in quality.wrong[:20]:
        print(f"    {line}")
    typos = quality.suggested["typos"]
    figures.say(f"{size}: typos repaired, of {len(typos)}", 100 * mean(typos), "%", least=90)
    figures.say(f"{size}: pinyin understood", 100 * mean(quality.suggested["pinyin"]), "%")


def _line(name: str, recalls: Sequence[float], precisions: Sequence[float]) -> None:
    complete = mean(recall == 1 for recall in recalls)
    print(f"{name:33}{mean(recalls):8.3f}{complete:10.2f}{mean(precisions):11.3f}{len(recalls):9}", flush=True)


def _all(values: Mapping[str, Sequence[float]]) -> list[float]:
    return [value for some in values.values() for value in some]
