"""Text as a printer would set it, character for character."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.languages import language
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "typeset"))
def test_punctuation_is_set_as_a_printer_would(case: Case, matches: Callable[[Case, str], None]) -> None:
    matches(case, language(case.path.stem).typeset(case.input))
