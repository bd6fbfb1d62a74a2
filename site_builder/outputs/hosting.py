"""What hosts and search engines look for: robots.txt, .nojekyll, and a sitemap when the site's address is known."""

from collections.abc import Iterator

from markupsafe import escape

from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import absolute, page_path
from site_builder.site import Site

_SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>\n'


def _make(site: Site) -> Iterator[Artifact]:
    yield Artifact(".nojekyll")  # GitHub Pages would drop files whose names it does not like
    base = site.config.base_url
    if not base:
        yield Artifact("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n".encode())
    documents = (page_path(card.id, leaf) for card in site.cards for leaf in ("index", *card.leaves))
    pages = ["index.html", *(["concordance.html"] if site.cards else []), *documents, "licences.html"]
    rows = "".join(f"<url><loc>{escape(absolute(base, page))}</loc></url>\n" for page in pages)
    yield Artifact("sitemap.xml", _SITEMAP.format(rows).encode())


OUTPUT = Output("robots.txt, .nojekyll and, with a base URL, sitemap.xml", for_site=_make)
