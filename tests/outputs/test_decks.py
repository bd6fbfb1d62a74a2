"""Decks: Anki itself opens them, and the same text gives the same bytes."""

import re
import sqlite3
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from site_builder.decks import FIELDS
from site_builder.pipeline import build
from site_builder.rendering.downloads import said
from tests.projects import project, tree

REPORT = Path(__file__).parent.parent.parent / "content" / "report.txt"
TEXT = """\
以創新為特色,發展著力40個項目。[^1]

Innovation leads 40 projects.

=他在營商環境中<發展>，因為西安很大。

"He" grows & prospers.

[^1]: 注釋。

    A remark.
"""
OWN = "以創新[為]特色\twéi\n"
SITE = 'base_url = "https://example.org/"\ntitle = "書"\n[learning]\n'


def test_anki_imports_every_note_with_its_fields_tags_and_decks(tmp_path: Path) -> None:
    deck = _built(tmp_path, TEXT) / "text.apkg"
    notes = _imported(tmp_path, [deck])
    word = notes["創新"]
    assert word["note type"] == "Bilingual Reader: word"
    assert word["deck"] == "text::Words"
    assert {"text", "hsk-2025::5"} <= set(word["tags"])
    assert (word["Other script"], word["Reading"], word["Other readings"]) == ("创新", "chuàngxīn", "ㄔㄨㄤˋ ㄒㄧㄣ")
    assert "innovation" in word["Meaning"]
    assert "HSK 3.0 (2025): 5" in word["Level"]
    assert word["Sentence"] == "以<b>創新</b>為特色，發展著力40個項目。"
    assert word["Sentence in the other script"] == "以<b>创新</b>为特色，发展着力40个项目。"
    assert word["Translation"] == "Innovation leads 40 projects."
    assert word["Link"] == "https://example.org/text/index.html#p1-1"
    assert (word["Language"], word["Other language"], word["Translation language"]) == ("zh-Hant", "zh-Hans", "en")


def test_a_sentence_has_both_scripts_its_reading_and_its_notes(tmp_path: Path) -> None:
    notes = _imported(tmp_path, [_built(tmp_path, TEXT) / "text.apkg"])
    sentence = notes["以創新為特色，發展著力40個項目。"]
    assert sentence["note type"] == "Bilingual Reader: sentence"
    assert sentence["deck"] == "text::Sentences"
    assert sentence["Other script"] == "以创新为特色，发展着力40个项目。"
    assert sentence["Reading"] == "yǐ chuàngxīn wéi tèsè, fāzhǎn zhuólì 40 gè xiàngmù."
    assert sentence["Notes"] == "[1] 注釋。<br>[1] A remark."


def test_what_a_text_says_is_text_on_a_card(tmp_path: Path) -> None:
    notes = _imported(tmp_path, [_built(tmp_path, TEXT) / "text.apkg"])
    assert "&#61;他在營商環境中&lt;發展&gt;，因為西安很大。" in notes
    assert notes["發展"]["Sentence"] == "以創新為特色，發展著力40個項目。".replace("發展", "<b>發展</b>")
    assert notes["環境"]["Sentence"] == "&#61;他在營商<b>環境</b>中&lt;發展&gt;，因為西安很大。"
    assert notes["環境"]["Translation"] == "“He” grows &amp; prospers."
    assert notes["西安"]["Reading"] == "Xī'ān"
    assert notes["營商"]["Meaning"].startswith("<i>營 yíng</i> camp; ")
    assert "<br><i>商 shāng</i> " in notes["營商"]["Meaning"]


def test_a_newer_deck_changes_the_cards_that_are_there(tmp_path: Path) -> None:
    before = _built(tmp_path / "one", TEXT) / "text.apkg"
    after = _built(tmp_path / "two", TEXT.replace("leads 40", "drives 40")) / "text.apkg"
    notes = _imported(tmp_path, [before, after])
    assert notes["創新"]["Translation"] == "Innovation drives 40 projects."
    assert len(notes) == len(_imported(tmp_path / "alone", [after]))


def test_two_documents_share_their_types_of_notes_and_nothing_else(tmp_path: Path) -> None:
    options = project(tmp_path, {"one.txt": TEXT, "two.txt": TEXT, "site.toml": SITE})
    build(options)
    rows = [row for name in ("one", "two") for row in _rows(tmp_path / f"site/{name}/{name}.apkg")]
    assert len({guid for _, guid, _ in rows}) == len(rows)
    assert len({number for number, _, _ in rows}) == len(rows)
    assert len({kind for _, _, kind in rows}) == 2


