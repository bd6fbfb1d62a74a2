"""Say what lacks a partner, a whole language or one block of it, and what is one too many."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from site_builder.draft import Block
from site_builder.drafting.alternation import Group
from site_builder.drafting.pieces import Piece
from site_builder.problems import Place, Problem, Severity

_NAMES = {"lead": "paragraph", "item": "list item", "rule": "break"}


def with_second(languages: tuple[str, ...], asked: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of a text that has only one: a page still gets its two columns."""
    first = languages[0] if languages else (asked or ("en",))[0]
    return first, next((tag for tag in asked if tag != first), "zh-Hant" if first.startswith("en") else "en")


def one_language(languages: tuple[str, ...], used: Collection[int], path: str) -> Problem:
    """A text without its translation; `used` has the position of the language it is in."""
    first, second = (tag.partition("-")[0] for tag in languages[:2])
    hint = f"put the translation after each paragraph, or keep two files: name.{first}.md and name.{second}.md"
    only = languages[next(iter(used), 0)]
    return Problem("one-language", f"the text is in one language only ({only})", Place(path), hint=hint)


def same_language(path: str, first: str, language: str) -> Problem:
    """A second file in a language; it is left out."""
    message = f"{path} and {first} are both in {language}"
    return Problem("same-language", message, Place(path), Severity.ERROR, "keep one of them, or rename one")


def missing(blocks: Sequence[Block], languages: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each block that one language lacks, and for a title block with unlike lines."""
    for block in blocks:
        if block.shared or all(map(all, block.rows)):
            continue
        for side, tag in enumerate(languages):
            if not any(row[side] for row in block.rows):
                yield unpaired(block, tag)
                break
        else:
            if block.kind == "title" and not all(map(all, block.rows)):
                yield _uneven_title(block, languages)


def unpaired(block: Block, language: str) -> Problem:
    """A block that has no translation."""
    kind = _NAMES.get(block.kind, block.kind)
    hint = "put its translation next to it, or join it to the paragraph it belongs to; until then it stands alone"
    message = f"no {language} text belongs to this {kind}: {_opening(block)}"
    return Problem("unpaired-paragraph", message, block.place, hint=hint)


def table_shape(group: Group) -> Iterable[Problem]:
    """A problem for a group of tables with different numbers of rows or columns."""
    tables = [piece for piece in group if piece and piece.kind == "table"]
    return _unlike(tables) if len(tables) > 1 else ()


def _unlike(tables: Sequence[Piece]) -> Iterator[Problem]:
    sizes = list(dict.fromkeys((len(table.cells), max(map(len, table.cells))) for table in tables))
    if len(sizes) > 1:
        told = " and ".join(f"{rows} rows of {columns}" for rows, columns in sizes)
        hint = "give both languages the same rows and columns; until then one table is laid over the other"
        yield Problem("table-shape", f"the tables have {told}", Place(tables[-1].path, tables[-1].line), hint=hint)


def _uneven_title(block: Block, languages: tuple[str, ...]) -> Problem:
    counts = " and ".join(
        f"{sum(bool(row[side]) for row in block.rows)} in {tag}" for side, tag in enumerate(languages)
    )
    hint = "write title, occasion and speaker on a line each, in both languages"
    return Problem("uneven-title", f"the title block has a different number of lines: {counts}", block.place, hint=hint)


def _opening(block: Block) -> str:
    text = next((line.text for row in block.rows for line in row if line), "")
    return text if len(text) <= 24 else f"{text[:24]}…"
