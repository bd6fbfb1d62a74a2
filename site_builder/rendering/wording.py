"""Interface words and titles in templates: `word`, `label` and `both`, as HTML."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from markupsafe import Markup

from site_builder.languages import language
from site_builder.rendering.inline import escaped
from site_builder.rendering.tongues import speaks

Wording = Mapping[str, Callable[..., Markup]]


def wording(words: Mapping[str, str]) -> Wording:
    """The functions for one interface language.

    `word(key)` is an interface word, `label(key)` an accessible name: both say by their key what they are, so that the
    page can change its language. `both(languages, texts)` is a title in several languages, each with its own `lang`;
    one typed in capitals is marked, to be set in small ones. `speaks(tag)` are an element's
    attributes in that language.
    """

    @cache
    def word(key: str) -> Markup:
        return Markup('<span data-word="{}">{}</span>').format(key, words[key])

    @cache
    def label(key: str) -> Markup:
        return Markup('aria-label="{}" data-label="{}"').format(words[key], key)

    return {"word": word, "label": label, "both": both, "speaks": speaks}


def shown(languages: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """A title in each language as it is printed; the data keep the author's own marks of quotation."""
    return tuple(language(tag).typeset(text) for tag, text in zip(languages, texts, strict=False))


def both(languages: Sequence[str], texts: Sequence[str]) -> Markup:
    """A title in each language that has one, as HTML."""
    return Markup(both_html(languages, texts))


def both_html(languages: Sequence[str], texts: Sequence[str]) -> str:
    """The same as a string."""
    spans = ""
    for tag, text in zip(languages, texts, strict=False):
        if text:
            capitals = ' class="capitals"' if text.isupper() else ""
            spans += f"<span {speaks(tag)}{capitals}>{escaped(text)}</span>"
        elif len(languages) > 2:
            spans += "<span></span>"  # the page counts them, to show those that the reader chose
    return spans
