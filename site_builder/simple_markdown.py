"""Cut the Markdown that most texts are written in: paragraphs, `#` headings and notes, parted by blank lines.

markdown-it looks at every line with a dozen rules. Where one search shows that no line can begin anything else, lines
can be told apart by their first character, at a tenth of the cost; the result is the same, which
`tests/sources/test_simple_markdown.py` shows for whatever the search lets through.
"""

import re
from collections.abc import Iterator

from site_builder.drafting.pieces import Piece
from site_builder.markdown_pieces import heading, is_one_line, main_script, note, paragraph

# The beginning of a line that may be, or may belong to, another kind of block: when in doubt, the parser decides.
_OTHER = re.compile(
    r"""\n(?:
      [^\S\n]                                 # an indent, or a line of nothing but spaces
    | [-+>=:|] | ``` | ~~~                    # list, quote, fence, table, setext heading
    | [*_]+(?!\S) | \*\*\*|___                # list, rule
    | \d+[.)](?!\S)                           # numbered list
    | \[(?!\^[^\]\s]{1,40}\]:[ \t]*\S)        # anything in brackets that is not a note
    | \#(?!\#{0,5}[ ](?:[^\n]*[^\s\#])(?!.))  # anything with hashes that is not a plain heading
    )""",
    re.VERBOSE,
)
_HEADING = re.compile("(#+) +")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")


def is_simple(text: str) -> bool:
    """Whether `pieces` can cut a text."""
    return not _OTHER.search(f"\n{text}")


def pieces(text: str, path: str, first_line: int) -> Iterator[Piece]:
    """The pieces of a simple text whose first line has the number `first_line`."""
    for unit, (at, block) in enumerate(_blocks(text), 1):
        line = first_line + at
        if block[0] == "#" and (hashes := _HEADING.match(block)):
            piece = Piece("heading", (), line, path, "", unit, len(hashes[1]))
            yield from heading(piece, block[hashes.end() :])
        elif block[0] == "[" and (label := _NOTE.match(block)):
            yield from note(Piece("paragraph", (), line, path, "", unit, label=label[1]), block[label.end() :])
        elif is_one_line(block := block.rstrip()):
            yield Piece("paragraph", (block,), line, path, main_script(block), unit)
        else:
            yield from paragraph(Piece("paragraph", (), line, path, "", unit), block)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The text of each block, and how many lines stand before it. A blank line ends one, and so does the line of a
    heading or a note."""
    lines = text.split("\n")
    start = -1
    for at, line in enumerate(lines):
        if start >= 0 and (not line or line[0] in "#["):
            yield start, "\n".join(lines[start:at])
            start = -1
        if line and line[0] == "#":
            yield at, line
        elif line and start < 0:
            start = at
    if start >= 0:
        yield start, "\n".join(lines[start:])
