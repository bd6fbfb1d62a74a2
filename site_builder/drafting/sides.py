"""Tell the languages of a text apart: by script, by the fence around a piece, or by order."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from site_builder.drafting.pieces import Piece
from site_builder.scripts import chinese_tag

# The script that a language is written in, by its first subtag; Latin where none is named.
_WRITTEN_IN = {
    "Hani": "zh lzh yue cmn wuu nan hak",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg cu",
    "Arab": "ar fa ur ps ug sd ckb",
    "Deva": "hi mr ne sa",
    "Hebr": "he yi",
    "Grek": "el grc",
    "Tibt": "bo dz",
    "Ethi": "am ti",
    "Kana": "ja",
    "Hang": "ko",
    "Armn": "hy",
    "Geor": "ka",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Thai": "th",
    "Laoo": "lo",
    "Mymr": "my",
    "Khmr": "km",
}
_SCRIPTS = {language: script for script, languages in _WRITTEN_IN.items() for language in languages.split()}
_SAMPLE = 2000  # characters that decide between Traditional and Simplified
_STRAY = 10  # one piece in so many may be in another script without making a second language
NEITHER = -1  # the side of a piece without letters, or in a script beside the languages of the text


def tell_apart(pieces: Sequence[Piece], asked: tuple[str, ...]) -> tuple[tuple[str, ...], list[int]]:
    """The languages of a text in the order they come, and for each piece the position of its language.

    `asked` are the languages that front matter or site.toml names, in the order to show them; they hold as far as the
    text bears them out. Fewer than two languages come back when the text has only one.
    """
    pieces = [piece._replace(language=_meant(piece.language, asked)) if piece.language else piece for piece in pieces]
    fenced = tuple(dict.fromkeys(piece.language for piece in pieces if piece.language))
    counts = Counter(piece.script for piece in pieces if piece.script and not piece.language)
    languages = tuple(dict.fromkeys((*asked, *fenced))) if fenced else asked
    scripts = [script_of(tag) for tag in languages]
    if len(languages) > 1 and len(set(scripts)) < len(scripts) and (fenced or _borne_out(counts, scripts)):
        return languages, _by_order(pieces, languages)
    main = _main(counts, scripts)
    if languages and set(main) <= set(scripts):
        return languages, _sides(pieces, languages, scripts)
    known = list(map(script_of, fenced))
    others = [script for script in main if script not in known]
    found = fenced + tuple(_tag(script, pieces) for script in others)
    return found, _sides(pieces, found, known + others)


def _meant(fence: str, asked: Sequence[str]) -> str:
    """The language that a fence says, by the tag that was asked for: in a text in zh-Hant, `::: zh` is zh-Hant."""
    alike = [tag for tag in asked if tag.partition("-")[0].lower() == fence.lower()]
    return alike[0] if len(alike) == 1 and fence not in asked else fence


@cache
def script_of(tag: str) -> str:
    """The ISO 15924 code of the script that a BCP 47 tag says or implies; `Hani` for zh-Hant and zh-Hans."""
    subtags = tag.split("-")
    said = next((subtag.title() for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), "")
    if said in ("", "Hant", "Hans", "Jpan", "Kore"):
        return _SCRIPTS.get(subtags[0].lower(), "Latn")
    return said


def _borne_out(counts: Counter[str], scripts: list[str]) -> bool:
    """Whether the text is in the scripts of the languages that were asked for, one script twice."""
    return set(_main(counts, scripts)) <= set(scripts)


def _main(counts: Counter[str], asked: Sequence[str]) -> tuple[str, ...]:
    """The scripts that make up the text, in the order they come. Kana takes Han along, unless both are languages."""
    if counts["Kana"] >= counts["Hani"] > 0 and "Hani" not in asked and len(counts) > 2:
        counts = Counter("Kana" if code == "Hani" else code for code in counts.elements())
    enough = counts.total() / _STRAY
    return tuple(code for code, count in counts.items() if count > enough or counts.total() < _STRAY)


def _tag(script: str, pieces: Sequence[Piece]) -> str:
    """The language that a script suggests."""
    return chinese_tag(_sample(pieces, script)) if script == "Hani" else _WRITTEN_IN.get(script, "en").split()[0]


def _sample(pieces: Sequence[Piece], script: str) -> str:
    sample = ""
    for piece in pieces:
        if piece.script == script:
            sample += "\n".join(piece.lines)
            if len(sample) > _SAMPLE:
                break
    return sample


def _sides(pieces: Sequence[Piece], languages: Sequence[str], scripts: Sequence[str]) -> list[int]:
    """The side of each piece: by what a fence says, else by script, of which the first language takes all."""
    named = {tag: languages.index(tag) for tag in languages}
    written = {script: scripts.index(script) for script in scripts}
    if "Kana" in written:
        written.setdefault("Hani", written["Kana"])
    return [named.get(piece.language, written.get(piece.script, NEITHER)) for piece in pieces]


def _by_order(pieces: Sequence[Piece], languages: Sequence[str]) -> list[int]:
    """Blocks in turn: the first is in the first language, the next in the second. A fence says it outright."""
    sides: list[int] = []
    side, unit = -1, -1
    for piece in pieces:
        if not piece.script:
            sides.append(NEITHER)
            continue
        if piece.language:
            side = languages.index(piece.language)
        elif piece.unit != unit:
            side = (side + 1) % len(languages)
        unit = piece.unit
        sides.append(side)
    return sides