def test_builds_give_the_same_bytes(tmp_path: Path) -> None:
    text = REPORT.read_text(encoding="utf-8")
    first, second = (_built(tmp_path / name, text) for name in ("one", "two"))
    assert tree(first) == tree(second)
    with ZipFile(BytesIO((first / "text.apkg").read_bytes())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_table_has_the_notes_of_the_deck(tmp_path: Path) -> None:
    folder = _built(tmp_path, TEXT)
    lines = (folder / "text.cards.tsv").read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert head[:3] == ["#separator:tab", "#html:true", "#guid column:1"]
    assert head[-1].removeprefix("#columns:").split("\t")[4:] == list(FIELDS)
    rows = [line.split("\t") for line in lines[len(head) :]]
    assert {len(row) for row in rows} == {4 + len(FIELDS)}
    assert {row[0] for row in rows} == {guid for _, guid, _ in _rows(folder / "text.apkg")}
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", '"') and cell]


def test_anki_takes_the_table_for_the_deck(tmp_path: Path) -> None:
    before = _built(tmp_path / "one", TEXT)
    after = _built(tmp_path / "two", TEXT.replace("leads 40", "drives 40"))
    notes = _imported(tmp_path, [before / "text.apkg", after / "text.cards.tsv"])
    assert notes["創新"]["Translation"] == "Innovation drives 40 projects."
    assert len(notes) == len(_imported(tmp_path / "alone", [after / "text.apkg"]))


@pytest.mark.parametrize("learning", ["", "[learning]\nlayers = []\n", "[learning]\ndecks = false\n"])
def test_decks_are_made_only_where_they_are_wanted(tmp_path: Path, learning: str) -> None:
    build(project(tmp_path, {"text.txt": TEXT, "site.toml": learning}))
    assert [
        path.name for path in (tmp_path / "site/text").iterdir() if "apkg" in path.name or "cards.tsv" in path.name
    ] == []


def test_the_cover_offers_the_deck_with_its_size(tmp_path: Path) -> None:
    folder = _built(tmp_path, TEXT)
    cover = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    for name in ("text.apkg", "text.cards.tsv"):
        size = said((folder / name).stat().st_size)
        assert re.search(rf'href="text/{re.escape(name)}" download >{re.escape(name)}</a> <small>{size}</small>', cover)


def test_the_deck_says_whose_work_it_holds(tmp_path: Path) -> None:
    import json

    with _database(_built(tmp_path, TEXT) / "text.apkg") as connection:
        decks = json.loads(connection.execute("select decks from col").fetchone()[0])
    (about,) = (deck["desc"] for deck in decks.values() if deck["name"] == "text")
    assert "CC-CEDICT" in about
    assert "creativecommons.org/licenses/by-sa/4.0" in about


def _built(folder: Path, text: str) -> Path:
    """The folder of the document `text` of a site with what learners are told."""
    report = build(project(folder, {"text.md": text, "site.toml": SITE, "readings.tsv": OWN}))
    assert report.published, report.problems
    return folder / "site/text"


def _database(deck: Path) -> sqlite3.Connection:
    with ZipFile(deck) as archive:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
        return connection


def _rows(deck: Path) -> list[Any]:
    return _database(deck).execute("select id, guid, mid from notes").fetchall()


def _imported(folder: Path, decks: list[Path]) -> dict[str, dict[str, Any]]:
    """The notes of a collection of Anki that imported these files one after the other, by their first field."""
    collection = pytest.importorskip("anki.collection")
    from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest

    folder.mkdir(parents=True, exist_ok=True)
    found = collection.Collection(str(folder / "collection.anki2"))
    try:
        for deck in decks:
            if deck.suffix == ".apkg":
                always = ImportAnkiPackageOptions(update_notes=1, update_notetypes=1)
                found.import_anki_package(ImportAnkiPackageRequest(package_path=str(deck), options=always))
            else:
                metadata = found.get_csv_metadata(path=str(deck), delimiter=None)
                found.import_csv(ImportCsvRequest(path=str(deck), metadata=metadata))
        return {_plain(note.fields[0]): _told(found, note) for note in map(found.get_note, found.find_notes(""))}
    finally:
        found.close()


def _plain(text: str) -> str:
    return re.sub(r"</?b>", "", text)


def _told(collection: Any, note: Any) -> dict[str, Any]:
    (card,) = note.cards()
    own = {"note type": note.note_type()["name"], "deck": collection.decks.name(card.did), "tags": note.tags}
    return {**dict(zip(FIELDS, note.fields, strict=True)), **own}
