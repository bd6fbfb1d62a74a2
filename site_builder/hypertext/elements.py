"""Read HTML that anybody may have written into a tree: nothing is fetched, nothing is run, depth is bounded."""

import re
from typing import TYPE_CHECKING

from site_builder.decoding import decode, empty
from site_builder.draft import SourceFile
from site_builder.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# HTML standard, 4.2.5.5 and 13.2.3.2: the encoding stands in the first 1024 bytes.
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 1024
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def parsed_html(file: SourceFile) -> "Element | tuple[Problem, ...]":
    """The root of an HTML document, or what is wrong: `empty-file`, `not-utf-8`, `too-deep`. The encoding is UTF-8, or
    what a `meta` element says."""
    text, problems = _text(file)
    return tree(text, file.path) if text is not None else problems


def tree(text: str, path: str) -> "Element | tuple[Problem, ...]":
    """The root of the HTML in `text`, comments left out; `path` is for problems."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        # Below that depth the parser drops what it finds, so that hostile text cannot exhaust the stack.
        hint = "save it from a word processor again, or take the superfluous elements out"
        problem = Problem("too-deep", "elements are nested too deep to be read", Place(path), Severity.ERROR, hint)
        return (problem,)
    return (empty(path),) if root is None else root


def name(element: "Element") -> str:
    """The element's name in lower case, without a namespace."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def attribute(element: "Element", key: str) -> str:
    """An attribute's value, "" where there is none; `lang` and `epub:type` also as XML spells them."""
    value = element.get(key)
    if value is None and key == "lang":
        value = element.get(_XML_LANG) or element.get("xml:lang")
    if value is None and key == "epub:type":
        value = element.get(_EPUB_TYPE)
    return (value or "").strip()


def _text(file: SourceFile) -> tuple[str | None, tuple[Problem, ...]]:
    found = _CHARSET.search(file.data[:_DECLARED_WITHIN])
    if found:
        try:
            text = file.data.decode(found[1].decode("ascii"))
        except (LookupError, ValueError):  # no such encoding, or not in it: UTF-8 decides
            pass
        else:
            file = SourceFile(file.path, text.encode("utf-8", "replace"))
    decoded = decode(file)
    return decoded.text, decoded.problems
