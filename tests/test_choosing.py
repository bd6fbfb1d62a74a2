"""`build.py cards`, as it is typed."""

import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from tests.projects import write

TEXT = """\
以創新為特色，發展著力40個項目。

Innovation leads 40 projects.

大學生前來應聘。居民生活水平提高。

Students come to apply. The residents live better.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text, as the working folder; its site.toml asks for nothing."""
    write(tmp_path / "content/text.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["cards", *arguments])


def cards(deck: Path) -> list[str]:
    """The first field of every note."""
    with ZipFile(deck) as archive:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
    return [row[0].split("\x1f")[0] for row in connection.execute("select flds from notes order by id")]


def test_all_cards_are_made_where_nothing_is_chosen(here: Path) -> None:
    result = call("text", "-o", "deck.apkg")
    assert result.exit_code == 0, result.output
    found = cards(here / "deck.apkg")
    assert {"創新", "大學生", "大學生前來應聘。"} <= set(found)
    assert result.output == f"deck.apkg: {len(found) - 3} words, 3 sentences\n"


def test_chosen_words_may_stand_in_either_script(here: Path) -> None:
    write(here / "words.txt", "# for Monday\n创新\n發展\tfāzhǎn\n")
    assert call("text", "--words", "words.txt", "-o", "deck.apkg", "--quiet").output == ""
    assert cards(here / "deck.apkg") == ["創新", "發展"]


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("p1-1", ["以創新為特色，發展著力40個項目。"]),
        ("p2", ["大學生前來應聘。", "居民生活水平提高。"]),
        ("index.html#p1-1:p2-1", ["以創新為特色，發展著力40個項目。", "大學生前來應聘。"]),
        ("#p2-2", ["居民生活水平提高。"]),
    ],
)
def test_chosen_sentences_are_named_by_their_addresses(here: Path, line: str, chosen: list[str]) -> None:
    write(here / "sentences.txt", f"{line}\n")
    assert call("text", "--segments", "sentences.txt", "-o", "deck.apkg").exit_code == 0
    assert cards(here / "deck.apkg") == chosen


def test_what_is_not_in_the_document_is_said_with_its_line(here: Path) -> None:
    write(here / "words.txt", "創新\n\n飛機\n")
    write(here / "sentences.txt", "p1-1\np9\n")
    result = call("text", "--words", "words.txt", "--segments", "sentences.txt", "-o", "deck.apkg")
    assert result.exit_code == 0
    assert "words.txt:3:1: not-in-document: 飛機 is not in the document" in result.output
    assert "sentences.txt:2:1: not-in-document: p9 is not in the document" in result.output
    assert len(cards(here / "deck.apkg")) == 2


def test_a_list_of_nothing_in_the_document_makes_no_deck(here: Path) -> None:
    write(here / "words.txt", "飛機\n")
    result = call("text", "--words", "words.txt", "-o", "deck.apkg")
    assert result.exit_code == 1
    assert "no-cards" in result.output
    assert not (here / "deck.apkg").exists()


def test_an_unknown_document_is_named_with_the_nearest(here: Path) -> None:
    result = call("test", "-o", "deck.apkg")
    assert result.exit_code == 1
    assert "there is no document test (did you mean text?)" in result.output


def test_a_table_is_made_for_a_name_that_says_so(here: Path) -> None:
    assert call("text", "-o", "cards.tsv").exit_code == 0
    assert (here / "cards.tsv").read_text(encoding="utf-8").startswith("#separator:tab\n")
    assert call("text", "-o", "cards.pdf").exit_code == 2


def test_links_lead_to_where_the_site_lies(here: Path) -> None:
    call("text", "--base-url", "https://example.org/reader", "-o", "cards.tsv")
    assert "https://example.org/reader/text/index.html#p1-1" in (here / "cards.tsv").read_text(encoding="utf-8")
