"""XML is read safely, and what cannot be read is told with its place."""

import pytest

from site_builder.xml_reading import line_of, name_of, parsed

GROWING = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
LAUGHS = f'<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY a "ha">{GROWING}]>\n<a b="&j;">&j;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
OUTSIDE_DECLARED = '<!DOCTYPE a [\n\n<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "empty-file 0", id="nothing"),
        pytest.param(b"\xef\xbb\xbf \n", "empty-file 0", id="white space"),
        pytest.param(b"hello", "not-xml 1", id="not XML"),
        pytest.param(b"<a>\n<b>\n</b>", "not-xml 3", id="cut off"),
        pytest.param(b"<a>\n<b></a>", "not-xml 2", id="crossed"),
        pytest.param(b"<a/>\n<b/>", "not-xml 2", id="two roots"),
        pytest.param(b"<a>\n&nbsp;</a>", "not-xml 2", id="an entity that nobody declared"),
        pytest.param(b"<a>\x01</a>", "not-xml 1", id="control character"),
        pytest.param(b'<?xml version="1.0" encoding="klingon"?><a/>', "not-xml 1", id="unknown encoding"),
        pytest.param("<a>\n中文</a>".encode("gb18030"), "not-utf-8 2", id="another encoding than it says"),
        pytest.param(b"<a>" * 5000, "not-xml 1", id="too deep"),
        pytest.param(LAUGHS.encode(), "xml-entities 3", id="billion laughs"),
        pytest.param(LAUGHS.encode("utf-16"), "xml-entities 3", id="billion laughs in UTF-16"),
        pytest.param(OUTSIDE.encode(), "xml-entities 1", id="external entity"),
        pytest.param(OUTSIDE_DECLARED.encode(), "xml-entities 3", id="external parameter entity"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    found = parsed(data, "text.tmx")
    assert isinstance(found, tuple)
    assert [f"{problem.code} {problem.place.line}" for problem in found] == [told]
    assert all(problem.hint and problem.place.path == "text.tmx" for problem in found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding_that_is_said_is_read(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>\n<a>中文</a>'
    root = parsed(declared.encode(encoding), "text.tmx")
    assert not isinstance(root, tuple)
    assert root.text == "中文"


def test_a_plain_doctype_is_fine_and_letters_have_their_names() -> None:
    root = parsed(b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><a>x&nbsp;y<b/>&eacute;&what;.<!-- no -->!</a>', "text.tmx")
    assert not isinstance(root, tuple)
    assert root.text == "x\u00a0y"
    assert [(each.tag, each.tail) for each in root] == [("b", "é&what;.!")]


def test_elements_know_their_line_in_long_files_too() -> None:
    root = parsed(b'<a xmlns="urn:x">' + b"\n" * 70_000 + b"<b/></a>", "text.xml")
    assert not isinstance(root, tuple)
    assert [(name_of(each), line_of(each)) for each in root] == [("b", 70_001)]
