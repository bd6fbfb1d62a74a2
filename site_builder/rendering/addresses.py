"""Every address in the site: relative, ending in a file name, so that it works from a folder as from a server."""

from urllib.parse import quote, urlsplit

_DEEPEST = 16  # folders that an address of nowhere may name


def page_path(document: str, leaf: str = "index") -> str:
    """Where a document's page lies in the site; of a long document's pages, the one called `leaf`."""
    return f"{document}/{leaf}.html"


def data_path(document: str, ending: str) -> str:
    """Where a file about a document lies in the site: report/report.json."""
    return f"{document}/{document}.{ending}"


def relative(target: str, page: str, fragment: str = "") -> str:
    """The address of `target`, a path in the site, from the page at path `page`: ../mengzi/index.html#p3."""
    folder = page[: page.rfind("/") + 1]
    address = target.removeprefix(folder) if folder and target.startswith(folder) else root(page) + target
    address = "" if target == page and fragment else quote(address)
    return f"{address}#{quote(fragment, safe=':')}" if fragment else address


def root(page: str) -> str:
    """What leads from a page to the site's root: "" or "../"."""
    return "../" * page.count("/")


def front(base_url: str) -> str:
    """What leads to the front page from wherever a host shows the page for addresses that do not exist: browsers go up
    no further than the host's root, and from there the public address says how to go on. Without one, from the root
    of the site only."""
    folder = urlsplit(base_url).path.lstrip("/")
    return f"{'../' * _DEEPEST}{folder}index.html" if base_url else "index.html"


def absolute(base_url: str, path: str) -> str:
    """The public address of a page, index.html left out, for canonical links and the sitemap."""
    return base_url + quote(path.removesuffix("index.html"))
