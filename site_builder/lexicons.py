"""The read-only tables in `data/`: which characters are one and the same, and what words mean in another language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def variants() -> Mapping[str, str]:
    """Traditional character → the Simplified one it is written as, one to one, all in the Basic Multilingual Plane."""
    lines = (DATA / "variants.txt").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[1] for line in lines if line and line[0] != "#"}


@cache
def folding() -> Mapping[int, str]:
    """`variants` as a table for `str.translate`: Traditional to Simplified, length kept."""
    return str.maketrans(dict(variants()))
