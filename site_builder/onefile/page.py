"""The file of a document: its reading page, all of a long one, with everything it needs inside."""

from typing import Any
from urllib.parse import quote, urljoin

from markupsafe import Markup

from site_builder.errors import ThemeError
from site_builder.model import Document
from site_builder.onefile.contents import STYLE, asset, contents, tight, tight_script
from site_builder.onefile.packing import packed
from site_builder.onefile.policy import policy
from site_builder.onefile.ways import Ways
from site_builder.problems import Place, Problem, Severity
from site_builder.rendering.about import about, head
from site_builder.rendering.addresses import absolute, page_path
from site_builder.rendering.contents import contents_html
from site_builder.rendering.layers import learner
from site_builder.rendering.page import interface, render_page
from site_builder.rendering.theme import Theme
from site_builder.rendering.views import DocumentView, text_of
from site_builder.rendering.wording import shown
from site_builder.site import Card, Site


def file(document: Document, site: Site) -> bytes:
    """The document as one file."""
    path = page_path(document.id)
    learnt = learner(document)
    told = about(document, site, path)
    ways = Ways(document, site)
    word = site.theme.words[interface(site, document.languages)]["note"]
    view = DocumentView(document, site.theme, ways.address, word, picture=ways.picture)
    return render_page(
        site,
        "onefile.html",
        head(document, site, path),
        learnt,
        **told | _elsewhere(told, document, site),
        contents=contents_html(document, site.theme),
        **text_of(view, {}),
        leaf=None,
        later="",
        profiles=[],
        **_inside(contents(document, site, bool(learnt or told["gloss"])), site.theme),
    )


def _inside(texts: dict[str, str], theme: Theme) -> dict[str, Any]:
    """What stands in the page besides the text: a style sheet, two scripts that run at once, all others packed."""
    style, opening = tight(str(theme.inlined["onefile.css"].text)), tight_script(asset(theme, "first-paint.js"))
    loader = tight_script(str(theme.inlined["inside.js"].text))
    for script in (opening, loader):
        if "</script" in script.lower() or "<!--" in script:
            raise ThemeError(_broken(theme))
    scripts = [text for path, text in texts.items() if path != STYLE]
    icon = quote(asset(theme, "icon.svg"), safe="/:='")
    return {
        "policy": Markup(policy([opening, loader, *scripts], [style, texts[STYLE]])),
        "style": Markup(style),
        "opening": Markup(opening),
        "loader": Markup(loader),
        "packed": Markup(packed(texts)),
        "start": theme.assets["reader.js"],
        "icon": f"data:image/svg+xml,{icon}",
    }


def _broken(theme: Theme) -> Problem:
    message = "a script that stands in pages holds </script or <!--, which HTML takes for its own"
    place = Place(f"themes/{theme.name}/js")
    return Problem("broken-theme", message, place, Severity.ERROR, "write the text in two parts")


def _elsewhere(told: dict[str, Any], document: Document, site: Site) -> dict[str, Any]:
    """What the page links on the site: all of it where its address is known, else nothing. Recordings stay there."""
    base = site.config.base_url
    nothing = {"audio": "", "sync": False, "home": base, "there": base, "offline": False}
    if not base:
        return {**nothing, "downloads": [], "study": [], "exercises": [], "before": None, "after": None}
    page = absolute(base, page_path(document.id))

    def there(address: str) -> str:
        return urljoin(page, address)

    at = next(index for index, card in enumerate(site.cards) if card.id == document.id)
    near = (site.cards[at - 1] if at else None, site.cards[at + 1] if at + 1 < len(site.cards) else None)
    return {
        **nothing,
        "downloads": [
            (
                purpose,
                [
                    offer._replace(files=[one._replace(address=there(one.address)) for one in offer.files])
                    for offer in offers
                ],
            )
            for purpose, offers in told["downloads"]
        ],
        "study": [(there(address), key) for address, key in told["study"]],
        "exercises": [(there(address), key) for address, key in told["exercises"]],
        **{name: _neighbour(card, base) for name, card in zip(("before", "after"), near, strict=True)},
    }


def _neighbour(card: Card | None, base: str) -> dict[str, Any] | None:
    """A document before or after this one in the library."""
    if card is None:
        return None
    titles = shown(card.languages, card.title)
    return {"address": absolute(base, page_path(card.id)), "languages": card.languages, "titles": titles, "page": False}
