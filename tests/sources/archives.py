"""ZIP archives made by tests."""

import io
from zipfile import ZIP_DEFLATED, ZipFile


def packed(members: dict[str, str]) -> bytes:
    """An archive of texts by their names; bytes that are no text may be in them as surrogates."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text.encode("utf-8", "surrogateescape"))
    return file.getvalue()


def members(data: bytes) -> dict[str, str]:
    """The members of an archive, as `packed` takes them."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}


def book(texts: dict[str, str], metadata: str = "", others: dict[str, str] | None = None) -> bytes:
    """An EPUB whose spine has the texts in order; each is the content of a body."""
    items = "".join(f'<item id="i{at}" href="{path}"/>' for at, path in enumerate(texts))
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(texts)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    pages = {f"OEBPS/{path}": text if text.startswith("<!") else page(text) for path, text in texts.items()}
    return packed({**CONTAINER, "OEBPS/content.opf": package, **pages, **(others or {})})


def page(body: str) -> str:
    """An XHTML document."""
    names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f"<html {names}><head><title/></head><body>{body}</body></html>"


CONTAINER = {
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
}
