"""Which columns of a table are texts, and in which language."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from site_builder.drafting.sides import script_of
from site_builder.drafting.table_rows import Row, Table
from site_builder.language_tags import cased, is_language
from site_builder.problems import Place, Problem
from site_builder.scripts import language_tag, script

_NAMES = {
    "english": "en",
    "英文": "en",
    "英語": "en",
    "英语": "en",
    "chinese": "zh",
    "中文": "zh",
    "漢語": "zh",
    "汉语": "zh",
    "traditional chinese": "zh-Hant",
    "繁體中文": "zh-Hant",
    "simplified chinese": "zh-Hans",
    "简体中文": "zh-Hans",
    "japanese": "ja",
    "日本語": "ja",
    "korean": "ko",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "russian": "ru",
    "arabic": "ar",
}
_TEXTS = frozenset(re.findall(r"\S+", "source target original translation src tgt text 原文 譯文 译文 翻譯 翻译"))
_OTHERS = frozenset(
    re.findall(
        r"\S+",
        """
        id key no nr number # line segment kind type status state confidence score similarity quality notes note
        comment comments context file filename 編號 编号 序號 序号 備註 备注
        """,
    )
)
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")  # `No` and `Hi` are words
_CODE = re.compile(r"[\w.:/-]*\d[\w.:/-]*|[\w-]+\.\w{2,5}(?:-[\w-]+\.\w{2,5})?", re.ASCII)  # seg001, file.txt
_SAMPLE = 200  # rows


class Columns(NamedTuple):
    """The positions of the text columns with their languages, and of the rows that hold text."""

    languages: dict[int, str]
    rows: list[Row]
    problems: tuple[Problem, ...] = ()


def columns(table: Table, asked: tuple[str, ...], path: str) -> Columns:
    """The text columns: those that the first row names, else those that hold text; `asked` are the languages of
    site.toml, in the order of the columns where their scripts are the same."""
    head = [cell.strip() for cell in table.rows[0].cells]
    named = {at: tag for at, cell in enumerate(head) if (tag := _language(cell))}
    known = [cell.lower() in _TEXTS or cell.lower() in _OTHERS for cell in head]
    place = Place(path, table.rows[0].line)
    if len(set(named.values())) > 1:
        once = _each_once(named)
        return Columns(once, table.rows[1:], (_alike(once, place),) if once != named else ())
    headed = all(at in named or known[at] for at, cell in enumerate(head) if cell)
    rows = table.rows[headed:]
    texts = [at for at, cell in enumerate(head) if headed and (cell.lower() in _TEXTS or at in named)]
    if len(texts) < 2:
        texts = [at for at in range(max(table.width, 1)) if _is_text(_cells(rows, at))]
    languages, doubtful = _by_script(rows, texts, asked)
    return Columns(languages, rows, (_alike(languages, place),) if doubtful else ())


def _language(name: str) -> str:
    """The tag that the name of a column means; "" when it means none."""
    if found := _NAMES.get(name.lower()):
        return found
    tag = name.replace("_", "-")
    return cased(tag) if _TAG.fullmatch(name) and is_language(tag) and name not in _OTHERS else ""


def _each_once(named: dict[int, str]) -> dict[int, str]:
    """Each language once; a second column of one is of no known language."""
    first = {tag: at for at, tag in reversed(named.items())}
    return {at: tag if first[tag] == at else f"und-x-column{at + 1}" for at, tag in named.items()}


def _cells(rows: Sequence[Row], at: int) -> list[str]:
    return [row.cells[at] for row in rows[:_SAMPLE] if at < len(row.cells)]


def _is_text(cells: Sequence[str]) -> bool:
    """Whether a column holds text, not numbers, names of files, or one word throughout."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or not script("\n".join(filled)):
        return False
    same = len(filled) > 3 and len(set(filled)) == 1
    return not same and not all(_CODE.fullmatch(cell.strip()) for cell in filled)


def _by_script(rows: Sequence[Row], texts: Sequence[int], asked: tuple[str, ...]) -> tuple[dict[int, str], bool]:
    """The language of each text column, and whether some could not be told apart."""
    found: dict[int, str] = {}
    for at in texts:
        sample = "\n".join(_cells(rows, at))
        free = [tag for tag in asked if tag not in found.values()]
        tag = next((tag for tag in free if script_of(tag) == script(sample)), "") or language_tag(sample)
        found[at] = tag
    once = _each_once(found)
    return once, once != found


def _alike(languages: dict[int, str], place: Place) -> Problem:
    message = "two columns seem to be in the same language"
    hint = (
        f"name them in a first row, as fr and en, or in site.toml; they are read as {' and '.join(languages.values())}"
    )
    return Problem("columns-alike", message, place, hint=hint)
