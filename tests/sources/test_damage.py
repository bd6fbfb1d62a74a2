"""A damaged file is told, never a traceback, whether the archive is damaged or what is in it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draft import Source, SourceFile
from site_builder.pairing.assemble import assemble
from site_builder.sources import SourceForm, bilara, docx, epub, intertext
from tests.sources.archives import book, members, packed
from tests.sources.test_docx import written

_PIECES = st.sampled_from([b"", *b'| < > " </p> <p> & { } ] ; 1:1 \xff \0'.split(b" ")])
_DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 20), _PIECES), min_size=1, max_size=5)
Damage = list[tuple[float, int, bytes]]

DOCX = written("! 春天\n! Spring\n中文 | English\n春天的**早晨**。 | A spring **morning**.\n- 花\n- flower")
NOTE = "<aside id='n' role='doc-footnote'>x</aside>"
EPUB = book({"a.xhtml": f"<h1>春</h1><p>花<a href='#n'>1</a>。</p><p>Flowers.</p>{NOTE}"})
JSON = '{"a:1.1": "春。", "a:1.2": ["夏。", {"b": "秋。"}]}'.encode()
EDITION = "<t><p><s id='1'>春。</s><s id='2'>夏<hi>天</hi>。</s></p></t>".encode()
LINKS = b"<linkGrp toDoc='a.en.xml' fromDoc='a.zh.xml'><link xtargets='1;2' status='man'/></linkGrp>"


def damaged(data: bytes, damage: Damage) -> bytes:
    """The data, at some places bytes cut out and others put in."""
    for where, length, piece in damage:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


def inside(data: bytes, damage: Damage) -> bytes:
    """The archive, the members in turn damaged."""
    parts = members(data)
    for (name, text), one in zip(sorted(parts.items(), key=lambda part: -len(part[1])), damage, strict=False):
        parts[name] = damaged(text.encode("utf-8", "surrogateescape"), [one]).decode("utf-8", "surrogateescape")
    return packed(parts)


@pytest.mark.parametrize("harm", [damaged, inside])
@pytest.mark.parametrize(("form", "data"), [(docx.SOURCE, DOCX), (epub.SOURCE, EPUB)], ids=["docx", "epub"])
@settings(max_examples=40, deadline=None)
@given(damage=_DAMAGE)
def test_archives(form: SourceForm, data: bytes, harm: Callable[[bytes, Damage], bytes], damage: Damage) -> None:
    _read(form, {"text": harm(data, damage)})


@settings(max_examples=100, deadline=None)
@given(damage=_DAMAGE, links=_DAMAGE)
def test_files_that_belong_together(damage: Damage, links: Damage) -> None:
    _read(bilara.SOURCE, {"a_root-lzh-x.json": JSON, "a_translation-en-y.json": damaged(JSON, damage)})
    _read(bilara.SOURCE, {"a.zh.json": JSON, "a.en.json": JSON, "a_html.json": damaged(JSON, damage)})
    editions = {"a.zh.xml": damaged(EDITION, damage), "a.en.xml": EDITION}
    _read(intertext.SOURCE, {**editions, "a.zh.en.xml": damaged(LINKS, links)})


def _read(form: SourceForm, files: dict[str, bytes]) -> None:
    reading = form.read(Source("text", "form", tuple(SourceFile(path, data) for path, data in files.items())), ())
    assert reading.draft or reading.problems
    if reading.draft:
        assemble(reading.draft, "text", "text")
