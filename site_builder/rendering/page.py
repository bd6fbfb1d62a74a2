"""What every page of the site needs besides its own content: its head, its words, its way to the assets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from site_builder.rendering.addresses import absolute, root
from site_builder.rendering.endonyms import endonyms
from site_builder.rendering.layers import Learner
from site_builder.rendering.tongues import right_to_left
from site_builder.rendering.wording import both, shown
from site_builder.site import Site


@dataclass(frozen=True, slots=True)
class Page:
    """The head of a page: `path` in the site, its titles, what search engines and link previews are told."""

    path: str
    title: str
    description: str
    languages: Sequence[str] = ()
    kind: str = "website"
    json_ld: Mapping[str, Any] = field(default_factory=dict)


class _Head(NamedTuple):
    """What `base.html` says at the top of a page, as `page`."""

    title: str
    description: str
    kind: str
    canonical: str
    site_name: str
    home: Markup
    json_ld: Mapping[str, Any]


def render_page(site: Site, template: str, page: Page, learner: Learner | None = None, **values: Any) -> bytes:
    """A page of the site as bytes; `learner` is what its text offers to learners."""
    tongue = interface(site, page.languages)
    shared = {
        "interface": tongue,
        "words": site.theme.words[tongue],
        **site.theme.wordings[tongue],
        "root": root(page.path),
        "asset": _asset(site, page.path),
        "inlined": site.theme.inlined,
        "languages": tuple(page.languages),
        "rtl": right_to_left(page.languages),
        "locales": [tag.replace("-", "_") for tag in page.languages],
        "endonyms": endonyms(page.languages),
        "offline": site.config.offline and bool(site.theme.worker),
        "app": site.theme.app,
        "has_contents": template in ("document.html", "onefile.html"),
        "has_text": template in ("document.html", "front.html", "onefile.html"),
        "learner": learner,
    }
    key = (tongue, shared["root"], shared["languages"], shared["has_contents"], shared["has_text"], learner)
    return site.theme.render(
        template,
        page=_head(site, page),
        defaults=_defaults(site),
        part=lambda name: site.theme.part(f"partials/{name}.html", key, shared),
        **{"document_id": "", **shared, **values},
    ).encode()


def interface(site: Site, languages: Sequence[str]) -> str:
    """The language of buttons and labels until the reader chooses one: as configured, else the text's own Chinese, else
    English."""
    chinese = next((tag for tag in languages if tag in ("zh-Hant", "zh-Hans")), "")
    return site.config.interface or chinese or "en"


def site_name(site: Site, languages: Sequence[str] = ()) -> str:
    """The site's title in the first of `languages` it has, else in any; else the only document's, else a plain word."""
    titles = site.config.title
    for tag in (*languages, "", *titles):
        if titles.get(tag):
            return titles[tag]
    if len(site.cards) == 1:
        return joined(site.cards[0].title)
    return site.theme.words[interface(site, languages or _shelf_languages(site))]["library"]


def joined(texts: Sequence[str]) -> str:
    """The title in every language on one line."""
    return " · ".join(text for text in texts if text)


def _shelf_languages(site: Site) -> Sequence[str]:
    return site.cards[0].languages if site.cards else ()


def _head(site: Site, page: Page) -> _Head:
    canonical = absolute(site.config.base_url, page.path) if site.config.base_url else ""
    name = site_name(site, page.languages)
    return _Head(page.title, page.description, page.kind, canonical, name, _home(site, name), page.json_ld)


def _home(site: Site, name: str) -> Markup:
    """What leads home is called: by the site's name, which is the only text's title in each of its languages."""
    if site.config.title or len(site.cards) != 1:
        return Markup("<span>{}</span>").format(name)
    card = site.cards[0]
    return both(card.languages, shown(card.languages, card.title))


def _defaults(site: Site) -> dict[str, str]:
    """The view a new reader gets, as far as site.toml says so; the scripts read it off the page."""
    view = site.config.view
    given = {"view": view.mode, "grain": view.grain, "appearance": view.appearance, "first": view.first}
    chosen = {name: value for name, value in given.items() if value not in ("auto", "")}
    return {**chosen, **({"interface": site.config.interface} if site.config.interface else {})}


def _asset(site: Site, page: str) -> Callable[[str], str]:
    return lambda name: root(page) + quote(site.theme.assets[name])
