"""Paragraphs aligned by hand, and drafts made of them.

A gold file has a paragraph a block, segment by segment, a Chinese and an English line in turn; `#` opens a remark.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

from site_builder.draft import Block, Draft
from site_builder.languages import language
from site_builder.model import Document, Line
from site_builder.pairing.assemble import assemble
from site_builder.pairing.split import clauses
from site_builder.problems import Place

GOLD = Path(__file__).parent / "gold"
Segments = list[tuple[str, str]]
Node = tuple[int, int]  # so many characters of either side


def gold(name: str) -> list[Segments]:
    """The paragraphs of a gold file."""
    blocks = (GOLD / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    written = [[line for line in block.split("\n") if not line.startswith("#")] for block in blocks]
    return [list(zip(lines[::2], lines[1::2], strict=True)) for lines in written if lines]


def block(*texts: str, kind: str = "paragraph", level: int = 0) -> Block:
    """An unaligned block with a text a language."""
    return Block(kind, (tuple(map(Line, texts)),), Place("text.txt", 1), level=level)  # type: ignore[arg-type]


def paired(*blocks: Block, languages: tuple[str, ...] = ("zh-Hant", "en")) -> Document:
    """The document that such blocks become."""
    return assemble(Draft(languages, blocks), "text", "text.txt")[0]


def regrouped(paragraphs: list[Segments], seed: int) -> list[Segments]:
    """The segments of some paragraphs, in their order, as paragraphs of two to five."""
    random, every = Random(seed), [pair for segments in paragraphs for pair in segments]
    found, at = [], 0
    while at < len(every):
        size = random.randrange(2, 6)
        found.append(every[at : at + size])
        at += size
    return found


def score(paragraphs: list[Segments], english_first: bool = False) -> float:
    """Strict F1: a segment counts only if both of its sides are exactly right."""
    known = [[pair[::-1] for pair in segments] for segments in paragraphs] if english_first else paragraphs
    found = [right for _, right in judged(known, ("en", "zh-Hant") if english_first else ("zh-Hant", "en"))]
    return 2 * sum(map(bool, found)) / (len(found) + sum(map(len, paragraphs)))


def judged(
    paragraphs: Sequence[Segments], languages: tuple[str, str] = ("zh-Hant", "en")
) -> list[tuple[float, bool | None]]:
    """For each segment that these paragraphs are cut into, its confidence and whether both sides are exactly right;
    None where it ends inside a known segment on both sides, of which gold says nothing. Paragraphs whose known segments
    end where no unit does are left out: nobody could find those."""
    found = []
    for segments in paragraphs:
        sides = [_joined([pair[at] for pair in segments], tag) for at, tag in enumerate(languages)]
        one, two = (list(accumulate(map(_size, side))) for side in zip(*segments, strict=True))
        known = [(0, 0), *zip(one, two, strict=True)]
        ends = [_ends(text, tag) for text, tag in zip(sides, languages, strict=True)]
        if all(node[at] in ends[at] for node in known[1:] for at in (0, 1)):
            found += _against(known, paired(block(*sides), languages=languages))
    return found


def _against(known: Sequence[Node], document: Document) -> Iterator[tuple[float, bool | None]]:
    """The segments of a document, judged by the places where known ones end."""
    nodes = set(known)
    places = [{node[at] for node in known} for at in (0, 1)]
    start = (0, 0)
    for segment in document.segments():
        end = (start[0] + _size(segment.lines[0].text), start[1] + _size(segment.lines[1].text))
        astray = any(node not in nodes and (node[0] in places[0] or node[1] in places[1]) for node in (start, end))
        coarse = any(start[0] <= i <= end[0] and start[1] <= j <= end[1] for i, j in nodes - {start, end})
        yield segment.confidence, False if astray or coarse else True if {start, end} <= nodes else None
        start = end


def _joined(texts: Sequence[str], tag: str) -> str:
    return ("" if tag.startswith(("zh", "ja")) else " ").join(texts)


def _ends(text: str, tag: str) -> set[int]:
    """Where the units of a text end."""
    return {_size(text[:end]) for end in clauses(Line(text), language(tag)).ends}


def _size(text: str) -> int:
    """Characters without spaces, which stand between segments."""
    return len("".join(text.split()))
