"""Bitexts of other tools are read as these outlines say. A case begins with the file's name: `>>> memory.tmx`."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.checks import check
from site_builder.draft import Draft, Reading, Source, SourceFile
from site_builder.grouping import group
from site_builder.pairing.assemble import assemble
from site_builder.sources import po, tmx, tsv, xliff
from tests.cases import Case, cases
from tests.notation import outline

FORMS = {"tmx": tmx, "xlf": xliff, "tsv": tsv, "csv": tsv, "po": po}


def read(path: str, data: str | bytes, asked: tuple[str, ...] = ()) -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    form = FORMS[path.rpartition(".")[2]]
    return form.SOURCE.read(Source("text", form.__name__, (SourceFile(path, raw),)), asked)


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "bitexts"))
def test_outline(case: Case, matches: Callable[[Case, str], None]) -> None:
    _, path, asked, text = re.split(r"^>>> (\S+)(.*)\n", case.input)
    matches(case, outline(read(path, text, tuple(asked.split()))))


def of_tmx(body: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>\n{head}<tmx version="1.4">\n<header srclang="en"/>\n<body>\n{body}\n</body></tmx>'


UNIT = '<tu><tuv xml:lang="en"><seg>One.</seg></tuv><tuv xml:lang="zh"><seg>一。</seg></tuv></tu>'
ALONE = '<tu><tuv xml:lang="en"><seg>One.</seg></tuv></tu>'
LAUGHS = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE tmx [\n<!ENTITY x SYSTEM "file:///etc/passwd">]>'
TWICE = UNIT.replace("<tu>", '<tu tuid="p1-1">')
HEAD = "id\tkind\tzh-Hant\ten\tstatus\tconfidence\tnotes\n"


@pytest.mark.parametrize(
    ("path", "data", "told"),
    [
        pytest.param("a.tmx", "", ["empty-file 0"], id="empty TMX"),
        pytest.param("a.tmx", "One.\tUn.", ["not-xml 1"], id="not XML"),
        pytest.param("a.tmx", of_tmx(UNIT)[:-20], ["not-xml 5"], id="cut off"),
        pytest.param("a.tmx", "<html>\n</html>", ["not-tmx 1"], id="another root"),
        pytest.param("a.tmx", of_tmx(UNIT.replace("One.", "&c;"), LAUGHS), ["xml-entities 2"], id="billion laughs"),
        pytest.param("a.tmx", of_tmx(UNIT.replace("One.", "&x;"), OUTSIDE), ["xml-entities 3"], id="external entity"),
        pytest.param("a.tmx", of_tmx(UNIT, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'), [], id="plain DOCTYPE"),
        pytest.param("a.tmx", of_tmx(UNIT).encode("gb18030"), ["not-utf-8 5"], id="wrong encoding"),
        pytest.param("a.tmx", of_tmx(UNIT).replace("?>", ' encoding="UTF-16"?>').encode("utf-16"), [], id="UTF-16"),
        pytest.param("a.tmx", of_tmx(""), ["no-units 0"], id="no units"),
        pytest.param("a.tmx", of_tmx("<tu/><tu><tuv/></tu>"), ["no-language 5", "no-units 0"], id="empty units"),
        pytest.param("a.tmx", of_tmx(ALONE), ["one-language 0"], id="one language"),
        pytest.param("a.tmx", of_tmx(UNIT.replace(' xml:lang="en"', "")), ["no-language 5"], id="no language"),
        pytest.param("a.tmx", of_tmx(f"{TWICE}\n{TWICE}"), ["id-twice 6"], id="id twice"),
        pytest.param(
            "a.tmx",
            of_tmx(TWICE.replace("<tuv", '<prop type="x-status">good</prop><tuv', 1)),
            ["unknown-value 5"],
            id="unknown status",
        ),
        pytest.param("a.xlf", "<xliff/>", ["no-units 0"], id="empty XLIFF"),
        pytest.param("a.xlf", "<tmx/>", ["not-xliff 1"], id="TMX as XLIFF"),
        pytest.param("a.xlf", "<xliff>\n<file>", ["not-xml 2"], id="XLIFF cut off"),
        pytest.param("a.tsv", "", ["empty-file 0"], id="empty TSV"),
        pytest.param("a.tsv", "One.\nTwo.\n", ["one-language 0"], id="one column"),
        pytest.param("a.tsv", "一。\tOne.\n二。\n三。\tThree.\n四。\tFour.\tX", ["ragged-row 2"], id="ragged TSV"),
        pytest.param("a.csv", 'zh,en\n一。,"One.\n二。,Two.\n', ["open-quote 2"], id="open quote"),
        pytest.param("a.csv", "Un.,One.\nDeux.,Two.\n", ["columns-alike 1"], id="columns of one script"),
        pytest.param("a.tsv", "一。\tOne.\n".encode("gb18030"), ["not-utf-8 1"], id="TSV in GB 18030"),
        pytest.param("a.tsv", "一。\tOne.\n".encode("utf-8-sig"), [], id="TSV with BOM"),
        pytest.param("a.tsv", f"{HEAD}p1-1\tparagraph\t一\tOne\tauto\tsure\t\n", ["unknown-value 2"], id="confidence"),
        pytest.param("a.tsv", f"{HEAD}p1-1\tfairy\t一\tOne\tauto\t1\t\n", ["unknown-value 2"], id="kind"),
        pytest.param("a.tsv", f"{HEAD}p1-1\tparagraph\t一\tOne\tauto\t1\t7\n", ["mark-without-note 2"], id="no note"),
        pytest.param("a.po", "", ["empty-file 0"], id="empty PO"),
        pytest.param("a.po", 'msgid "One"\nmsgstr "一"\n\nmsgid "T"wo"\n', ["not-po 4"], id="PO with a stray quote"),
        pytest.param("a.po", "hello\n", ["not-po 1"], id="no PO"),
        pytest.param("a.po", "/etc/passwd", ["not-po 1"], id="a path is no PO"),
        pytest.param("a.po", 'msgid "One"\nmsgstr ""\n', ["one-language 0"], id="PO without translations"),
        pytest.param("a.po", 'msgid "One"\nmsgstr "二三"\n'.encode("gb18030"), ["not-utf-8 2"], id="PO in GB 18030"),
    ],
)
def test_bad_input_is_told_with_its_line(path: str, data: str | bytes, told: list[str]) -> None:
    reading = read(path, data)
    problems = list(reading.problems)
    if reading.draft:
        document, found = assemble(reading.draft, "text", path)
        problems += [*found, *check(document)]
    assert [f"{problem.code} {problem.place.line}" for problem in problems] == told
    assert all(problem.hint and problem.place.path == path for problem in problems)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("report.tmx", [("report", "tmx")]),
        ("a/report.XLF", [("a-report", "xliff")]),
        ("report.xliff", [("report", "xliff")]),
        ("report.tsv", [("report", "tsv")]),
        ("report.csv", [("report", "tsv")]),
        ("report.align.tsv", []),
        ("messages.po", [("messages", "po")]),
        ("messages.zh.po", [("messages", "po")]),
        ("messages.zh_TW.po", [("messages", "po")]),
        ("messages.old.po", [("messages-old", "po")]),
    ],
)
def test_each_form_claims_its_files(path: str, found: list[tuple[str, str]]) -> None:
    assert [(named.id, named.form) for named in group([path]).sources] == found


def test_a_catalogue_says_its_encoding() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n\nmsgid "One"\nmsgstr "一"\n'
    draft = read("a.po", text.encode("gbk")).draft
    assert draft
    assert draft.blocks[0].rows[0][1].text == "一"


def test_no_cell_of_ours_is_a_formula() -> None:
    from site_builder.interchange.cells import cell, text_of

    for text in ("=1+1", "+1", "-1", "@x", '"x"', "'x", "'=x", "＝1", "a\tb\nc\\n", "\\u2028"):
        written = cell(text)
        assert written[0] not in '=+-@＝"'
        assert not set(written) & set("\t\n")
        assert text_of(written) == text


_PARTS = st.one_of(
    st.sampled_from(
        ["<", ">", "</seg>", "<tu>", '<tuv xml:lang="en">', "<seg>", "&", "&amp;", '"', "\t", ",", "\n", "甲"]
    ),
    st.sampled_from([HEAD, "p1-1", "note label=5", "table", "5@en:3", "word", "\\", "=", "[", "]", "|", "%"]),
    st.sampled_from(["msgid ", 'msgstr "', "msgid_plural ", "msgstr[0] ", "msgstr[x] ", "#, fuzzy\n", "#~ ", '"\n']),
    st.sampled_from(['<bpt i="1">', "</bpt>", "<ph/>", "<source>", "</source>", "<g>", '<mrk mtype="seg">']),
)


@given(st.lists(_PARTS, max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_nothing_raises(text: str) -> None:
    xml = f'<xliff><file><trans-unit id="1">{text}</trans-unit><unit><segment>{text}</segment></unit></file></xliff>'
    for path, data in (("a.tsv", text), ("a.csv", text), ("a.po", text), ("a.tmx", of_tmx(text)), ("a.xlf", xml)):
        reading = read(path, data)
        if reading.draft:
            check(assemble(reading.draft, "text", path)[0])


@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1), min_size=2, max_size=12))
@example(["0", '"', '"', "A"])  # a quoted line break makes one row of three cells
@settings(max_examples=200, deadline=None)
def test_no_letter_of_a_table_is_lost(texts: list[str]) -> None:
    rows = "\n".join("\t".join(pair) for pair in zip(texts[::2], texts[1::2], strict=False))
    draft = read("a.tsv", f"en\tfr\n{rows}\n").draft
    assert sorted(filter(str.isalpha, _words(draft) if draft else "")) == sorted(filter(str.isalpha, rows))


def _words(draft: Draft) -> str:
    return "".join(line.text for block in draft.blocks for row in block.rows for line in row)
