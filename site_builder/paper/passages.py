"""A pair of a document as HTML for paper: one element that holds one a language, which the style sheet sets side by
side or one below the other. Elements are those that a tagged PDF has names for: headings, paragraphs, tables."""

from collections.abc import Iterator, Sequence

from markupsafe import escape

from site_builder.model import Pair
from site_builder.paper.columns import whole
from site_builder.rendering.inline import escaped
from site_builder.rendering.lines import Side, said

_TITLE_ROWS = ("title", "occasion", "speaker")
_DEEPEST = 6  # level of headings and bookmarks


def passage(pair: Pair, sides: Sequence[Side], level: int, columns: Sequence[int]) -> str:
    """The pair. `level` is that of its section, by which headings and bookmarks are nested; `columns` are the widths of
    those that the languages stand in."""
    stand = sides[:1] if pair.shared else sides
    shown = [side for side in stand if pair.shared or pair.text(side.index).strip()]
    if pair.kind == "rule" or not shown:
        return '<hr class="pause">\n' if pair.kind == "rule" else ""
    element, depth = "div", 0
    if pair.kind in ("heading", "lead"):
        depth = min(_DEEPEST, level + (pair.kind == "lead"))
        element = f"h{depth}" if pair.kind == "heading" else "div"
    kinds = f"pair {pair.kind}{' shared' if pair.shared else ''}{' quoted' if pair.quoted else ''}"
    kinds += " whole" if whole(pair, columns) else ""
    own = f'<a id="{escape(pair.own_id)}"></a>' if pair.own_id else ""
    made = "".join(_side(pair, side, element, own if side is shown[0] else "") for side in stand)
    return f'<{element} class="{kinds}" id="{pair.id}"{_bookmark(pair, shown, depth)}>{made}</{element}>\n'


def _bookmark(pair: Pair, sides: Sequence[Side], depth: int) -> str:
    """What viewers list and running titles say, where the pair is a heading or a lead."""
    if not depth:
        return ""
    texts = [side.how.typeset(_plain(pair, side)) for side in sides]
    running = "".join(
        f' data-{_rank(side)}="{escape(text)}"' for side, text in zip(sides[:2], texts, strict=False)
    ) if pair.kind == "heading" else ""  # fmt: skip
    return f' data-depth="{depth}" data-mark="{escape(" · ".join(texts))}"{running}'


def _plain(pair: Pair, side: Side) -> str:
    text = "".join(segment.lines[side.index].shown() for segment in pair.in_order(side.index))
    return " ".join(text.split())


def _side(pair: Pair, side: Side, element: str, own: str) -> str:
    """The pair in one language."""
    wrap = "span" if element != "div" else "div"
    if not pair.shared and not pair.text(side.index).strip():
        return f'<{wrap} class="side empty side-{side.index + 1}"></{wrap}>'
    kinds = f"side {_rank(side)} side-{side.index + 1}"
    return f'<{wrap} class="{kinds}" {side.attributes}>{own}{_content(pair, side, element)}</{wrap}>'


def _content(pair: Pair, side: Side, element: str) -> str:
    lines = said(pair, side, pair.has_spans())
    if pair.kind == "title":
        return "".join(_title_row(pair, side, at, html) for at, html in enumerate(lines) if html)
    if pair.kind == "table":
        return _table(pair, lines)
    if pair.kind == "code":
        return f"<pre>{escaped(pair.text(0))}</pre>"
    if pair.kind == "picture":
        return "".join(lines)
    text = ("<br>" if pair.kind == "verse" else "").join(_anchored(pair, side, lines))
    marker = f'<span class="marker">{escape(pair.marker)} </span>' if pair.marker else ""
    return f"{marker}{text}" if element != "div" else f"<p>{marker}{text}</p>"


def _title_row(pair: Pair, side: Side, at: int, html: str) -> str:
    """The title is the heading of the book in the first language; all else are paragraphs."""
    anchor = f' id="{pair.segments[at].id}"' if side.index == 0 else ""
    tag, mark = "p", ""
    if at == 0 and side.index == 0:
        texts = (" ".join(line.shown().split()) for line in pair.segments[0].lines)
        tag, mark = "h1", f' data-mark="{escape(" · ".join(filter(None, texts)))}"'
    return f'<{tag} class="{_TITLE_ROWS[min(at, 2)]}"{anchor}{mark}>{html}</{tag}>'


def _table(pair: Pair, cells: list[str]) -> str:
    """The author's table, its first row as headings."""
    width = max(1, len(pair.info))
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    head = "".join(f'<th scope="col">{cell}</th>' for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _anchored(pair: Pair, side: Side, lines: Sequence[str]) -> Iterator[str]:
    """The lines with the white space between them, each in an element that has the segment's id in the first
    language."""
    made = dict(zip((segment.id for segment in pair.segments), lines, strict=True))
    for segment in pair.in_order(side.index):
        html = made[segment.id]
        anchor = f' id="{segment.id}"' if side.index == 0 else ""
        gap = " " if segment.lines[side.index].text[-1:].isspace() else ""
        if html:
            yield f"<span{anchor}>{html}</span>{gap}"


def _rank(side: Side) -> str:
    """The first language leads, the others follow."""
    return "first" if side.index == 0 else "second"
