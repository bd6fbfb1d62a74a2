"""HTML set in pages, as PDF: WeasyPrint's work (the extra `[pdf]`). The same HTML gives the same bytes wherever the
same fonts and the same WeasyPrint are installed: no time, no chance, and nothing from the disk or the network."""

from importlib.util import find_spec

_VARIANT = "pdf/ua-1"  # tagged, so that a voice can read it (ISO 14289-1)


def printable() -> bool:
    """Whether WeasyPrint is there, with the libraries of the system that it needs (Pango)."""
    if find_spec("weasyprint") is None:
        return False
    try:
        import weasyprint  # noqa: F401
    except OSError:  # what ctypes says of a library that is not there
        return False
    return True


def printed(html: str, identifier: str) -> bytes:
    """The page of HTML as PDF; `identifier` is its name, which stays when it is made again."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=("data",))
    page = HTML(string=html, url_fetcher=fetcher, base_url=None)
    made = page.write_pdf(pdf_variant=_VARIANT, pdf_identifier=identifier.encode())
    return bytes(made or b"")
