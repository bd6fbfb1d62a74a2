"""What learners are told of a document: two scripts a language, which the page loads when somebody asks for them.

`<document>/<document>.words.<language>.js` calls `Reader.provide("words/<document>/<language>", data)` with

    language   the tag of the text
    script     the tag of its variants, "" where there are none
    schemes    the readings that words have: ["pinyin"]
    zhuyin     beside pinyin, zhuyin is no scheme but a table: {"fā": "ㄈㄚ", …}, a syllable each, in small letters
    readings   all readings that may be shown, zhuyin too, in the order that site.toml has them in
    lists      the lists of levels: [name, title, [label …]] each, labels from the easiest on
    words      [text, other form, [reading a scheme], [level a list], band] each, in the order of the text. The other
               form is "" where it is the same; a reading has its syllables with spaces between; a level is the place
               of its label from 1, 0 for none; the band goes from 1 (rare) to 7 (very common), 0 is unknown; a sixth
               place is the form that dictionaries know, where that is neither the Simplified form nor the text
    lines      by id of segment, or `n5/1` for a paragraph of note 5, numbers that cut the text into words and what is
               between: a place in `words`, or, below zero, how many UTF-16 units are no word
    variants   by id, in one row: start, end, other text, start, end, …, in UTF-16 units: what differs besides words;
               where it overlaps with a word it counts, and the word's other form does not

`<document>/<document>.glosses.<language>.js` calls `Reader.provide("glosses/<document>/<language>", data)` with

    words      for each of `words` its meanings: [reading, senses] each, the senses in one text with / between; the
               reading is "" where it is that of the word, and the part of speech where words have none; a third
               place is the form in the dictionary, if that is not the one of the text
    parts      words that stand inside of others: [text, other form, meanings] each, here with their readings

The text of a line is what the page shows, without the marks of notes and the white space at its end. How often a word
stands in the text, and in which segments, is what `lines` say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from json import JSONEncoder
from typing import TypeAlias

from site_builder.crediting import credits
from site_builder.model import Annotations, Document, Entry, Span, in_other_script
from site_builder.rendering.addresses import data_path
from site_builder.site import Site

_NOTHING = Entry()
_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_Word: TypeAlias = tuple[str, str, str, tuple[str, ...]]  # key, text, other form, readings


def script_path(document: str, kind: str, tag: str) -> str:
    """Where a script of a document in one language lies in the site; `kind` is words or glosses."""
    return data_path(document, f"{kind}.{tag}.js")


def word_scripts(document: Document, site: Site) -> Iterator[tuple[str, bytes]]:
    """The scripts of words and meanings: path in the site, and bytes."""
    for annotations in document.annotations:
        tag, lines = document.languages[annotations.side], _by_word(annotations)
        words = list(dict.fromkeys(word for found in lines.values() for word in found))
        tables, note = {}, _note(tag, site)
        if words or annotations.variants:
            tables["words"] = _words_table(annotations, tag, words, lines)
        if "glosses" in site.config.learning.layers and words:
            tables["glosses"] = _glosses_table(annotations, words)
        for kind, data in tables.items():
            name = _json(f"{kind}/{document.id}/{tag}")
            yield script_path(document.id, kind, tag), f"{note}\nReader.provide({name},{data});\n".encode()


def _note(tag: str, site: Site) -> str:
    """A comment that says whose work a script holds, as licences want it said."""
    known = tuple(dict.fromkeys(credits([tag], site.config.learning)))
    works = "; ".join(f"{one.work.partition(',')[0]}, {one.licence}" for one in known)
    notices = "".join(f"\n\n{one.notice}\n" for one in known if one.notice)
    return f"/* Selected and abridged from {works}: see licences.json.{notices} */".replace("/*/", "/ * /")


def _words_table(
    annotations: Annotations, tag: str, words: Sequence[_Word], by_line: Mapping[str, Sequence[_Word]]
) -> str:
    zhuyin = _zhuyin(words, list(annotations.readings))
    schemes = [scheme for scheme in annotations.readings if not (zhuyin and scheme == "zhuyin")]
    head = {
        "language": tag,
        "script": annotations.script,
        "schemes": schemes,
        "zhuyin": zhuyin,
        "readings": list(annotations.readings),
        "lists": [[each.name, each.title, each.labels] for each in annotations.lists],
    }
    kept = [place for place, scheme in enumerate(annotations.readings) if scheme in schemes]
    simplified = annotations.script.endswith("-Hans")
    rows = (_word_row(word, annotations.entries.get(word[0], _NOTHING), kept, simplified) for word in words)
    lines = _by_line(_lines(annotations, by_line, {word: at for at, word in enumerate(words)}))
    variants = _by_line(_beside_words(annotations))
    return f'{_json(head)[:-1]},\n"words":{_listed(rows)},\n"lines":{lines},\n"variants":{variants}}}'


def _word_row(word: _Word, entry: Entry, schemes: Sequence[int], simplified: bool) -> list[object]:
    key, text, other, readings = word
    row = [text, other, [readings[place] for place in schemes], entry.levels, entry.band]
    return row if key == (other if simplified and other else text) else [*row, key]


def _zhuyin(words: Sequence[_Word], schemes: Sequence[str]) -> Mapping[str, str]:
    """The syllables of pinyin in zhuyin, where the words have both."""
    if not {"pinyin", "zhuyin"} <= set(schemes):
        return {}
    pinyin, zhuyin = schemes.index("pinyin"), schemes.index("zhuyin")
    pairs = (zip(word[3][pinyin].lower().split(), word[3][zhuyin].split(), strict=True) for word in words)
    return {one: other for pair in pairs for one, other in pair}


def _glosses_table(annotations: Annotations, words: Sequence[_Word]) -> str:
    entries, keys = annotations.entries, {key for key, *_ in words}
    rows = (_meanings(word, entries.get(word[0], _NOTHING)) for word in words)
    simplified = all(key == text for key, text, *_ in words)
    inner = ((key, *_forms(key, entry, simplified), ()) for key, entry in entries.items() if key not in keys)
    parts = ([word[1], word[2], _meanings(word, entries[word[0]])] for word in inner)
    return f'{{"words":{_listed(rows)},\n"parts":{_listed(parts)}}}'


def _meanings(word: _Word, entry: Entry) -> list[list[str]]:
    key, text, _, readings = word
    rows = []
    for form, reading, senses in entry.meanings:
        row = ["" if reading in readings else reading, "/".join(senses)]
        named = form.lower() != text.lower() and (form != key or form.isascii())
        rows.append([*row, form] if named else row)
    return rows


def _by_word(annotations: Annotations) -> dict[str, list[_Word]]:
    """The words of each line, with how they are written and read there."""
    readings = list(annotations.readings.values())
    found = {}
    for line, spans in annotations.words.items():
        text = annotations.texts[line]
        other = _other(text, annotations.variants.get(line, ()))
        spoken = zip(*(each[line] for each in readings), strict=True) if readings else repeat(())
        found[line] = [
            (
                word.value or text[word.start : word.end],
                text[word.start : word.end],
                other[word.start : word.end] if other[word.start : word.end] != text[word.start : word.end] else "",
                read,
            )
            for word, read in zip(spans, spoken, strict=False)
        ]
    return found


def _other(text: str, variants: Sequence[Span]) -> str:
    """The text in the other script, of the same length: runs of another length are not told by words."""
    return in_other_script(text, [run for run in variants if len(run.value) == run.end - run.start])


def _forms(key: str, entry: Entry, simplified: bool) -> tuple[str, str]:
    """A word that stands inside of others, as the text would have it, and its other form."""
    form = entry.meanings[0][0] if entry.meanings else key
    text, other = (key, form) if simplified else (form, key)
    return text, "" if text == other else other


def _lines(
    annotations: Annotations, words: Mapping[str, Sequence[_Word]], places: Mapping[_Word, int]
) -> Iterator[tuple[str, list[int]]]:
    for line, spans in annotations.words.items():
        text, row, at = annotations.texts[line], [], 0
        for span, word in zip(spans, words[line], strict=True):
            if span.start > at:
                row.append(-_units(text[at : span.start]))
            row.append(places[word])
            at = span.end
        yield line, row


def _beside_words(annotations: Annotations) -> Iterator[tuple[str, list[object]]]:
    """The variants that no word's other form tells."""
    for line, found in annotations.variants.items():
        text, words = annotations.texts[line], annotations.words.get(line, ())
        told = {place for word in words for place in range(word.start, word.end)}
        row: list[object] = []
        for span in found:
            if len(span.value) != span.end - span.start or not told.issuperset(range(span.start, span.end)):
                row += [_units(text[: span.start]), _units(text[: span.end]), span.value]
        if row:
            yield line, row


def _units(text: str) -> int:
    """How long browsers hold a text to be: characters beyond the Basic Multilingual Plane count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _listed(rows: Iterable[object]) -> str:
    """Rows as JSON, a line each, so that small changes make small differences."""
    return "[" + ",\n".join(map(_json, rows)) + "]"


def _by_line(rows: Iterable[tuple[str, Sequence[object]]]) -> str:
    return "{" + ",\n".join(f"{_json(line)}:{_json(row)}" for line, row in rows) + "}"
