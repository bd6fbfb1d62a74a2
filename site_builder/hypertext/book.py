"""Open an EPUB 2 or 3: the container names the package, the package the texts and their order (EPUB 3.3, §5)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from site_builder.draft import SourceFile
from site_builder.hypertext.archives import broken, unpacked
from site_builder.hypertext.elements import attribute, name, parsed_html
from site_builder.hypertext.footnotes import Page
from site_builder.hypertext.in_turn import Work, gathered
from site_builder.problems import Place, Problem, Severity
from site_builder.xml_reading import parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTED = "META-INF/encryption.xml"
_TEXTS = (".xml", ".opf", ".xhtml", ".html", ".htm", ".ncx")
_META = {"creator": "author", "publisher": "publisher", "date": "date", "rights": "licence", "source": "source"}


def opened(file: SourceFile) -> Work | tuple[Problem, ...]:
    """What a book holds; only problems when there is nothing to read."""
    members = unpacked(file, lambda path: path.lower().endswith(_TEXTS))
    if isinstance(members, tuple):
        return members
    package = _package(file.path, members)
    if isinstance(package, tuple):
        return package
    root, folder = package.root, dirname(package.path)
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(_reading_order(root, folder)):
        page, faults = _page(file.path, path, members)
        problems += faults
        pages += [page] if page else []
    if not pages:
        return tuple(problems) or (broken(file.path, "its package lists no texts"),)
    work = gathered(pages, file.path, alone=False)
    meta = {_META[key]: ", ".join(said) for key in _META if (said := _said(root, key))}
    title = next(iter(_said(root, "title")), "")
    return Work(file.path, work.passages, title, meta, (*problems, *work.problems))


def _package(book: str, members: Mapping[str, bytes]) -> Page | tuple[Problem, ...]:
    if _CONTAINER not in members:
        return (broken(book, f"there is no {_CONTAINER} in it"),)
    container = parsed(members[_CONTAINER], f"{book}/{_CONTAINER}")
    if isinstance(container, tuple):
        return container
    paths = [attribute(element, "full-path") for element in container.iter() if name(element) == "rootfile"]
    path = next((path for path in paths if path in members), "")
    if not path:
        return (broken(book, f"the package {paths[0] if paths else ''} is not in it"),)
    root = parsed(members[path], f"{book}/{path}")
    return root if isinstance(root, tuple) else Page(root, path)


def _reading_order(package: "Element", folder: str) -> Iterator[str]:
    """The paths of the texts as the spine orders them, the table of contents left out: the page has its own."""
    items = {attribute(item, "id"): item for item in package.iter() if name(item) == "item"}
    for reference in package.iter():
        item = items.get(attribute(reference, "idref")) if name(reference) == "itemref" else None
        if item is not None and "nav" not in attribute(item, "properties").split():
            yield normpath(join(folder, unquote(attribute(item, "href"))))


def _page(book: str, path: str, members: Mapping[str, bytes]) -> tuple[Page | None, tuple[Problem, ...]]:
    """One text of the book: XHTML, or as much as can be read of what is not."""
    where = f"{book}/{path}"
    if path not in members:
        hint = "export the book again; until then the rest of it is shown"
        return None, (Problem("missing-part", f"{path} is not in the book", Place(book), hint=hint),)
    if _is_secret(path, members):
        message = f"{path} is encrypted"
        return None, (Problem("encrypted", message, Place(book), Severity.ERROR, "take a copy without protection"),)
    root = parsed(members[path], where)
    if not isinstance(root, tuple):
        return Page(root, path), ()
    if any(problem.code != "not-xml" for problem in root):
        return None, root
    lenient = parsed_html(SourceFile(where, members[path]))
    if isinstance(lenient, tuple):
        return None, lenient
    return Page(lenient, path), tuple(replace(problem, severity=Severity.WARNING) for problem in root)


def _is_secret(path: str, members: Mapping[str, bytes]) -> bool:
    return _ENCRYPTED in members and f'URI="{path}"'.encode() in members[_ENCRYPTED]


def _said(package: "Element", key: str) -> list[str]:
    """What the metadata says under a name of Dublin Core, empty entries left out."""
    found = (element for element in package.iter() if name(element) == key)
    return [text for element in found if (text := " ".join("".join(element.itertext()).split()))]
