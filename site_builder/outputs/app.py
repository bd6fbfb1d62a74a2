"""What makes the site one that can be installed: the web app manifest, and the theme's icon as pictures.

`id` is given where the site's address is known; elsewhere it is what the standard takes in its place, `start_url`: it
would be resolved against the host's root, and two sites of one host would be taken for one.
See https://www.w3.org/TR/appmanifest/.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from site_builder.outputs import Artifact, Output
from site_builder.rendering.page import interface, joined, site_name
from site_builder.rendering.picturing import drawing, picture
from site_builder.site import Site

_PICTURES = (("icon-192.png", 192, False), ("icon-512.png", 512, False))
_FULL = (("icon-maskable-192.png", 192, True), ("icon-maskable-512.png", 512, True), ("icon-180.png", 180, True))


def _make(site: Site) -> Iterator[Artifact]:
    if not site.theme.app:
        return
    drawn = drawing(site.theme.icon)
    if drawn:
        yield from (Artifact(path, picture(drawn, size, full)) for path, size, full in (*_PICTURES, *_FULL))
    data = json.dumps(_manifest(site, drawn is not None), ensure_ascii=False, indent=1)
    yield Artifact("manifest.webmanifest", f"{data}\n".encode())


def _manifest(site: Site, drawn: bool) -> Mapping[str, Any]:
    languages = site.cards[0].languages if site.cards else ()
    names = _names(site, languages)
    title = joined(tuple(names.values())) or site_name(site, languages)
    base = site.config.base_url
    return {
        **({"id": urlsplit(base).path} if base else {}),
        "name": title,
        "short_name": next(iter(names.values()), title),
        "name_localized": {tag: {"value": name, "lang": tag} for tag, name in names.items() if tag},
        "description": " ".join(site.config.description.values()) or title,
        "lang": interface(site, languages),
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": site.theme.app.get("theme_color", "#ffffff"),
        "background_color": site.theme.app.get("background_color", "#ffffff"),
        "icons": list(_icons(site, drawn)),
    }


def _names(site: Site, languages: tuple[str, ...]) -> Mapping[str, str]:
    """The site's name in each language: as configured, else its only document's."""
    if site.config.title:
        return site.config.title
    if len(site.cards) == 1:
        return {tag: text for tag, text in zip(languages, site.cards[0].title, strict=False) if text}
    return {}


def _icons(site: Site, drawn: bool) -> Iterator[Mapping[str, str]]:
    if "icon.svg" in site.theme.assets:
        yield {"src": site.theme.assets["icon.svg"], "sizes": "any", "type": "image/svg+xml"}
    for path, size, full in (*_PICTURES, *_FULL[:2]) if drawn else ():
        purpose = "maskable" if full else "any"
        yield {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


OUTPUT = Output("the web app manifest and its icons", for_site=_make)
