"""A pair of a document as XHTML: paragraphs in turn, or each segment above its translation.

Reading systems know few styles, so that the order of the text is the order of its elements, and nothing needs a table
but tables. Every element says its language and direction itself, since a reading system may take it out of its page.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from markupsafe import escape

from site_builder.languages import language
from site_builder.model import Pair
from site_builder.rendering.inline import escaped
from site_builder.rendering.lines import Side, said

_VOID = re.compile(r"<(br|img)\b([^>]*)>")
_TITLE_ROWS = ("title", "occasion", "speaker")


def passage(pair: Pair, sides: Sequence[Side], interlinear: bool, heading: str) -> str:
    """The pair. `heading` is the element that headings of its level are: h2."""
    made = _by_kind(pair, sides[:1] if pair.shared else sides, interlinear, heading)
    own = f'<span id="{escape(pair.own_id)}"></span>' if pair.own_id else ""
    body = f'<div class="pair {pair.kind}" id="{pair.id}">{own}{made}</div>\n'
    return f"<blockquote>{body}</blockquote>\n" if pair.quoted else body


def spoken(tag: str) -> str:
    """What an element says of its language, for readers of HTML and of XML."""
    name = escape(tag)
    direction = ' dir="rtl"' if language(tag).rtl else ""
    return f'lang="{name}" xml:lang="{name}"{direction}'


def well_formed(html: str) -> str:
    """HTML of ours as XML: elements without content are closed."""
    return _VOID.sub(r"<\1\2/>", html.replace(' loading="lazy"', ""))


def _by_kind(pair: Pair, sides: Sequence[Side], interlinear: bool, heading: str) -> str:
    makers: dict[str, Callable[[], str]] = {
        "heading": lambda: _heading(pair, sides, heading),
        "title": lambda: _title(pair, sides),
        "table": lambda: "".join(_table(pair, side) for side in sides),
        "code": lambda: f'<pre id="{pair.id}-1"><code>{escaped(pair.text(0))}</code></pre>',
        "picture": lambda: f"<figure>{''.join(_said(pair, sides[0]))}</figure>",
        "rule": lambda: "<hr/>",
    }
    if pair.kind in makers:
        return makers[pair.kind]()
    return _segments(pair, sides) if interlinear else "".join(_paragraphs(pair, sides))


def _said(pair: Pair, side: Side) -> list[str]:
    """What each line says, as XHTML."""
    return [well_formed(html) for html in said(pair, side, pair.has_spans())]


def _heading(pair: Pair, sides: Sequence[Side], tag: str) -> str:
    texts = (
        f'<span class="{_rank(side)}" {spoken(side.tag)}>{"".join(_anchored(pair, side))}</span>'
        for side in sides
        if pair.text(side.index)
    )
    return f"<{tag}>{' '.join(texts)}</{tag}>"


def _title(pair: Pair, sides: Sequence[Side]) -> str:
    """The title block: the title is the book's heading in the first language, all else are paragraphs."""
    made = ""
    for side in sides:
        for at, (segment, html) in enumerate(zip(pair.segments, _said(pair, side), strict=True)):
            if html:
                tag = "h1" if at == 0 and side is sides[0] else "p"
                kind = f"{_TITLE_ROWS[min(at, 2)]} {_rank(side)}"
                anchor = f' id="{segment.id}"' if side is sides[0] else ""
                made += f'<{tag} class="{kind}"{anchor} {spoken(side.tag)}>{html}</{tag}>'
    return made


def _table(pair: Pair, side: Side) -> str:
    """The author's table in one language, its first row as headings."""
    cells, width = _said(pair, side), max(1, len(pair.info))
    rows = ["".join(_cell(html, at == 0) for html in cells[at : at + width]) for at in range(0, len(cells), width)]
    head, *body = [f"<tr>{row}</tr>" for row in rows] or [""]
    below = f"<tbody>{''.join(body)}</tbody>" if body else ""
    return f'<table class="{_rank(side)}" {spoken(side.tag)}><thead>{head}</thead>{below}</table>'


def _cell(html: str, first: bool) -> str:
    return f'<th scope="col">{html}</th>' if first else f"<td>{html}</td>"


def _paragraphs(pair: Pair, sides: Sequence[Side]) -> Iterator[str]:
    """The paragraph in one language after the other."""
    for side in sides:
        text = ("<br/>" if pair.kind == "verse" else "").join(_anchored(pair, side))
        if text.strip():
            yield f'<p class="{_rank(side)}" {spoken(side.tag)}>{_marker(pair)}{text}</p>'


def _segments(pair: Pair, sides: Sequence[Side]) -> str:
    """Each segment in one language after the other."""
    rows = zip(*(_said(pair, side) for side in sides), strict=True)
    made = ""
    for at, (segment, row) in enumerate(zip(pair.segments, rows, strict=True)):
        marker = _marker(pair) if at == 0 else ""
        lines = (
            f'<p class="{_rank(side)}" {spoken(side.tag)}>{marker}{html}</p>'
            for side, html in zip(sides, row, strict=True)
            if html
        )
        made += f'<div class="segment" id="{segment.id}">{"".join(lines)}</div>'
    return made


def _anchored(pair: Pair, side: Side) -> Iterator[str]:
    """The lines of one language, each in an element that has the segment's id in the first language, and the white
    space between them."""
    for segment, html in zip(pair.segments, _said(pair, side), strict=True):
        anchor = f' id="{segment.id}"' if side.index == 0 else ""
        gap = " " if segment.lines[side.index].text[-1:].isspace() else ""
        if html or anchor:
            yield f"<span{anchor}>{html}</span>{gap}"


def _marker(pair: Pair) -> str:
    """What stands before an item of a list."""
    return f'<span class="marker">{escape(pair.marker)} </span>' if pair.marker else ""


def _rank(side: Side) -> str:
    """The first language leads, the others follow."""
    return "first" if side.index == 0 else "second"
