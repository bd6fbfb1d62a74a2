"""The entries of a glossary as HTML: a form with holes that the theme makes once, filled in for each word."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from markupsafe import Markup

from site_builder.languages import language
from site_builder.model import Annotations
from site_builder.rendering.forms import hole
from site_builder.rendering.inline import escaped
from site_builder.rendering.theme import Theme
from site_builder.vocabulary import Spot, Vocable

PLACES = 6  # of a word in the text that an entry links to, where scripts do not show all of them
_OPTIONAL = ("other", "reading", "meaning", "level")
_HOLES = ("id", "text", *_OPTIONAL, "count", "places")


def entries(
    words: Iterable[Vocable], annotations: Annotations, tag: str, theme: Theme, address: Callable[[str], str]
) -> Iterator[Markup]:
    """An entry a word, of a text in the language of `tag`. `address` leads to a line of the text."""
    scheme = next(iter(annotations.readings), "")
    lists = annotations.lists
    labels, title = (lists[0].labels, lists[0].title) if lists else ((), "")
    values = {"tag": tag, "script": annotations.script, "scheme": scheme, "list_title": title}
    for word in words:
        found = _entry(word, tag, scheme, labels, address)
        missing = tuple(name for name in _OPTIONAL if not found[name])
        form = theme.form("partials/vocable.html", (*values.values(), missing), partial(_values, values, missing))
        yield Markup(form % found)


def _values(known: dict[str, str], missing: Container[str]) -> dict[str, str]:
    """What the template is told: holes, which it may put anywhere, and nothing for what a word lacks, so that it can
    leave out what is around it."""
    return {**known, **{name: "" if name in missing else hole(name) for name in _HOLES}}


def _entry(
    word: Vocable, tag: str, scheme: str, labels: Sequence[str], address: Callable[[str], str]
) -> dict[str, str]:
    level = word.entry.levels[0] if word.entry.levels else 0
    typeset = language(tag).typeset
    return {
        "id": escaped("_".join(word.key.split())),
        "text": escaped(word.key if word.form.upper() != word.form.lower() else typeset(word.form)),
        "other": escaped(word.other),
        "reading": escaped(word.reading(scheme)) if scheme else "",
        "meaning": _meaning(word, scheme),
        "level": escaped(labels[level - 1]) if level else "",
        "count": str(len(word.spots)),
        "places": _places(word.spots, address),
    }


def _meaning(word: Vocable, scheme: str) -> str:
    """What a word means, on one line."""
    rows = word.meanings(scheme)
    named = ((f"<i>{escaped(name)}</i> " if name else "", escaped("; ".join(senses))) for name, senses in rows)
    return " · ".join(f"{name}{senses}" for name, senses in named)


def _places(spots: Sequence[Spot], address: Callable[[str], str]) -> str:
    """Links to the paragraphs that a word stands in, by their numbers, the first ones."""
    found: dict[str, str] = {}
    for spot in spots:
        found.setdefault(paragraph(spot.line), spot.line)
    links = [f'<a href="{escaped(address(line))}">{escaped(name)}</a>' for name, line in islice(found.items(), PLACES)]
    return " ".join(links) + (" …" if len(found) > PLACES else "")


def paragraph(line: str) -> str:
    """What the margin calls the paragraph of a line: p7-2 is 7, a note's n5/1 is n5."""
    if line.startswith("n"):
        return line.partition("/")[0]
    pair, dash, _ = line.rpartition("-")
    return (pair if dash else line).removeprefix("p")
