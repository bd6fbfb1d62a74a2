"""Paragraphs aligned by hand, and drafts made of them.

A gold file has a paragraph a block, segment by segment, a Chinese and an English line in turn; `#` opens a remark.
"""

from pathlib import Path
from random import Random

from site_builder.draft import Block, Draft
from site_builder.model import Document, Line
from site_builder.pairing.assemble import assemble
from site_builder.problems import Place

GOLD = Path(__file__).parent / "gold"
Segments = list[tuple[str, str]]


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
    found = [right for _, right in judged(paragraphs, english_first)]
    return 2 * sum(found) / (len(found) + sum(map(len, paragraphs)))


def judged(paragraphs: list[Segments], english_first: bool = False) -> list[tuple[float, bool]]:
    """For each segment that these paragraphs are cut into, its confidence and whether both sides are exactly right."""
    found = []
    languages = ("en", "zh-Hant") if english_first else ("zh-Hant", "en")
    for segments in paragraphs:
        sides = ["".join(chinese for chinese, _ in segments), " ".join(english for _, english in segments)]
        document = paired(block(*(sides[::-1] if english_first else sides)), languages=languages)
        wanted = set(segments)
        for segment in document.segments():
            texts = tuple(line.text.strip() for line in segment.lines)
            right = texts[::-1] if english_first else texts
            found.append((segment.confidence, right in wanted))
            wanted.discard(right)  # type: ignore[arg-type]
    return found
