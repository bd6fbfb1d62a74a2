"""The same text in the other script, as the runs of characters that differ, with the author's own conversions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from site_builder.annotating import Annotator
from site_builder.enrichments import Enrichment, Wanted
from site_builder.model import Annotations, Span


def add(annotations: Annotations, tag: str, annotator: Annotator, wanted: Wanted) -> Annotations:
    """The annotations with the variants of each line."""
    if not annotator.variants:
        return annotations
    own = wanted.own.variants
    cut = {line: _cut(text, own) for line, text in annotations.texts.items()}
    pieces = [piece for parts in cut.values() for piece in parts if piece not in own]
    script, converted = annotator.variants(pieces, tag)
    others = {**dict(zip(pieces, converted, strict=True)), **own}
    variants = {line: spans for line, parts in cut.items() if (spans := tuple(_spans(parts, others)))}
    return replace(annotations, script=script, variants=variants)


def _cut(text: str, own: Mapping[str, str]) -> list[str]:
    """The text in pieces: what the author converts, and what stands between. So no conversion runs across."""
    return [piece for piece in _pattern(tuple(own)).split(text) if piece] if own else [text]


@lru_cache(maxsize=4)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(f"({'|'.join(map(re.escape, longest))})")


def _spans(pieces: list[str], others: Mapping[str, str]) -> Iterator[Span]:
    at = 0
    for piece in pieces:
        other = others[piece]
        if other != piece:
            for start, end, text in _runs(piece, other):
                yield Span(at + start, at + end, "variant", text)
        at += len(piece)


def _runs(text: str, other: str) -> Iterator[tuple[int, int, str]]:
    """The runs that differ, as start, end and the other text. Where the lengths differ, all from the first difference
    to the last."""
    if len(text) == len(other):
        start = -1
        for at, (one, another) in enumerate(zip(f"{text}\0", f"{other}\0", strict=True)):
            if one != another and start < 0:
                start = at
            elif one == another and start >= 0:
                yield start, at, other[start:at]
                start = -1
        return
    start = next((at for at, (one, another) in enumerate(zip(text, other, strict=False)) if one != another), 0)
    shorter = min(len(text), len(other))
    start = start if text[:start] == other[:start] and text[: start + 1] != other[: start + 1] else shorter
    end = 0
    while end < shorter - start and text[-1 - end] == other[-1 - end]:
        end += 1
    yield start, len(text) - end, other[start : len(other) - end]


ENRICHMENT = Enrichment(frozenset(["scripts"]), add)
