"""Read XML that anybody may have written: nothing is fetched, nothing is expanded, nothing is without bounds.

    root = parsed(file.data, file.path)
    if isinstance(root, tuple):
        return Reading(None, root)

libxml2's own limits hold (depth 256, 10 MB for one text, no growing entities). A DOCTYPE that names a file is passed
over, one that declares entities is refused. Comments and processing instructions are left out, so every node is an
element.
"""

from html import unescape
from typing import TYPE_CHECKING

from site_builder.decoding import decode, empty
from site_builder.draft import SourceFile
from site_builder.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from lxml.etree import XMLSyntaxError
    from lxml.etree import _Element as Element

_HEAD = 64 * 1024  # bytes in which a DOCTYPE is looked for when a file cannot be read
_SHOWN = 2000  # characters of a line at fault; files of one line are common
_WRONG_BYTES = 81  # libxml2's XML_ERR_INVALID_ENCODING


def parsed(data: bytes, path: str) -> "Element | tuple[Problem, ...]":
    """The root of an XML document, or what is wrong with it: `empty-file`, `not-xml`, `not-utf-8`, `xml-entities`."""
    from lxml import etree

    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        return (empty(path),)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return _broken(error, data, path)
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        return (_entities(data, path),)
    _put_in_letters(root)
    return root


def line_of(element: "Element") -> int:
    """The line of the file, from 1, on which the element's tag ends."""
    return element.sourceline or 0


def name_of(element: "Element") -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _put_in_letters(root: "Element") -> None:
    """Write `&nbsp;` and the like, which a DOCTYPE may promise, as HTML's letters; others stay as typed."""
    from lxml import etree

    for node in list(root.iter(etree.Entity)):
        letters = unescape(node.text or "") + (node.tail or "")
        before, parent = node.getprevious(), node.getparent()
        if before is not None:
            before.tail = (before.tail or "") + letters
        elif parent is not None:
            parent.text = (parent.text or "") + letters
        if parent is not None:
            node.tail = None
            parent.remove(node)


def _broken(error: "XMLSyntaxError", data: bytes, path: str) -> tuple[Problem, ...]:
    if b"<!ENTITY" in data[:_HEAD].replace(b"\0", b""):
        return (_entities(data, path),)
    if error.code == _WRONG_BYTES and (decoded := decode(SourceFile(path, data))).text is None:
        return decoded.problems
    line, column = error.position
    what = " ".join((error.msg or "it cannot be read").split()).removesuffix(f", line {line}, column {column}")
    lines = data.decode("utf-8", "replace").split("\n")
    shown = lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""
    place = Place(path, line, column, shown if len(shown) <= _SHOWN else "")
    hint = "export the file again, or mend it there; a file that was cut off ends too early"
    return (Problem("not-xml", f"the file is not well-formed XML: {what}", place, Severity.ERROR, hint),)


def _entities(data: bytes, path: str) -> Problem:
    before, _, _ = data.replace(b"\0", b"").partition(b"<!ENTITY")
    message = "the DOCTYPE declares entities, which could read other files or grow without end"
    hint = "write the text itself instead of &names; and take the declarations out"
    return Problem("xml-entities", message, Place(path, before.count(b"\n") + 1), Severity.ERROR, hint)
