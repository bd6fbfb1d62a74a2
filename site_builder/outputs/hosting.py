"""What hosts and search engines look for: robots.txt, .nojekyll, _headers, and a sitemap when the address is known.

`_headers` is read by Cloudflare Pages and Netlify. What carries its content's digest in its name may be kept for ever;
all else is asked for again each time, which costs a "not modified". The pages' own policy stands in the pages; what a
page cannot say of itself is said here: who may frame it, and what it will never ask of a device.
"""

from collections.abc import Iterator

from markupsafe import escape

from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import absolute, page_path
from site_builder.site import Site

_SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>\n'


_HEADERS = """/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Content-Security-Policy: frame-ancestors 'self'
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/search/:state/*
  Cache-Control: public, max-age=31536000, immutable
"""


def _make(site: Site) -> Iterator[Artifact]:
    yield Artifact(".nojekyll")  # GitHub Pages would drop files whose names it does not like
    yield Artifact("_headers", _HEADERS.encode())
    base = site.config.base_url
    if not base:
        yield Artifact("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n".encode())
    documents = (page_path(card.id, leaf) for card in site.cards for leaf in ("index", *card.leaves))
    pages = ["index.html", *(["concordance.html"] if site.cards else []), *documents, "licences.html"]
    rows = "".join(f"<url><loc>{escape(absolute(base, page))}</loc></url>\n" for page in pages)
    yield Artifact("sitemap.xml", _SITEMAP.format(rows).encode())


OUTPUT = Output("robots.txt, .nojekyll, _headers and, with a base URL, sitemap.xml", for_site=_make)
