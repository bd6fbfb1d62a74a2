"""Paragraphs aligned by hand, and drafts made of them.

A gold file has a paragraph a block, segment by segment, a Chinese and an English line in turn; `#` opens a remark.
"""

from pathlib import Path

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


def score(paragraphs: list[Segments], english_first: bool = False) -> float:
    """Strict F1: a segment counts only if both of its sides are exactly right."""
    right = found = 0
    for segments in paragraphs:
        sides = ["".join(chinese for chinese, _ in segments), " ".join(english for _, english in segments)]
        languages = ("en", "zh-Hant") if english_first else ("zh-Hant", "en")
        document = paired(block(*(sides[::-1] if english_first else sides)), languages=languages)
        texts = [tuple(line.text.strip() for line in segment.lines) for segment in document.segments()]
        right += len({pair[::-1] if english_first else pair for pair in texts} & set(segments))
        found += len(texts)
    return 2 * right / (found + sum(map(len, paragraphs)))
