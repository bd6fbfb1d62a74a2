"""Colour code with Pygments, as classes that the theme's code.css gives colours to."""

from markupsafe import Markup, escape


def highlight(text: str, language: str) -> Markup:
    """The code as HTML; plain when Pygments does not know the language."""
    if not language:
        return escape(text)
    from pygments import highlight as colour
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(text)
    return Markup(colour(text, lexer, HtmlFormatter(nowrap=True)))
