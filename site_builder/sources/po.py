"""Message catalogues of programs (.po, .pot): a message and its translation are a pair."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from site_builder.decoding import decode
from site_builder.draft import Reading, Source, SourceFile
from site_builder.interchange.units import Bitext, Unit, read_units
from site_builder.language_tags import cased, is_language
from site_builder.model import Line
from site_builder.problems import Place, Problem, Severity
from site_builder.scripts import language_tag
from site_builder.sources import SourceForm

if TYPE_CHECKING:
    from polib import POEntry, POFile

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]{2,30})")
_FAULT = re.compile(r"\(line (\d+)\)(?::\s*(.*))?")
_NOT_SURE = "0.5"  # what `fuzzy` says: a translation of an earlier message, or a guess
_SAMPLE = 200  # messages that tell their language


def claim(path: str) -> str | None:
    """`messages.po` and `messages.zh.po` are both of the name `messages`."""
    name, dot, ending = path.rpartition(".")
    if not dot or ending.lower() not in ("po", "pot"):
        return None
    stem, dot, tag = name.rpartition(".")
    return stem if dot and is_language(tag.replace("_", "-")) else name


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of one file."""
    file = source.files[0]
    decoded = decode(_in_utf_8(file))
    if decoded.text is None:
        return Reading(None, decoded.problems)
    catalogue = _catalogue(decoded.text, file.path)
    if isinstance(catalogue, Problem):
        return Reading(None, (*decoded.problems, catalogue))
    bitext = _bitext(catalogue, file.path)
    reading = read_units(bitext, languages)
    return Reading(reading.draft, (*decoded.problems, *reading.problems))


def _in_utf_8(file: SourceFile) -> SourceFile:
    """The file in UTF-8, where it says that it is in another encoding and is."""
    said = _CHARSET.search(file.data[:4096])
    charset = said[1].decode().lower() if said else "utf-8"
    if charset in ("utf-8", "utf8", "charset"):  # a template says CHARSET
        return file
    try:
        return SourceFile(file.path, file.data.decode(charset).encode())
    except (LookupError, UnicodeError):
        return file


def _catalogue(text: str, path: str) -> "POFile | Problem":
    import polib

    try:
        # A text that ends in a line break is no name of a file, which polib would open.
        return polib.pofile(f"{text}\n", encoding="utf-8")
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        found = _FAULT.search(str(error))
        line, what = (int(found[1]), found[2]) if found else (0, "")
        shown = text.split("\n")[line - 1] if 0 < line <= text.count("\n") + 1 else ""
        message = f"the catalogue cannot be read: {what or 'a line is not as it should be'}"
        hint = "check it with msgfmt -c, or export it again"
        return Problem("not-po", message, Place(path, line, text=shown), Severity.ERROR, hint)


def _bitext(catalogue: "POFile", path: str) -> Bitext:
    entries = [entry for entry in catalogue if not entry.obsolete]
    sample = " ".join(entry.msgid for entry in entries[:_SAMPLE])
    said = catalogue.metadata.get("X-Source-Language", "").strip()
    source = cased(said) if said else language_tag(sample)
    target = _target(catalogue, entries, path)
    if target == source:
        target = "und"
    units = [unit for entry in entries for unit in _units(entry, (source, target), path)]
    return Bitext(path, units, (source, target))


def _target(catalogue: "POFile", entries: "list[POEntry]", path: str) -> str:
    """The language of the header, else of the file's name or its folder, else the one that the text shows."""
    parts = re.split(r"[./]", path)[:-1]
    named = next((part for part in reversed(parts) if is_language(part.replace("_", "-"))), "")
    said = catalogue.metadata.get("Language", "").strip() or named
    if said and cased(said) != "und":
        return cased(said)
    return language_tag(" ".join(entry.msgstr for entry in entries[:_SAMPLE]))


def _units(entry: "POEntry", languages: tuple[str, str], path: str) -> Iterator[Unit]:
    """One message; with plural forms the singular, and the plural with all other forms."""
    about = {"confidence": _NOT_SURE} if entry.fuzzy else {}
    if entry.msgctxt:
        about["info"] = entry.msgctxt
    place = Place(path, max(1, entry.linenum or 0))  # polib counts the first as 0
    if not entry.msgid_plural:
        rows = [(entry.msgid, entry.msgstr)]
    else:
        first, *others = [text for _, text in sorted(entry.msgstr_plural.items())] or [""]
        rows = [(entry.msgid, first), (entry.msgid_plural, "\n".join(filter(None, others)))]
        if not others:  # a language without plural: one form says both
            rows = [(f"{entry.msgid}\n{entry.msgid_plural}", first)]
        about["pair"] = f"{place.line} plural"
    for texts in rows:
        lines = {tag: Line(text) for tag, text in zip(languages, texts, strict=True) if text}
        yield Unit(lines, place, "", about)


SOURCE = SourceForm("message catalogue (.po, .pot)", claim, read)
