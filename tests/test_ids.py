"""Names of documents become names of folders."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.ids import document_id


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("report", "report"),
        ("reports/2024", "reports-2024"),
        ("孟子/梁惠王 上", "孟子-梁惠王-上"),
        ("what? #1 50%", "what-1-50"),
        ("हिन्दी", "हिन्दी"),
        ("Index", "Index-text"),
        ("search", "search-text"),
        ("？？", "text"),
        ("", "text"),
        ("e\u0301", "é"),
        ("..", "text"),
    ],
)
def test_ids(name: str, id_: str) -> None:
    assert document_id(name) == id_


@given(st.text())
def test_an_id_is_a_folder_name_and_its_own_id(name: str) -> None:
    made = document_id(name)
    assert made == document_id(made) == unicodedata.normalize("NFC", made)
    assert not re.search(r"[\s/\\#?%:.<>\"|*\x00-\x1f]", made)
    assert 0 < len(made.encode()) < 220
